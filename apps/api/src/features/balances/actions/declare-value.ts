import {
  amountOfWorth,
  valuesAtMost,
  worthIssues,
  type BalanceView,
  type balancesRoutes,
  type Given,
} from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { bodyIssue, found, Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { today } from '../../organizations/index.ts';
import { askedFor, valueEvent } from '../balance-event.ts';
import { balancePolicy } from '../balance.policy.ts';
import { dayIssues } from '../balance.rules.ts';
import { readBalanceIn } from '../balances.queries.ts';
import { countValues, gminaWithBalance, insertValue, lockYear, takesPart } from '../balances.store.ts';

type Input = Given<typeof balancesRoutes.declareValue>;

/** Declares what a gmina had of its membership. Somebody else is asked to confirm it: until then it does not count. */
export const declareValue = (unit: UnitOfWork, actor: Actor, { params, body }: Input): Promise<BalanceView> =>
  unit.run(actor, async (work) => {
    const gmina = found(await gminaWithBalance(work, actor, params.id));
    const declaredAs = balancePolicy.declaringOffice(actor, gmina.id);
    if (declaredAs === undefined) throw new Problem('forbidden');
    const { year, initiativeId } = body;
    const isOfInitiative = initiativeId === undefined || (await takesPart(work, gmina.id, initiativeId));
    refuse([
      ...dayIssues(body, await today(work)),
      ...worthIssues(body),
      ...(isOfInitiative ? [] : [bodyIssue('/initiativeId', 'unknown_initiative')]),
    ]);
    if ((await lockYear(work, year, 'declare')).closed) throw new Problem('year-closed');
    if ((await countValues(work, gmina.id, year)) >= valuesAtMost) throw new Problem('too-many');
    const told = { organizationId: gmina.id, organization: gmina.name, year, text: body.text, declaredAs };
    await insertValue(work, {
      ...body,
      organizationId: gmina.id,
      amount: amountOfWorth(body) ?? 0,
      declaredById: actor.personId,
      declaredAs,
    });
    work.record({ ...valueEvent('balance.value-declared', actor, told), audiences: [askedFor(told)] });
    return readBalanceIn(work, actor, gmina.id, year);
  });
