import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../lib/failure.tsx';
import { LocalizedText } from '../../lib/localized-text.tsx';
import { Link } from '../../ui/link.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { positionQuery, positionsQuery } from './positions.queries.ts';

/** The words as they are voted on: from the vote on the text stands. */
const Words = ({ positionId }: { readonly positionId: string }) => {
  const { t } = useTranslation('positions');
  const { data, error, isError, refetch } = useQuery(positionQuery(positionId));
  if (isError) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <RowsSkeleton />;
  const { number, paragraphs } = data.text;
  return (
    <>
      <p className="pb-2 text-small text-soft">{t('text.version', { number })}</p>
      <ol className="flex flex-col gap-3">
        {paragraphs.map(({ id, pl, en }, index) => (
          <li key={id} className="flex max-w-prose gap-4">
            <span className="text-small text-soft tabular-nums">{t('text.ordinal', { number: index + 1 })}</span>
            <span className="whitespace-pre-line">
              <LocalizedText of={{ pl, en }} />
            </span>
          </li>
        ))}
      </ol>
    </>
  );
};

/** The position that a ballot decides: the way to it, and its text to read before one votes. Nothing where there is none to see. */
export const PositionOfBallot = ({ ballotId }: { readonly ballotId: string }) => {
  const { t } = useTranslation('ballots');
  const [isReading, setReading] = useState(false);
  const { data, error, isError, refetch } = useInfiniteQuery(positionsQuery({ ballotId }));
  if (isError) return <Failure error={error} onRetry={() => void refetch()} />;
  const position = data?.pages[0]?.items[0];
  if (!position) return null;
  return (
    <details
      className="rounded-control border border-line px-4"
      onToggle={(event) => setReading(event.currentTarget.open)}
    >
      <summary className="min-h-11 cursor-pointer content-center font-semibold">{t('about.read')}</summary>
      <div className="flex flex-col gap-3 pt-2 pb-4">
        <p>
          {t('about.position')}{' '}
          <Link to="/app/stanowiska/$positionId" params={{ positionId: position.id }}>
            <LocalizedText of={position.title} />
          </Link>
        </p>
        {isReading && (
          <div>
            <Words positionId={position.id} />
          </div>
        )}
      </div>
    </details>
  );
};
