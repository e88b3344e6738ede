import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { toast } from '../ui/toast.ts';
import { api } from './api.ts';
import { useDeed } from './deed.ts';
import { DeedFailure } from './failure.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

interface Named {
  readonly id: string;
  readonly name: string;
}

interface JoinDecisionProps {
  readonly network: Named;
  readonly organization: Named;
  /** What the viewer may do with this request now. */
  readonly abilities: {
    readonly accept: boolean;
    readonly confirm: boolean;
    readonly admit: boolean;
    readonly decline: boolean;
  };
  /** The network invites, where otherwise the gmina asks. */
  readonly isInvitation: boolean;
  /** The one thing that matters on the page. */
  readonly isPrimary?: boolean;
}

/**
 * A gmina asks to join a network: its own people confirm, the lead or the secretariat admits, either may decline. Or it is
 * invited: its own people accept or decline, and who has invited may take that back.
 */
export const JoinDecision = ({
  network,
  organization,
  abilities,
  isInvitation,
  isPrimary = false,
}: JoinDecisionProps) => {
  const { t } = useTranslation();
  const [isDeclining, setDeclining] = useState(false);
  const params = { id: network.id, organizationId: organization.id };
  const names = { organization: organization.name, network: network.name };
  const accept = useDeed(api.acceptMembership, () => toast({ message: t('joinRequest.admitted', names) }));
  const confirm = useDeed(api.confirmMembership, ({ state }) =>
    toast({ message: t(state === 'ACTIVE' ? 'joinRequest.admitted' : 'joinRequest.confirmed', names) }),
  );
  const admit = useDeed(api.admitMembership, () => toast({ message: t('joinRequest.admitted', names) }));
  const decline = useDeed(api.declineMembership, () => {
    setDeclining(false);
    toast({ message: t(`joinRequest.${declining}.done`, names) });
  });
  const declining = !isInvitation ? 'decline' : abilities.accept ? 'declineInvitation' : 'takeBack';
  const kind = isPrimary ? 'primary' : 'secondary';
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        {abilities.accept && (
          <Button kind={kind} isPending={accept.isPending} onPress={() => accept.mutate({ params })}>
            {t('joinRequest.accept')}
          </Button>
        )}
        {abilities.confirm && (
          <Button kind={kind} isPending={confirm.isPending} onPress={() => confirm.mutate({ params })}>
            {t('joinRequest.confirm')}
          </Button>
        )}
        {abilities.admit && (
          <Button kind={kind} isPending={admit.isPending} onPress={() => admit.mutate({ params })}>
            {t('joinRequest.admit')}
          </Button>
        )}
        {abilities.decline && (
          <Button kind="quiet" onPress={() => setDeclining(true)}>
            {t(`joinRequest.${declining}.action`)}
          </Button>
        )}
      </div>
      <DeedFailure error={accept.error ?? confirm.error ?? admit.error} />
      {isDeclining && (
        <ReasonDialog
          title={t(`joinRequest.${declining}.title`, names)}
          hint={t(`joinRequest.${declining}.hint`)}
          action={t(`joinRequest.${declining}.send`)}
          deed={decline}
          onSend={(reason) => decline.mutate({ params, body: { reason } })}
          onClose={() => setDeclining(false)}
        />
      )}
    </div>
  );
};
