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
  readonly abilities: { readonly confirm: boolean; readonly admit: boolean; readonly decline: boolean };
  /** The one thing that matters on the page. */
  readonly isPrimary?: boolean;
}

/** A gmina asks to join a network: its own people confirm, the lead or the secretariat admits, either may decline. */
export const JoinDecision = ({ network, organization, abilities, isPrimary = false }: JoinDecisionProps) => {
  const { t } = useTranslation();
  const [isDeclining, setDeclining] = useState(false);
  const params = { id: network.id, organizationId: organization.id };
  const names = { organization: organization.name, network: network.name };
  const confirm = useDeed(api.confirmMembership, ({ state }) =>
    toast({ message: t(state === 'ACTIVE' ? 'joinRequest.admitted' : 'joinRequest.confirmed', names) }),
  );
  const admit = useDeed(api.admitMembership, () => toast({ message: t('joinRequest.admitted', names) }));
  const decline = useDeed(api.declineMembership, () => {
    setDeclining(false);
    toast({ message: t('joinRequest.declined', names) });
  });
  const kind = isPrimary ? 'primary' : 'secondary';
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
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
            {t('joinRequest.decline')}
          </Button>
        )}
      </div>
      <DeedFailure error={confirm.error ?? admit.error} />
      {isDeclining && (
        <ReasonDialog
          title={t('joinRequest.declineTitle', names)}
          hint={t('joinRequest.declineHint')}
          action={t('joinRequest.declineAction')}
          deed={decline}
          onSend={(reason) => decline.mutate({ params, body: { reason } })}
          onClose={() => setDeclining(false)}
        />
      )}
    </div>
  );
};
