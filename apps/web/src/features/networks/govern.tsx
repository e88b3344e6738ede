import type { MembershipView, NetworkView } from '@blizej/contracts';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { ReasonDialog } from '../../lib/reason-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.ts';

interface NetworkProps {
  readonly network: NetworkView;
}

// Their forms are checked by the contract's own schemas: loaded by whoever opens one.
const ActivateDialog = lazy(async () => ({ default: (await import('./govern-dialogs.tsx')).ActivateDialog }));
const InviteDialog = lazy(async () => ({ default: (await import('./invite-dialog.tsx')).InviteDialog }));
const ChangeLeadDialog = lazy(async () => ({ default: (await import('./govern-dialogs.tsx')).ChangeLeadDialog }));

/** A proposed network begins its work: under its mandate, with a lead. */
export const ActivateButton = ({ network }: NetworkProps) => {
  const { t } = useTranslation('networks');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button kind="primary" onPress={() => setOpen(true)}>
        {t('activate.action')}
      </Button>
      <Suspense>{isOpen && <ActivateDialog network={network} onClose={() => setOpen(false)} />}</Suspense>
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

/** The lead goes over to another of the network's members. */
export const ChangeLeadButton = ({ network, memberships }: NetworkProps & Memberships) => {
  const { t } = useTranslation('networks');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button kind="quiet" onPress={() => setOpen(true)}>
        {t('changeLead.action')}
      </Button>
      <Suspense>
        {isOpen && <ChangeLeadDialog network={network} memberships={memberships} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  );
};

/** Gminas are invited, as many as wanted at once. */
export const InviteButton = ({ network, memberships }: NetworkProps & Memberships) => {
  const { t } = useTranslation('networks');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button kind="secondary" onPress={() => setOpen(true)}>
        {t('invite.action')}
      </Button>
      <Suspense>
        {isOpen && <InviteDialog network={network} memberships={memberships} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  );
};
