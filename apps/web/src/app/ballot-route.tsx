import { getRouteApi } from '@tanstack/react-router';
import { BallotPage } from '../features/ballots/ballot-page.tsx';
import { VotePage } from '../features/ballots/vote-page.tsx';
import { MeetingOfBallot } from '../features/meetings/meeting-of-ballot.tsx';
import { PositionOfBallot } from '../features/positions/position-of-ballot.tsx';

const ballot = getRouteApi('/app/glosowania/$ballotId');
const votingSheet = getRouteApi('/app/glosowania/$ballotId/glos');

/** What is voted on: the text that the ballot decides, and the meeting in which it is held. */
const About = ({ ballotId }: { readonly ballotId: string }) => (
  <>
    <PositionOfBallot ballotId={ballotId} />
    <MeetingOfBallot ballotId={ballotId} />
  </>
);

/** Joins a ballot's page with what it is about. */
export const BallotRoute = () => {
  const { ballotId } = ballot.useParams();
  return <BallotPage about={<About key={ballotId} ballotId={ballotId} />} />;
};

/** Joins the voting sheet with what one is to read before one votes. */
export const VoteRoute = () => {
  const { ballotId } = votingSheet.useParams();
  return <VotePage about={<About key={ballotId} ballotId={ballotId} />} />;
};
