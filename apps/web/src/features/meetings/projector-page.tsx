import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDocumentTitle } from '../../lib/document-title.ts';
import { useLocalized } from '../../lib/i18n.ts';
import { Wall } from '../../ui/wall.tsx';
import { meetingQuery } from './meetings.queries.ts';

const route = getRouteApi('/app/zebrania/$meetingId/rzutnik');

/** How often the wall is drawn anew even where nothing was told, in milliseconds. */
const refresh = 5_000;

interface BarProps {
  readonly value: number;
  readonly total: number;
}

/** How much of a whole, large enough for the last row of a hall. */
const Bar = ({ value, total }: BarProps) => (
  <svg aria-hidden viewBox="0 0 100 4" preserveAspectRatio="none" className="h-6 w-full forced-colors:border">
    <rect width="100" height="4" className="fill-line" />
    <rect width={total === 0 ? 0 : (100 * value) / total} height="4" className="fill-sea" />
  </svg>
);

/** For the wall of the hall: who is there, what is voted on, and what was decided last. */
export const MeetingProjectorPage = () => {
  const { t } = useTranslation(['meetings', 'ballots']);
  const localized = useLocalized();
  const navigate = useNavigate();
  const { meetingId } = route.useParams();
  const { data: meeting } = useSuspenseQuery({ ...meetingQuery(meetingId), refetchInterval: refresh });
  const { title, presence, quorumNeeded, agenda } = meeting;
  const name = localized(title);
  useDocumentTitle(name);
  const missing = (quorumNeeded ?? 0) - (presence?.present ?? 0);
  const voting = agenda.find(({ ballot }) => ballot?.phase === 'OPEN' || ballot?.phase === 'COUNTING');
  const shown = voting ?? agenda.findLast(({ ballot }) => ballot?.phase === 'CLOSED');
  const ballot = shown?.ballot;
  return (
    <Wall title={name} onLeave={() => void navigate({ to: '/app/zebrania/$meetingId', params: { meetingId } })}>
      {presence && (
        <div className="flex flex-col gap-3">
          <p role="status" className="text-[clamp(1.25rem,2.6vw,2.5rem)] tabular-nums">
            {t('presence.of', presence)} ·{' '}
            <strong>
              {missing > 0
                ? t('presence.missing', { count: missing })
                : t('presence.reached', { needed: quorumNeeded })}
            </strong>
          </p>
          <Bar value={presence.present} total={presence.members} />
        </div>
      )}
      {shown && ballot ? (
        <div className="flex flex-1 flex-col justify-center gap-6">
          <p className="text-[clamp(1rem,2vw,2rem)] text-soft">{t(voting ? 'projector.voting' : 'projector.last')}</p>
          <h2 className="text-[clamp(2rem,5vw,5rem)] leading-tight font-bold">{localized(shown.title)}</h2>
          {ballot.turnout && (
            <>
              <p role="status" className="text-[clamp(1.25rem,2.6vw,2.5rem)] tabular-nums">
                {ballot.outcome && ballot.count
                  ? [t(`ballots:outcome.${ballot.outcome}`), t('agenda.count', ballot.count)].join(' · ')
                  : t('ballots:turnout', ballot.turnout)}
              </p>
              <Bar value={ballot.turnout.voted} total={ballot.turnout.electorate} />
            </>
          )}
        </div>
      ) : (
        <p className="text-[clamp(1.25rem,2.6vw,2.5rem)] text-soft">{t('projector.nothing')}</p>
      )}
    </Wall>
  );
};
