import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Asked } from '../../lib/asked.tsx';
import { useDocumentTitle } from '../../lib/document-title.ts';
import { useLocalized } from '../../lib/i18n.ts';
import { LocalizedText } from '../../lib/localized-text.tsx';
import { Wall } from '../../ui/wall.tsx';
import { meetingQuery } from './meetings.queries.ts';
import { clockOf, secondsLeft } from './time-left.ts';

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

interface TimeLeftProps {
  /** By the portal's clock. */
  readonly seconds: number;
  /** When that was said, by the clock of this device. */
  readonly saidAt: number;
}

/** How long votes are still taken, second by second. */
const TimeLeft = ({ seconds, saidAt }: TimeLeftProps) => {
  const { t } = useTranslation('meetings');
  const [now, setNow] = useState(saidAt);
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(ticking);
  }, []);
  return (
    <p role="timer" className="text-[clamp(1.25rem,2.6vw,2.5rem)] font-bold tabular-nums">
      {t('projector.left', { time: clockOf(secondsLeft(seconds, saidAt, now)) })}
    </p>
  );
};

/** For the wall of the hall: who is there, what is voted on, and what was decided last. */
export const MeetingProjectorPage = () => {
  const { t } = useTranslation(['meetings', 'ballots']);
  const localized = useLocalized();
  const navigate = useNavigate();
  const { meetingId } = route.useParams();
  const { data: meeting, dataUpdatedAt } = useSuspenseQuery({ ...meetingQuery(meetingId), refetchInterval: refresh });
  const { title, presence, quorumNeeded, agenda } = meeting;
  useDocumentTitle(localized(title));
  const missing = (quorumNeeded ?? 0) - (presence?.present ?? 0);
  const voting = agenda.find(({ ballot }) => ballot?.phase === 'OPEN' || ballot?.phase === 'COUNTING');
  const shown = voting ?? agenda.findLast(({ ballot }) => ballot?.phase === 'CLOSED');
  const ballot = shown?.ballot;
  return (
    <Wall title={title} onLeave={() => void navigate({ to: '/app/zebrania/$meetingId', params: { meetingId } })}>
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
          <h2 className="text-[clamp(2rem,5vw,5rem)] leading-tight font-bold">
            <LocalizedText of={shown.title} />
          </h2>
          {voting && (
            <p className="max-w-[60ch] text-[clamp(1.25rem,2.6vw,2.5rem)] whitespace-pre-line">
              <Asked of={ballot.question} />
            </p>
          )}
          {ballot.turnout && (
            <>
              <div className="flex flex-wrap items-baseline justify-between gap-x-12 gap-y-3">
                <p role="status" className="text-[clamp(1.25rem,2.6vw,2.5rem)] tabular-nums">
                  {[
                    ballot.outcome && t(`ballots:outcome.${ballot.outcome}`),
                    ballot.phase === 'COUNTING' && t('ballots:phase.COUNTING'),
                    voting && t('ballots:turnout', ballot.turnout),
                    ballot.count && t('agenda.count', ballot.count),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
                {ballot.secondsLeft !== null && <TimeLeft seconds={ballot.secondsLeft} saidAt={dataUpdatedAt} />}
              </div>
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
