import type { HeldDecision } from '@blizej/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, call, isProblem } from '../../lib/api.ts';
import { DeedFailure, Failure } from '../../lib/failure.tsx';
import { useLocalized } from '../../lib/i18n.ts';
import { PublicFrame } from '../../lib/public-frame.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Fact, Facts, Sheet } from '../../ui/section.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';

interface DecisionProps {
  readonly token: string;
  readonly decision: HeldDecision;
}

/** What is to be decided, and the one click that decides it. */
const Decision = ({ token, decision: held }: DecisionProps) => {
  const { t } = useTranslation('decision');
  const localized = useLocalized();
  const decide = useMutation({ mutationFn: () => call(api.decideByLink, { body: { token } }) });
  const { deed, name, network, organization, standing } = held;
  const names = { gmina: organization.name, network: localized(network.name) };
  const place = `/app/sieci/${network.id}`;
  if (decide.data)
    return (
      <>
        <PageHeader title={t(`${deed}.done`)} lead={t(`${deed}.doneLead`, names)} />
        <div>
          <ButtonLink to="/app/sieci/$networkId" params={{ networkId: network.id }}>
            {t('open')}
          </ButtonLink>
        </div>
      </>
    );
  return (
    <>
      <PageHeader title={t(`${deed}.title`)} lead={t(`${deed}.lead`, names)} />
      <Facts>
        <Fact name={t('network')}>{names.network}</Fact>
        <Fact name={t('gmina')}>{names.gmina}</Fact>
        <Fact name={t('you')}>{name}</Fact>
      </Facts>
      <Sheet>
        {standing === 'READY' && (
          <>
            <DeedFailure error={decide.error} />
            <Button kind="primary" wide isPending={decide.isPending} onPress={() => decide.mutate()}>
              {t(`${deed}.do`)}
            </Button>
            <p className="text-small text-soft">{t('otherwise')}</p>
          </>
        )}
        {standing === 'SIGN_IN' && <p>{t('signInFirst')}</p>}
        {standing === 'DECIDED' && <p>{t('decided')}</p>}
        <div>
          <ButtonLink to="/logowanie" search={{ powrot: place }} kind={standing === 'READY' ? 'quiet' : 'secondary'}>
            {t('toPortal')}
          </ButtonLink>
        </div>
      </Sheet>
    </>
  );
};

/** Behind the link of a letter: a decision on a membership, without a sign-in where none is needed. */
export const DecisionPage = () => {
  const { t } = useTranslation('decision');
  // The secret stands behind the #: no server's log has it.
  const token = useLocation({ select: ({ hash }) => hash });
  const held = useQuery({
    queryKey: ['held-decision', token],
    queryFn: ({ signal }) => call(api.readHeldDecision, { body: { token }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const isVoid = isProblem(held.error, 'link-void');
  return (
    <PublicFrame>
      <div className="mx-auto flex max-w-md flex-col gap-6">
        {held.isPending ? (
          <RowsSkeleton rows={3} />
        ) : held.data ? (
          <Decision key={token} token={token} decision={held.data} />
        ) : (
          <>
            <PageHeader title={t('title')} />
            <Failure error={held.error} {...(!isVoid && { onRetry: () => void held.refetch() })} />
            <div>
              <ButtonLink to="/logowanie">{t('toPortal')}</ButtonLink>
            </div>
          </>
        )}
      </div>
    </PublicFrame>
  );
};
