import type { CallSummary, InitiativeCalls as Calls, MatchView } from '@blizej/contracts';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedFailure, Failure } from '../../lib/failure.tsx';
import { useFormat } from '../../lib/format.ts';
import { useLocalized } from '../../lib/i18n.ts';
import { LocalizedText } from '../../lib/localized-text.tsx';
import { useSession } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { Joined } from '../../ui/joined.tsx';
import { Link } from '../../ui/link.tsx';
import { Rows, Section } from '../../ui/section.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { toast } from '../../ui/toast.ts';
import { CallStateSign, MatchSign, Reasons, useAmount } from './call-words.tsx';
import { initiativeCallsQuery } from './funding.queries.ts';

const ChooseDialog = lazy(async () => ({ default: (await import('./choose-dialog.tsx')).ChooseDialog }));

interface CallLineProps {
  readonly call: CallSummary;
  readonly match: MatchView;
  readonly initiativeId: string;
  readonly children?: ReactNode;
  readonly aside?: ReactNode;
}

const CallLine = ({ call, match, initiativeId, children, aside }: CallLineProps) => {
  const { t } = useTranslation('funding');
  const format = useFormat();
  const { abilities } = useSession();
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 py-4">
      <div className="flex min-w-0 flex-1 basis-72 flex-col gap-1">
        <p>
          {abilities.useNetworks ? (
            <Link
              to="/app/nabory/$callId"
              params={{ callId: call.id }}
              search={{ inicjatywa: initiativeId }}
              look="plain"
            >
              <LocalizedText of={call.title} />
            </Link>
          ) : (
            <span className="font-semibold">
              <LocalizedText of={call.title} />
            </span>
          )}
        </p>
        <p className="text-small text-soft">
          <Joined
            parts={[
              <LocalizedText key="programme" of={call.programme.name} />,
              call.next && t('by', { day: format.shortDay(call.next.on) }),
              call.next && t('daysLeft', { count: call.next.daysLeft }),
            ]}
          />
        </p>
        {call.next && <Reasons match={match} currency={call.currency} />}
        {children}
      </div>
      <div className="flex flex-wrap items-center gap-2">{aside}</div>
    </li>
  );
};

interface ListProps {
  readonly initiativeId: string;
  readonly calls: Calls;
}

const List = ({ initiativeId, calls }: ListProps) => {
  const { t } = useTranslation('funding');
  const localized = useLocalized();
  const amount = useAmount();
  const [choosing, setChoosing] = useState<CallSummary | null>(null);
  const leave = useDeed(api.leaveCall, () => toast({ message: t('choice.left') }));
  const { chosen, fitting, abilities } = calls;
  return (
    <>
      {chosen.length > 0 && (
        <div className="flex flex-col gap-2">
          <h3 className="text-h3">{t('choice.chosen')}</h3>
          <Rows>
            {chosen.map(({ call, grant, match }) => (
              <CallLine
                key={call.id}
                call={call}
                match={match}
                initiativeId={initiativeId}
                aside={
                  <>
                    <CallStateSign state={call.state} />
                    {abilities.choose && (
                      <Button
                        kind="quiet"
                        label={`${t('choice.leave')}: ${localized(call.title)}`}
                        isPending={leave.isPending}
                        onPress={() => leave.mutate({ params: { id: initiativeId, callId: call.id } })}
                      >
                        {t('choice.leave')}
                      </Button>
                    )}
                  </>
                }
              >
                {grant !== null && (
                  <p className="text-small">{t('asksFor', { amount: amount(grant, call.currency) })}</p>
                )}
              </CallLine>
            ))}
          </Rows>
          <DeedFailure error={leave.error} />
        </div>
      )}
      <div className="flex flex-col gap-2">
        {chosen.length > 0 && <h3 className="text-h3">{t('choice.others')}</h3>}
        {fitting.length === 0 ? (
          <p className="max-w-prose text-soft">{t('choice.none')}</p>
        ) : (
          <Rows>
            {fitting.map(({ call, match }) => (
              <CallLine
                key={call.id}
                call={call}
                match={match}
                initiativeId={initiativeId}
                aside={
                  <>
                    <MatchSign match={match} />
                    {abilities.choose && (
                      <Button
                        label={`${t('choice.choose')}: ${localized(call.title)}`}
                        onPress={() => setChoosing(call)}
                      >
                        {t('choice.choose')}
                      </Button>
                    )}
                  </>
                }
              />
            ))}
          </Rows>
        )}
      </div>
      <Suspense>
        {choosing && <ChooseDialog initiativeId={initiativeId} call={choosing} onClose={() => setChoosing(null)} />}
      </Suspense>
    </>
  );
};

/** Calls that fit an initiative, and those in which it applies. */
export const InitiativeCalls = ({ initiativeId }: { readonly initiativeId: string }) => {
  const { t } = useTranslation('funding');
  const calls = useQuery(initiativeCallsQuery(initiativeId));
  return (
    <Section title={t('choice.title')}>
      {calls.isPending && <RowsSkeleton />}
      {calls.isError && <Failure error={calls.error} onRetry={() => void calls.refetch()} />}
      {calls.isSuccess && <List initiativeId={initiativeId} calls={calls.data} />}
    </Section>
  );
};
