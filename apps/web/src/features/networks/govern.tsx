import type { MembershipView, NetworkView } from '@blizej/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { useLocalized } from '../../lib/i18n.ts';
import { ReasonDialog } from '../../lib/reason-dialog.tsx';
import { regionQuery } from '../../lib/region.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { toast } from '../../ui/toast.ts';
import { emptyMandate, MandateFields, mandateOf } from './mandate-fields.tsx';

interface NetworkProps {
  readonly network: NetworkView;
}

/** A proposed network begins its work: under its mandate, with a lead. */
export const ActivateButton = ({ network }: NetworkProps) => {
  const { t } = useTranslation(['networks', 'common']);
  const localized = useLocalized();
  const [isOpen, setOpen] = useState(false);
  const [lead, setLead] = useState('');
  const [mandate, setMandate] = useState(emptyMandate);
  const [tried, setTried] = useState(false);
  const { data: region = [] } = useQuery(regionQuery());
  const members = region.filter(({ status }) => status === 'MEMBER');
  const given = network.mandate ? undefined : mandateOf(mandate);
  const activate = useDeed(api.activateNetwork, () => {
    setOpen(false);
    toast({ message: t('activate.done', { network: localized(network.name) }) });
  });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (lead === '' || given?.success === false) return;
    activate.mutate({
      params: { id: network.id },
      body: { leadOrganizationId: lead, version: network.version, ...(given?.success && { mandate: given.data }) },
    });
  };
  return (
    <>
      <Button kind="primary" onPress={() => setOpen(true)}>
        {t('activate.action')}
      </Button>
      {isOpen && (
        <Dialog title={t('activate.title')} onClose={() => setOpen(false)}>
          <form onSubmit={send} noValidate className="flex flex-col gap-5">
            <Select
              label={t('leadGmina')}
              hint={t('activate.leadHint')}
              options={[
                { value: '', label: t('choose') },
                ...members.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              value={lead}
              onChange={setLead}
              error={tried && lead === '' ? t('activate.leadMissing') : undefined}
            />
            {!network.mandate && <MandateFields value={mandate} onChange={setMandate} tried={tried} />}
            <DeedFailure error={activate.error} />
            <DialogActions>
              <Button type="submit" kind="primary" isPending={activate.isPending}>
                {t('activate.action')}
              </Button>
              <Button kind="quiet" onPress={() => setOpen(false)}>
                {t('common:cancel')}
              </Button>
            </DialogActions>
          </form>
        </Dialog>
      )}
    </>
  );
};

export const RejectButton = ({ network }: NetworkProps) => {
  const { t } = useTranslation('networks');
  const [isOpen, setOpen] = useState(false);
  const reject = useDeed(api.rejectNetwork, () => {
    setOpen(false);
    toast({ message: t('reject.done') });
  });
  return (
    <>
      <Button kind="quiet" onPress={() => setOpen(true)}>
        {t('reject.action')}
      </Button>
      {isOpen && (
        <ReasonDialog
          title={t('reject.title')}
          hint={t('reject.hint')}
          action={t('reject.send')}
          error={reject.error}
          isPending={reject.isPending}
          onSend={(reason) => reject.mutate({ params: { id: network.id }, body: { reason, version: network.version } })}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
};

interface ChangeLeadProps extends NetworkProps {
  readonly memberships: readonly MembershipView[];
}

/** The lead goes over to another of the network's members. */
export const ChangeLeadButton = ({ network, memberships }: ChangeLeadProps) => {
  const { t } = useTranslation(['networks', 'common']);
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState('');
  const [tried, setTried] = useState(false);
  const change = useDeed(api.changeLead, ({ lead }) => {
    setOpen(false);
    toast({ message: t('changeLead.done', { gmina: lead?.name ?? '' }) });
  });
  const others = memberships
    .filter(({ state, role }) => state === 'ACTIVE' && role === 'MEMBER')
    .map(({ organization: { id, name } }) => ({ id, name }));
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (chosen !== '')
      change.mutate({ params: { id: network.id }, body: { organizationId: chosen, version: network.version } });
  };
  return (
    <>
      <Button kind="quiet" onPress={() => setOpen(true)}>
        {t('changeLead.action')}
      </Button>
      {isOpen && (
        <Dialog title={t('changeLead.action')} onClose={() => setOpen(false)}>
          <form onSubmit={send} noValidate className="flex flex-col gap-5">
            <Select
              label={t('changeLead.to')}
              hint={t('changeLead.hint')}
              options={[
                { value: '', label: t('choose') },
                ...others.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              value={chosen}
              onChange={setChosen}
              error={tried && chosen === '' ? t('activate.leadMissing') : undefined}
            />
            <DeedFailure error={change.error} />
            <DialogActions>
              <Button type="submit" kind="primary" isPending={change.isPending}>
                {t('changeLead.action')}
              </Button>
              <Button kind="quiet" onPress={() => setOpen(false)}>
                {t('common:cancel')}
              </Button>
            </DialogActions>
          </form>
        </Dialog>
      )}
    </>
  );
};
