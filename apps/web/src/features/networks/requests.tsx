import type { MembershipView, NetworkView } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { useLocalized } from '../../lib/i18n.ts';
import { JoinDecision } from '../../lib/join-decision.tsx';
import { membershipTone } from '../../lib/states.ts';
import { Rows, Section } from '../../ui/section.tsx';
import { Status } from '../../ui/status.tsx';
import { Moment } from '../../ui/time.tsx';

interface RequestsProps {
  readonly network: NetworkView;
  readonly memberships: readonly MembershipView[];
}

/** Who asks to join or is invited, as far as the viewer may see it; decided here. */
export const Requests = ({ network, memberships }: RequestsProps) => {
  const { t } = useTranslation(['networks', 'common']);
  const localized = useLocalized();
  const waiting = memberships.filter(({ state }) => state !== 'ACTIVE');
  if (waiting.length === 0) return null;
  return (
    <Section title={t('requests')}>
      <Rows>
        {waiting.map(({ organization, state, role, requestedAt, note, abilities }) => (
          <li key={organization.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-4">
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
            <JoinDecision
              network={{ id: network.id, name: localized(network.name) }}
              organization={organization}
              abilities={abilities}
              isInvitation={state === 'INVITED'}
            />
          </li>
        ))}
      </Rows>
    </Section>
  );
};
