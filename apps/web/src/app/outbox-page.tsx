import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, call } from '../lib/api.ts';
import { Failure } from '../lib/failure.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Rows } from '../ui/section.tsx';
import { RowsSkeleton } from '../ui/skeleton.tsx';
import { Moment } from '../ui/time.tsx';

const address = /(https?:\/\/\S+)/;

/** A letter's text with its links to follow. */
const Letter = ({ text }: { readonly text: string }) => (
  <p className="max-w-prose break-words whitespace-pre-line">
    {text.split(address).map((part) =>
      address.test(part) ? (
        <a key={part} href={part} className="text-sea underline underline-offset-[0.2em]">
          {part}
        </a>
      ) : (
        part
      ),
    )}
  </p>
);

/** In the demo: the letters that the portal would have sent. */
export const OutboxPage = () => {
  const { t } = useTranslation('outbox');
  const letters = useQuery({
    queryKey: ['outbox'],
    queryFn: async ({ signal }) => (await call(api.listOutbox, { signal })).items,
    refetchInterval: 5_000,
  });
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <Button isPending={letters.isFetching} onPress={() => void letters.refetch()}>
            {t('again')}
          </Button>
        }
      />
      {letters.isPending && <RowsSkeleton />}
      {letters.isError && <Failure error={letters.error} onRetry={() => void letters.refetch()} />}
      {letters.data?.length === 0 && <EmptyState title={t('none.title')}>{t('none.next')}</EmptyState>}
      {letters.data && letters.data.length > 0 && (
        <Rows>
          {letters.data.map(({ id, at, to, subject, text }) => (
            <li key={id} className="py-4">
              <details>
                <summary className="flex cursor-pointer flex-col gap-1 rounded-small">
                  <span className="font-semibold">{subject}</span>
                  <span className="text-small text-soft">
                    {to} · <Moment at={at} />
                  </span>
                </summary>
                <div className="pt-4">
                  <Letter text={text} />
                </div>
              </details>
            </li>
          ))}
        </Rows>
      )}
    </div>
  );
};
