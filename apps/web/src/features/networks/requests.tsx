import type { MembershipView, NetworkView } from '@blizej/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { useLocalized } from '../../lib/i18n.ts';
import { ReasonDialog } from '../../lib/reason-dialog.tsx';
import { membershipTone } from '../../lib/states.ts';
import { Button } from '../../ui/button.tsx';
import { Rows, Section } from '../../ui/section.tsx';
import { Status } from '../../ui/status.tsx';
import { Moment } from '../../ui/time.tsx';
import { toast } from '../../ui/toast.ts';

interface RequestProps {
  readonly network: NetworkView;
  readonly membership: MembershipView;
}

const Request = ({ network, membership }: RequestProps) => {
  const { t } = useTranslation(['networks', 'common']);
  const localized = useLocalized();
  const [isDeclining, setDeclining] = useState(false);
  const { organization, state, role, note, requestedAt, abilities } = membership;
  const params = { id: network.id, organizationId: organization.id };
  const names = { organization: organization.name, network: localized(network.name) };
  const confirm = useDeed(api.confirmMembership, () => toast({ message: t('requests.confirmed', names) }));
  const admit = useDeed(api.admitMembership, () => toast({ message: t('requests.admitted', names) }));
  const decline = useDeed(api.declineMembership, () => {
    setDeclining(false);
    toast({ message: t('requests.declined', names) });
  });
  return (
    <li className="flex flex-col gap-3 py-4">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="flex min-w-0 flex-1 basis-72 flex-col gap-1">
          <p className="flex flex-wrap items-center gap-3 font-semibold">
            {organization.name}
            <Status tone={membershipTone[state]}>{t(`common:membershipState.${state}`)}</Status>
          </p>
          <p className="text-small text-soft">
            {t(`common:membershipRole.${role}`)} · <Moment at={requestedAt} />
          </p>
          {note && <p className="max-w-prose whitespace-pre-line">{note}</p>}
        </div>
        <div className="flex flex-wrap gap-2">
          {abilities.confirm && (
            <Button isPending={confirm.isPending} onPress={() => confirm.mutate({ params })}>
              {t('requests.confirm')}
            </Button>
          )}
          {abilities.admit && (
            <Button isPending={admit.isPending} onPress={() => admit.mutate({ params })}>
              {t('requests.admit')}
            </Button>
          )}
          {abilities.decline && (
            <Button kind="quiet" onPress={() => setDeclining(true)}>
              {t('requests.decline')}
            </Button>
          )}
        </div>
      </div>
      <DeedFailure error={confirm.error ?? admit.error} />
      {isDeclining && (
        <ReasonDialog
          title={t('requests.declineTitle', names)}
          hint={t('requests.declineHint')}
          action={t('requests.declineAction')}
          error={decline.error}
          isPending={decline.isPending}
          onSend={(reason) => decline.mutate({ params, body: { reason } })}
          onClose={() => setDeclining(false)}
        />
      )}
    </li>
  );
};

interface RequestsProps {
  readonly network: NetworkView;
  readonly memberships: readonly MembershipView[];
}

/** Who asks to join, as far as the viewer may see it; decided here. */
export const Requests = ({ network, memberships }: RequestsProps) => {
  const { t } = useTranslation('networks');
  const waiting = memberships.filter(({ state }) => state !== 'ACTIVE');
  if (waiting.length === 0) return null;
  return (
    <Section title={t('requests.title')}>
      <Rows>
        {waiting.map((membership) => (
          <Request key={membership.organization.id} network={network} membership={membership} />
        ))}
      </Rows>
    </Section>
  );
};
