import { createHash } from 'node:crypto';
import type { Given, PositionView, positionsRoutes } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { expectVersion } from '../../../kernel/lifecycle.ts';
import { bodyIssue, Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import { positionWords } from '../../../platform/mail/words.ts';
import { clock, dayOf, openBallotFor } from '../../ballots/index.ts';
import { positionEvent } from '../position-event.ts';
import {
  ballotAfterObjection,
  closeAfterObjection,
  endorsementsMissing,
  missingEnglish,
  silenceIssues,
} from '../position.rules.ts';
import { readPositionIn } from '../positions.queries.ts';
import { countOpenAmendments, saveStand, unityOf } from '../discussion.store.ts';
import { saveVote, type LockedPosition } from '../positions.store.ts';
import { lockToKeep, lockToSpeak, presentText } from './lock-position.ts';

/** All that a vote needs decided is decided: amendments on which nobody has an answer would be lost by it. */
async function expectDecidedAmendments(work: Work, { id }: LockedPosition): Promise<void> {
  if ((await countOpenAmendments(work, id)) > 0) throw new Problem('amendments-open');
}

/** Where a text is in both languages, what stands in Polish alone is meant so: nobody finds it out after the vote. */
async function expectEnglish(work: Work, position: LockedPosition, withoutEnglish: boolean): Promise<void> {
  const { title, paragraphs } = missingEnglish(await presentText(work, position));
  const issues = [
    ...(title ? [bodyIssue('/withoutEnglish', 'title_without_english')] : []),
    ...(paragraphs.length > 0
      ? [bodyIssue('/withoutEnglish', 'paragraphs_without_english', { paragraphs: paragraphs.join(', ') })]
      : []),
  ];
  if (issues.length > 0 && !withoutEnglish) throw new Problem('english-incomplete', { issues });
}

type Draft = Parameters<typeof openBallotFor>[2];

/** How it is decided, and when the ballot closes. */
interface Rule
  extends
    Pick<Draft, 'quorum' | 'majority' | 'majorityOf'>,
    Partial<Pick<Draft, 'liveCount' | 'secret' | 'proxyLimit' | 'reminderHours'>> {
  readonly closesAt: Date;
}

/**
 * Opens a ballot on the text as it stands. Its question names the version and the SHA-256 of its words, so that the chain of
 * the votes holds the words, too.
 * @param among who is present, where it opens in a meeting
 */
async function openBallotOn(
  work: Work,
  actor: Actor,
  position: LockedPosition,
  { closesAt, ...rule }: Rule,
  among: readonly string[] | null = null,
): Promise<string> {
  const { titlePl, titleEn, textNumber, nature } = position;
  const text = await presentText(work, position);
  const words = [titlePl, titleEn, text.paragraphs.map(({ pl, en }) => [pl, en])];
  const hash = createHash('sha256').update(JSON.stringify(words)).digest('hex');
  const facts = { number: textNumber, hash };
  const english = titleEn ?? titlePl;
  const draft = {
    titlePl,
    titleEn: english,
    questionPl: positionWords('pl', 'question', { ...facts, title: titlePl }),
    questionEn: positionWords('en', 'question', { ...facts, title: english }),
    nature,
    liveCount: false,
    closesAt: closesAt.toISOString(),
    ...rule,
  };
  return openBallotFor(work, actor, draft, among);
}

interface Vote {
  readonly rule: Rule;
  readonly withoutEnglish: boolean;
  readonly among?: readonly string[];
}

/** Puts a locked position to the vote, once enough gminas endorse it and nothing of it is open. Gives the ballot's id. */
async function voteIn(
  work: Work,
  actor: Actor,
  position: LockedPosition,
  { rule, withoutEnglish, among }: Vote,
): Promise<string> {
  await expectDecidedAmendments(work, position);
  const { endorse, members } = await unityOf(work, position.id);
  const count = endorsementsMissing(position.threshold, members, endorse);
  if (count > 0) throw new Problem('unity-missing', { issues: [bodyIssue('', 'endorsements_missing', { count })] });
  await expectEnglish(work, position, withoutEnglish);
  const ballotId = await openBallotOn(work, actor, position, rule, among);
  await saveVote(work, position.id, { ballotId });
  work.record({
    ...positionEvent('position.put-to-vote', actor, position, {
      until: await dayOf(work, rule.closesAt),
      number: position.textNumber,
    }),
    detail: { ballotId, endorse, members },
  });
  return ballotId;
}

/** Puts a position to the vote of all member gminas, once enough of them endorse it. */
export const putToVote = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body: { version, closesAt, withoutEnglish = false, ...rule } }: Given<typeof positionsRoutes.putToVote>,
): Promise<PositionView> =>
  unit.run(actor, async (work) => {
    const position = await lockToKeep(work, actor, params.id, { may: 'putToVote', move: 'putToVote', version });
    await voteIn(work, actor, position, { rule: { ...rule, closesAt: new Date(closesAt) }, withoutEnglish });
    return readPositionIn(work, actor, position.id);
  });

