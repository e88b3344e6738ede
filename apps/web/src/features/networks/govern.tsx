import type { MembershipView, NetworkView } from '@blizej/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { SelectControl, useContractForm } from '../../lib/contract-form.tsx';
import { api as contract } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { useLocalized } from '../../lib/i18n.ts';
import { ReasonDialog } from '../../lib/reason-dialog.tsx';
import { ResolutionFields, useResolutionLabels } from '../../lib/resolution-fields.tsx';
import { regionQuery } from '../../lib/region.ts';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.ts';

interface NetworkProps {
  readonly network: NetworkView;
}

interface DialogProps extends NetworkProps {
  readonly onClose: () => void;
}

const ActivateDialog = ({ network, onClose }: DialogProps) => {
  const { t } = useTranslation('networks');
  const localized = useLocalized();
  const { data: region = [] } = useQuery(regionQuery());
  const activate = useDeed(api.activateNetwork, () => {
    onClose();
    toast({ message: t('activate.done', { network: localized(network.name) }) });
  });
  // A mandate that is not in force by now is replaced.
  const keepsMandate = network.mandateStanding === 'IN_FORCE';
  const form = useContractForm(contract.activateNetwork.body, {
    defaults: {
      version: network.version,
      ...(!keepsMandate && { mandate: { issuingBody: 'GENERAL_ASSEMBLY' as const } }),
    },
    labels: {
      leadOrganizationId: t('leadGmina'),
      ...useResolutionLabels('mandate'),
    },
    send: (body, outcome) => activate.mutate({ params: { id: network.id }, body }, outcome),
  });
  return (
    <DeedDialog
      title={t('activate.title')}
      action={t('activate.action')}
      deed={activate}
      onSend={form.submit}
      onClose={onClose}
    >
      <SelectControl
        of={form}
        name="leadOrganizationId"
        hint={t('activate.leadHint')}
        nothing={t('choose')}
        options={region.filter(({ status }) => status === 'MEMBER').map(({ id, name }) => ({ value: id, label: name }))}
      />
      {!keepsMandate && (
        <ResolutionFields of={form} prefix="mandate" issuer="association" legend={t('mandate.title')} />
      )}
    </DeedDialog>
  );
};

/** A proposed network begins its work: under its mandate, with a lead. */
export const ActivateButton = ({ network }: NetworkProps) => {
  const { t } = useTranslation('networks');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button kind="primary" onPress={() => setOpen(true)}>
        {t('activate.action')}
      </Button>
      {isOpen && <ActivateDialog network={network} onClose={() => setOpen(false)} />}
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
          deed={reject}
          onSend={(reason) => reject.mutate({ params: { id: network.id }, body: { reason, version: network.version } })}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
};

interface Memberships {
  readonly memberships: readonly MembershipView[];
}

const ChangeLeadDialog = ({ network, memberships, onClose }: DialogProps & Memberships) => {
  const { t } = useTranslation('networks');
  const change = useDeed(api.changeLead, ({ lead }) => {
    onClose();
    toast({ message: t('changeLead.done', { gmina: lead?.name ?? '' }) });
  });
  const form = useContractForm(contract.changeLead.body, {
    defaults: { version: network.version },
    labels: { organizationId: t('changeLead.to') },
    send: (body, outcome) => change.mutate({ params: { id: network.id }, body }, outcome),
  });
  return (
    <DeedDialog
      title={t('changeLead.action')}
      action={t('changeLead.action')}
      deed={change}
      onSend={form.submit}
      onClose={onClose}
    >
      <SelectControl
        of={form}
        name="organizationId"
        hint={t('changeLead.hint')}
        nothing={t('choose')}
        options={memberships
          .filter(({ state, role }) => state === 'ACTIVE' && role === 'MEMBER')
          .map(({ organization: { id, name } }) => ({ value: id, label: name }))}
      />
    </DeedDialog>
  );
};

/** The lead goes over to another of the network's members. */
export const ChangeLeadButton = ({ network, memberships }: NetworkProps & Memberships) => {
  const { t } = useTranslation('networks');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button kind="quiet" onPress={() => setOpen(true)}>
        {t('changeLead.action')}
      </Button>
      {isOpen && <ChangeLeadDialog network={network} memberships={memberships} onClose={() => setOpen(false)} />}
    </>
  );
};
