import type { OwnSession } from '@blizej/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { Paged } from '../../lib/paged.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Rows, Section } from '../../ui/section.tsx';
import { Status } from '../../ui/status.tsx';
import { Moment } from '../../ui/time.tsx';
import { toast } from '../../ui/toast.ts';
import { ownSessionsQuery } from './security.queries.ts';

const SessionRow = ({ session }: { readonly session: OwnSession }) => {
  const { t } = useTranslation('security');
  const { id, client, proof, createdAt, lastUsedAt, current } = session;
  const end = useDeed(api.endSession, () => toast({ message: t('sessions.ended') }));
  return (
    <li className="flex flex-col gap-3 py-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="flex min-w-0 flex-1 basis-64 flex-col gap-1">
          <p className="flex flex-wrap items-center gap-3 font-semibold">
            {client ?? t('sessions.unknown')}
            {current && <Status tone="good">{t('sessions.current')}</Status>}
          </p>
          <p className="text-small text-soft">
            {t('sessions.began')} {t(`sessions.proof.${proof}`)} <Moment at={createdAt} /> · {t('sessions.used')}{' '}
            <Moment at={lastUsedAt} />
          </p>
        </div>
        {!current && (
          <Button kind="quiet" isPending={end.isPending} onPress={() => end.mutate({ params: { id } })}>
            {t('sessions.end')}
          </Button>
        )}
      </div>
      <DeedFailure error={end.error} />
    </li>
  );
};

/** Where one is signed in, and the way out of each place. */
export const SessionsSection = () => {
  const { t } = useTranslation('security');
  const sessions = useInfiniteQuery(ownSessionsQuery());
  const endOthers = useDeed(api.endOtherSessions, () => toast({ message: t('sessions.othersEnded') }));
  const hasOthers = sessions.data?.pages.some(({ items }) => items.some(({ current }) => !current)) ?? false;
  return (
    <Section title={t('sessions.title')}>
      <p className="max-w-prose text-soft">{t('sessions.lead')}</p>
      <Paged
        query={sessions}
        empty={<EmptyState title={t('sessions.none.title')}>{t('sessions.none.next')}</EmptyState>}
      >
        {(items) => (
          <Rows>
            {items.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </Rows>
        )}
      </Paged>
      <DeedFailure error={endOthers.error} />
      {hasOthers && (
        <div>
          <Button kind="danger" isPending={endOthers.isPending} onPress={() => endOthers.mutate({})}>
            {t('sessions.endOthers')}
          </Button>
        </div>
      )}
    </Section>
  );
};