/**
 * Puts a position to the vote of those who are present in a meeting, within the meeting's own deed. Gives the ballot's id.
 * @param textNumber the version that was read
 */
export async function putToVoteIn(
  work: Work,
  actor: Actor,
  id: string,
  { textNumber, ...vote }: Required<Vote> & { readonly textNumber: number },
): Promise<string> {
  const position = await lockToKeep(work, actor, id, { may: 'putToVote', move: 'putToVote' });
  const current = await readPositionIn(work, actor, id);
  expectVersion(textNumber, position.textNumber, () => current);
  return voteIn(work, actor, position, vote);
}

/** Begins the silence procedure: the text stands unless a gmina objects until then. Where one has objected, none are silent. */
export const beginSilence = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body: { until, version, withoutEnglish = false } }: Given<typeof positionsRoutes.beginSilence>,
): Promise<PositionView> =>
  unit.run(actor, async (work) => {
    const position = await lockToKeep(work, actor, params.id, { may: 'putToVote', move: 'putToVote', version });
    await expectDecidedAmendments(work, position);
    const { object, memberIds } = await unityOf(work, position.id);
    if (object > 0) throw new Problem('gmina-objects');
    refuse(silenceIssues(until, await clock(work)));
    await expectEnglish(work, position, withoutEnglish);
    const silenceUntil = new Date(until);
    await saveVote(work, position.id, { silenceUntil });
    work.record({
      ...positionEvent('position.silence-begun', actor, position, {
        until: await dayOf(work, silenceUntil),
        number: position.textNumber,
      }),
      organizationIds: memberIds,
    });
    return readPositionIn(work, actor, position.id);
  });

/** A gmina breaks the silence: a ballot opens at once, and what all thought silently is asked aloud. */
export const objectToSilence = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body: { organizationId, reason } }: Given<typeof positionsRoutes.objectToSilence>,
): Promise<PositionView> =>
  unit.run(actor, async (work) => {
    const speaking = { organizationId, may: 'speakFor', move: 'object' } as const;
    const { position, organization } = await lockToSpeak(work, actor, params.id, speaking);
    const { silenceUntil, ballotId: open, textNumber } = position;
    if (!silenceUntil || open !== null) throw new Problem('wrong-state', { state: position.state });
    const now = await clock(work);
    if (now >= silenceUntil) throw new Problem('silence-over');
    const stand = { positionId: position.id, organizationId, stand: 'OBJECTS', reason, textNumber } as const;
    await saveStand(work, { ...stand, personId: actor.personId });
    const closesAt = closeAfterObjection(now);
    const ballotId = await openBallotOn(work, actor, position, { ...ballotAfterObjection, closesAt });
    await saveVote(work, position.id, { ballotId });
    work.record({
      ...positionEvent('position.silence-broken', actor, position, { organization, reason }),
      organizationId,
      organizationIds: (await unityOf(work, position.id)).memberIds,
      detail: { ballotId },
    });
    return readPositionIn(work, actor, position.id);
  });
