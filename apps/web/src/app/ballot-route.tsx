import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BallotPage } from '../features/ballots/ballot-page.tsx';
import { VotePage } from '../features/ballots/vote-page.tsx';
import { MeetingWith } from '../features/meetings/meeting-with.tsx';
import { meetingsQuery } from '../features/meetings/meetings.queries.ts';
import { PositionOfBallot } from '../features/positions/position-of-ballot.tsx';
import { positionsQuery } from '../features/positions/positions.queries.ts';

const ballot = getRouteApi('/app/glosowania/$ballotId');
const votingSheet = getRouteApi('/app/glosowania/$ballotId/glos');

/** What is voted on: the text that the ballot decides, and the meeting in which it is held. */
const About = ({ ballotId }: { readonly ballotId: string }) => {
  const { t } = useTranslation('ballots');
  return (
    <>
      <PositionOfBallot ballotId={ballotId} />
      <MeetingWith what={{ ballotId }} words={t('about.meeting')} />
    </>
  );
};

/** Where the ballot is held, and whether a position hangs on it. */
const useSubject = (ballotId: string) => {
  const meetings = useInfiniteQuery(meetingsQuery({ ballotId }));
  const positions = useInfiniteQuery(positionsQuery({ ballotId }));
  return {
    meetingId: meetings.data?.pages[0]?.items[0]?.id,
    decides: positions.data?.pages[0]?.items[0] !== undefined,
  };
};

/** Joins a ballot's page with what it is about. */
export const BallotRoute = () => {
  const { ballotId } = ballot.useParams();
  return <BallotPage {...useSubject(ballotId)} about={<About key={ballotId} ballotId={ballotId} />} />;
};

/** Joins the voting sheet with what one is to read before one votes. */
export const VoteRoute = () => {
  const { ballotId } = votingSheet.useParams();
  return <VotePage {...useSubject(ballotId)} about={<About key={ballotId} ballotId={ballotId} />} />;
};
