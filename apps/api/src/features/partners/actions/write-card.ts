import type { CardView, Given, partnerCardsRoutes } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { bodyIssue, found, Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import { expectUnchanged } from '../../activity/index.ts';
import { everybodyConcerned, initiativePolicy, isLive, lockInitiative } from '../../initiatives/index.ts';
import { insertCard, lockCard, saveCard, saveCardState, type LockedCard } from '../cards.store.ts';
import { readCardIn } from '../cards.queries.ts';
import { actingForId, cardEvent } from '../partner-event.ts';
import { cardLifecycle } from '../partner.lifecycle.ts';
import { cardPolicy } from '../partner.policy.ts';
import { budgetIssues, publicationIssues } from '../partner.rules.ts';

type To<Name extends keyof typeof partnerCardsRoutes> = Given<(typeof partnerCardsRoutes)[Name]>;

/** Whether the actor carries an initiative that is at work. */
async function carries(work: Work, actor: Actor, id: string): Promise<boolean> {
  const initiative = await lockInitiative(work, actor, id);
  return initiative !== undefined && isLive(initiative.stage) && initiativePolicy.change(actor, initiative);
}

/** Writes a draft of a card, for the actor's organization or for an initiative that it carries. */
export const writeCard = (unit: UnitOfWork, actor: Actor, { body }: To<'writePartnerCard'>): Promise<CardView> =>
  unit.run(actor, async (work) => {
    allow(cardPolicy.write(actor));
    const { initiativeId = null, ...written } = body;
    const isCarried = initiativeId === null || (await carries(work, actor, initiativeId));
    refuse([...budgetIssues(written), ...(isCarried ? [] : [bodyIssue('/initiativeId', 'initiative_not_carried')])]);
    const ownerId = actingForId(actor);
    const id = await insertCard(work, written, { ownerId, initiativeId });
    const title = { pl: written.titlePl, en: written.titleEn ?? null };
    work.record(cardEvent('card.written', actor, { id, title, ownerId }));
    return readCardIn(work, actor, id);
  });

async function expectSeen(work: Work, actor: Actor, card: LockedCard, version: number): Promise<void> {
  const current = await readCardIn(work, actor, card.id);
  await expectUnchanged(
    work,
    { version, kept: card.version, current },
    { kinds: ['card.changed', 'card.published', 'card.closed'], fact: 'cardId', is: card.id },
  );
}

/** Changes a card. What is public stays whole in both languages. */
export const changeCard = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body }: To<'changePartnerCard'>,
): Promise<CardView> =>
  unit.run(actor, async (work) => {
    const card = found(await lockCard(work, actor, params.id));
    allow(cardPolicy.change(actor, card));
    if (card.state === 'CLOSED') throw new Problem('wrong-state', { state: card.state });
    const { version, ...written } = body;
    await expectSeen(work, actor, card, version);
    refuse([...budgetIssues(written), ...(card.state === 'PUBLISHED' ? publicationIssues(written) : [])]);
    await saveCard(work, card.id, written);
    const title = { pl: written.titlePl, en: written.titleEn ?? null };
    work.record({ ...cardEvent('card.changed', actor, { ...card, title }), detail: { ...written } });
    return readCardIn(work, actor, card.id);
  });

/** Publishes a card that says everything, in both languages. */
export const publishCard = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body }: To<'publishPartnerCard'>,
): Promise<CardView> =>
  unit.run(actor, async (work) => {
    const card = found(await lockCard(work, actor, params.id));
    allow(cardPolicy.publish(actor, card));
    const state = cardLifecycle.move(card.state, 'publish');
    await expectSeen(work, actor, card, body.version);
    refuse(publicationIssues(card));
    await saveCardState(work, card.id, state);
    work.record({
      ...cardEvent('card.published', actor, card),
      audiences: card.initiativeId === null ? [] : await everybodyConcerned(work, card.initiativeId),
    });
    return readCardIn(work, actor, card.id);
  });

/** Closes a card: whoever opens it is told that nobody is looked for any more. */
export const closeCard = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body }: To<'closePartnerCard'>,
): Promise<CardView> =>
  unit.run(actor, async (work) => {
    const card = found(await lockCard(work, actor, params.id));
    allow(cardPolicy.close(actor, card));
    const state = cardLifecycle.move(card.state, 'close');
    await expectSeen(work, actor, card, body.version);
    await saveCardState(work, card.id, state);
    work.record(cardEvent('card.closed', actor, card));
    return readCardIn(work, actor, card.id);
  });
