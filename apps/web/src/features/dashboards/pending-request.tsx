import type { PendingMembership } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { useLocalized } from '../../lib/i18n.ts';
import { JoinDecision } from '../../lib/join-decision.tsx';
import { Link } from '../../ui/link.tsx';
import { Day } from '../../ui/time.tsx';

interface PendingRequestProps {
  readonly request: PendingMembership;
  /** The one thing that matters on the page. */
  readonly isFirst: boolean;
}

/** A request to join that waits for the viewer: decided here, without leaving the page. */
export const PendingRequest = ({
  request: { network, organization, step, requestedOn },
  isFirst,
}: PendingRequestProps) => {
  const { t } = useTranslation('dashboards');
  const localized = useLocalized();
  const name = localized(network.name);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-4">
      <div className="min-w-0 flex-1 basis-72">
        <Link to="/app/sieci/$networkId" params={{ networkId: network.id }} look="plain">
          {t(`request.${step}`, { organization: organization.name, network: name })}
        </Link>
        <p className="text-small text-soft">
          {t('request.since')} <Day day={requestedOn} />
        </p>
      </div>
      <JoinDecision
        network={{ id: network.id, name }}
        organization={organization}
        abilities={{ accept: step === 'ACCEPT', confirm: step === 'CONFIRM', admit: step === 'ADMIT', decline: true }}
        isInvitation={step === 'ACCEPT'}
        isPrimary={isFirst}
      />
    </li>
  );
};
