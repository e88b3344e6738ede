import type { fundingPlansRoutes, Given, NeedView } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { expectVersion } from '../../../kernel/lifecycle.ts';
import { allow } from '../../../kernel/policy.ts';
import { bodyIssue, found, Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import { fundingPolicy } from '../funding.policy.ts';
import { readNeedIn } from '../needs.queries.ts';
import {
  insertNeed,
  lockNeed,
  saveNeed,
  saveNeedWithdrawal,
  type DescribedNeed,
  type LockedNeed,
} from '../needs.store.ts';

type To<Name extends 'changeNeed' | 'stateNeed' | 'withdrawNeed'> = Given<(typeof fundingPlansRoutes)[Name]>;

const needIssues = ({ cost, currency }: DescribedNeed) =>
  cost !== undefined && currency === undefined ? [bodyIssue('/currency', 'currency_missing')] : [];

/** Says what a gmina needs. */
export const stateNeed = (unit: UnitOfWork, actor: Actor, { body }: To<'stateNeed'>): Promise<NeedView> =>
  unit.run(actor, async (work) => {
    allow(fundingPolicy.stateNeed(actor));
    refuse(needIssues(body));
    const { organizationId, organizationName } = found(mainOffice(actor));
    const id = await insertNeed(work, organizationId, actor.personId, body);
    work.record({
      kind: 'need.stated',
      facts: { need: body.title, organization: organizationName },
      actingFor: organizationId,
      organizationId,
      detail: { id, ...body },
    });
    return readNeedIn(work, actor, id);
  });

async function lockToChange(work: Work, actor: Actor, id: string, version: number): Promise<LockedNeed> {
  const need = found(await lockNeed(work, actor, id));
  allow(fundingPolicy.changeNeed(actor, need.organizationId));
  if (need.isWithdrawn) throw new Problem('wrong-state', { state: 'WITHDRAWN' });
  const current = await readNeedIn(work, actor, id);
  expectVersion(version, need.version, () => current);
  return need;
}

/** Changes what a gmina says that it needs. */
export const changeNeed = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body: { version, ...described } }: To<'changeNeed'>,
): Promise<NeedView> =>
  unit.run(actor, async (work) => {
    const { id, organizationId, organization } = await lockToChange(work, actor, params.id, version);
    refuse(needIssues(described));
    await saveNeed(work, id, described);
    work.record({
      kind: 'need.changed',
      facts: { need: described.title, organization },
      actingFor: mainOffice(actor)?.organizationId ?? null,
      organizationId,
      detail: { id, ...described },
    });
    return readNeedIn(work, actor, id);
  });

/** Says that something is no need any more. */
export const withdrawNeed = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body: { reason, version } }: To<'withdrawNeed'>,
): Promise<NeedView> =>
  unit.run(actor, async (work) => {
    const { id, title, organizationId, organization } = await lockToChange(work, actor, params.id, version);
    await saveNeedWithdrawal(work, id, reason);
    work.record({
      kind: 'need.withdrawn',
      facts: { need: title, organization, reason },
      actingFor: mainOffice(actor)?.organizationId ?? null,
      organizationId,
    });
    return readNeedIn(work, actor, id);
  });
