import { z } from 'zod';
import { ballotMajority, ballotQuorum, majorityBase } from './ballots.ts';
import { params } from './position-parts.ts';
import { positionView } from './position-views.ts';
import { id, instant, reason, version } from './primitives.ts';
import { defineRoutes } from './route.ts';

/** That parts of the text stand in Polish alone is meant so. */
const withoutEnglish = z.boolean().optional();

/** A position is decided: by a ballot, in silence, or not at all. */
export const positionDecisionRoutes = defineRoutes({
  putToVote: {
    method: 'POST',
    path: '/api/positions/:id/vote',
    access: 'signed-in',
    summary: 'Opens a ballot on the text as it stands; its result decides the position.',
    params,
    body: z.strictObject({
      quorum: ballotQuorum,
      majority: ballotMajority,
      majorityOf: majorityBase,
      closesAt: instant,
      withoutEnglish,
      version,
    }),
    response: positionView,
    problems: ['wrong-state', 'version-conflict', 'amendments-open', 'unity-missing', 'english-incomplete'],
  },
  beginSilence: {
    method: 'POST',
    path: '/api/positions/:id/silence',
    access: 'signed-in',
    summary:
      'Begins the silence procedure: unless a gmina objects by then, in three days at least, the position is adopted.',
    params,
    body: z.strictObject({ until: instant, withoutEnglish, version }),
    response: positionView,
    problems: ['wrong-state', 'version-conflict', 'amendments-open', 'gmina-objects', 'english-incomplete'],
  },
  objectToSilence: {
    method: 'POST',
    path: '/api/positions/:id/objections',
    access: 'signed-in',
    summary: 'A gmina breaks the silence, with a reason: a ballot opens.',
    params,
    body: z.strictObject({ organizationId: id, reason }),
    response: positionView,
    status: 201,
    problems: ['wrong-state', 'silence-over', 'not-in-electorate'],
  },
  withdrawPosition: {
    method: 'POST',
    path: '/api/positions/:id/withdrawal',
    access: 'signed-in',
    summary:
      'Withdraws a position that is not adopted, with the ballot that is open on it: from then on the secretariat alone.',
    params,
    body: z.strictObject({ reason, version }),
    response: positionView,
    problems: ['wrong-state', 'version-conflict', 'ballot-closed'],
  },
});
