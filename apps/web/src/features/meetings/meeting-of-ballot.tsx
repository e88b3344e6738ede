import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { useLocalized } from '../../lib/i18n.ts';
import { Link } from '../../ui/link.tsx';
import { meetingsQuery } from './meetings.queries.ts';

/** The General Assembly in which a ballot was opened; nothing where it was opened in none that the viewer may see. */
export const MeetingOfBallot = ({ ballotId }: { readonly ballotId: string }) => {
  const { t } = useTranslation('ballots');
  const format = useFormat();
  const localized = useLocalized();
  const { data } = useInfiniteQuery(meetingsQuery({ ballotId }));
  const meeting = data?.pages[0]?.items[0];
  return (
    meeting && (
      <p>
        {t('about.meeting')}{' '}
        <Link to="/app/zebrania/$meetingId" params={{ meetingId: meeting.id }}>
          {localized(meeting.title)}
        </Link>{' '}
        <span className="text-soft">({format.moment(meeting.startsAt)})</span>
      </p>
    )
  );
};
