import type { PendingMembership } from '@blizej/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { useLocalized } from '../../lib/i18n.ts';
import { ReasonDialog } from '../../lib/reason-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { Day } from '../../ui/time.tsx';
import { toast } from '../../ui/toast.ts';

interface PendingRequestProps {
  readonly request: PendingMembership;
  /** The one thing that matters on the page. */
  readonly isFirst: boolean;
}

/** A request to join that waits for the viewer: decided here, without leaving the page. */
export const PendingRequest = ({ request, isFirst }: PendingRequestProps) => {
  const { t } = useTranslation('dashboards');
  const localized = useLocalized();
  const [isDeclining, setDeclining] = useState(false);
  const names = { organization: request.organization.name, network: localized(request.network.name) };
  const params = { id: request.network.id, organizationId: request.organization.id };
  const agreed = (): void => toast({ message: t(`request.${request.step}.done`, names) });
  const confirm = useDeed(api.confirmMembership, agreed);
  const admit = useDeed(api.admitMembership, agreed);
  const agree = request.step === 'CONFIRM' ? confirm : admit;
  const decline = useDeed(api.declineMembership, () => {
    setDeclining(false);
    toast({ message: t('request.declined', names) });
  });
  return (
    <li className="flex flex-col gap-3 py-4">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-72">
          <Link to="/app/sieci/$networkId" params={{ networkId: request.network.id }} look="plain">
            {t(`request.${request.step}.title`, names)}
          </Link>
          <p className="text-small text-soft">
            {t('request.since')} <Day day={request.requestedOn} />
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button
            kind={isFirst ? 'primary' : 'secondary'}
            isPending={agree.isPending}
            onPress={() => agree.mutate({ params })}
          >
            {t(`request.${request.step}.action`)}
          </Button>
          <Button kind="quiet" onPress={() => setDeclining(true)}>
            {t('request.decline')}
          </Button>
        </div>
      </div>
      <DeedFailure error={agree.error} />
      {isDeclining && (
        <ReasonDialog
          title={t('request.declineTitle', names)}
          hint={t('request.declineHint')}
          action={t('request.declineAction')}
          error={decline.error}
          isPending={decline.isPending}
          onSend={(reason) => decline.mutate({ params, body: { reason } })}
          onClose={() => setDeclining(false)}
        />
      )}
    </li>
  );
};
