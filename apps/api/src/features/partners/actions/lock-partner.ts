import type { Actor } from '../../../kernel/actor.ts';
import { found, Problem } from '../../../kernel/problems.ts';
import type { Work } from '../../../kernel/work.ts';
import { expectUnchanged } from '../../activity/index.ts';
import { isInUse } from '../partner.lifecycle.ts';
import { readPartnerIn } from '../partners.queries.ts';
import { lockPartner, type LockedPartner } from '../partners.store.ts';

/** Refuses what was meant for an older state of a locked partner. */
export async function expectSeen(work: Work, actor: Actor, partner: LockedPartner, version: number): Promise<void> {
  const current = await readPartnerIn(work, actor, partner.id);
  await expectUnchanged(
    work,
    { version, kept: partner.version, current },
    { kinds: ['partner.accepted', 'partner.changed', 'partner.archived'], fact: 'partnerId', is: partner.id },
  );
}

/** Locks a partner of which more may be noted. */
export async function lockInUse(work: Work, actor: Actor, id: string): Promise<LockedPartner> {
  const partner = found(await lockPartner(work, actor, id));
  if (!isInUse(partner.state)) throw new Problem('wrong-state', { state: partner.state });
  return partner;
}
