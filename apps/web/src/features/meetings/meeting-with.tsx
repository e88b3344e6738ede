import { useInfiniteQuery } from '@tanstack/react-query';
import { useFormat } from '../../lib/format.ts';
import { LocalizedText } from '../../lib/localized-text.tsx';
import { Link } from '../../ui/link.tsx';
import { meetingsQuery } from './meetings.queries.ts';

interface MeetingWithProps {
  /** What the meeting has: a ballot that was opened in it, or a position on its agenda. */
  readonly what: { readonly ballotId: string } | { readonly positionId: string };
  /** The words before its name. */
  readonly words: string;
}

/** The latest General Assembly that has something; nothing where there is none that the viewer may see. */
export const MeetingWith = ({ what, words }: MeetingWithProps) => {
  const format = useFormat();
  const { data } = useInfiniteQuery(meetingsQuery(what));
  const meeting = data?.pages[0]?.items.find(({ state }) => state !== 'CANCELLED');
  return (
    meeting && (
      <p>
        {words}{' '}
        <Link to="/app/zebrania/$meetingId" params={{ meetingId: meeting.id }}>
          <LocalizedText of={meeting.title} />
        </Link>{' '}
        <span className="text-soft">({format.moment(meeting.startsAt)})</span>
      </p>
    )
  );
};
