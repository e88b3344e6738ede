import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  claimsAtMost,
  correctionsAtMost,
  receiptsAtMost,
  type BudgetView,
  type InitiativeView,
  type PlannedShare,
} from '@blizej/contracts';
import { actorWith } from '../../../test/actors.ts';
import { refusal } from '../../../test/refusals.ts';
import { useWorld } from '../../../test/world.ts';
import { people, type GminaKey, type PersonKey } from '../../demo/people.ts';
import type { Actor } from '../../kernel/actor.ts';
import { Prisma } from '../../platform/database/database.ts';
import { confirmPart, declarePart, moveInitiative, proposeInitiative } from '../initiatives/index.ts';
import { withdrawPart } from '../initiatives/actions/take-part.ts';
import { agreeToShare, askForAgreement, objectToShare } from './actions/agree-on-budget.ts';
import { changeClaim, submitClaim, writeClaim } from './actions/claim-money.ts';
import { acceptClaim, returnClaim } from './actions/decide-claim.ts';
import { planBudget } from './actions/plan-budget.ts';
import { planInstalments } from './actions/plan-instalments.ts';
import { correctReceipt, recordReceipt } from './actions/record-receipt.ts';
import { readBudget } from './budgets.queries.ts';

const world = useWorld();
let official: Actor;
let jantarowo: string;
let mewia: string;
beforeAll(async () => {
  official = await world.actor('jantarowoOfficial');
  jantarowo = await world.gmina('jantarowo');
  mewia = await world.gmina('mewia');
});

const reason = 'Tak uzgodniły gminy.';
const gminaOf = (by: PersonKey) => world.gmina(people[by].organization as GminaKey);

const propose = (): Promise<InitiativeView> =>
  proposeInitiative(world.unit, official, {
    body: {
      titlePl: `Inicjatywa ${crypto.randomUUID()}`,
      summaryPl: 'Jedno rozwiązanie dla kilku gmin.',
      benefit: 'Mniej kosztów.',
      level: 'LOCAL',
      goals: ['SEA'],
      topics: [],
    },
  });

/** An initiative that Jantarowo leads and in which Mewia takes part, both confirmed; as far as it is to be. */
async function initiative(stage: 'IDEA' | 'FUNDED' = 'FUNDED'): Promise<InitiativeView> {
  let view = await propose();
  const params = { id: view.id };
  for (const [by, mayor, role] of [
    ['jantarowoOfficial', 'jantarowoMayor', 'LEAD_PARTNER'],
    ['mewiaOfficial', 'mewiaMayor', 'PARTNER'],
  ] as const) {
    const organizationId = await gminaOf(by);
    await declarePart(world.unit, await world.actor(by), { params, body: { organizationId, role, part: 'Wkład.' } });
    view = await confirmPart(world.unit, await world.actor(mayor), { params: { ...params, organizationId } });
  }
  if (stage === 'IDEA') return view;
  for (const next of ['PREPARATION', 'APPLIED', 'FUNDED'] as const) {
    view = await moveInitiative(world.unit, official, { params, body: { stage: next, reason, version: view.version } });
  }
  return view;
}

const share = (organizationId: string, grant: number, own: number): PlannedShare => ({
  organizationId,
  grant,
  own,
  lines: [{ category: 'STAFF', grant, own }],
});
const planOf = (...shares: PlannedShare[]) => {
  const grant = shares.reduce((sum, one) => sum + one.grant, 0);
  const own = shares.reduce((sum, one) => sum + one.own, 0);
  const rate = { plnPerEur: 42_000, day: '2026-01-02', source: 'NBP, tabela A' };
  return { currency: 'EUR' as const, rate, grantRate: 8000, total: grant + own, grant, own, shares };
};
const ordinary = () => planOf(share(jantarowo, 80_000, 20_000), share(mewia, 40_000, 10_000));
const plan = (id: string, over: object = {}, version = 0, as = official) =>
  planBudget(world.unit, as, { params: { id }, body: { ...ordinary(), version, ...over } });
const ask = (id: string, version: number) =>
  askForAgreement(world.unit, official, { params: { id }, body: { version } });
const agree = async (id: string, by: PersonKey, version: number) =>
  agreeToShare(world.unit, await world.actor(by), {
    params: { id, organizationId: await gminaOf(by) },
    body: { version },
  });
async function agreed(): Promise<{ id: string; budget: BudgetView }> {
  const { id } = await initiative();
  const { version } = await ask(id, (await plan(id)).version);
  await agree(id, 'jantarowoMayor', version);
  return { id, budget: await agree(id, 'mewiaMayor', version) };
}

describe('A budget', () => {
  test('is shown in both currencies, by the rate of its day', async () => {
    const { id } = await initiative('IDEA');
    const budget = await plan(id);
    expect(budget.plan).toMatchObject({
      number: 1,
      state: 'DRAFT',
      total: 150_000,
      rate: { plnPerEur: 42_000, day: '2026-01-02' },
      converted: { currency: 'PLN', total: 630_000, grant: 504_000, own: 126_000, remainder: 0 },
    });
    expect(budget.detail?.shares.map(({ organization, converted }) => [organization.name, converted.total])).toEqual([
      ['Jantarowo', 420_000],
      ['Mewia Zatoka', 210_000],
    ]);
  });

  test('that does not balance is refused, with each sum that is off and by how much; nothing of it is kept', async () => {
    const { id } = await initiative('IDEA');
    const off = plan(id, { total: 150_001, grant: 120_100, grantRate: 7999 });
    expect((await refusal(off)).extras.issues).toMatchObject([
      { pointer: '/grant', code: 'shares_short', params: { found: 1200, declared: 1201, off: 1, currency: 'EUR' } },
      { pointer: '/total', code: 'total_exceeded', params: { off: 0.99 } },
      { pointer: '/grantRate', code: 'grant_over_rate' },
    ]);
    expect(await readBudget(world.database, official, id)).toMatchObject({ plan: null, version: 0 });
  });

  test('that does not balance is refused by the database too, whoever writes it', async () => {
    const { id } = await initiative('IDEA');
    await plan(id);
    const version = Prisma.sql`(SELECT id FROM budget_version WHERE initiative_id = ${id}::uuid)`;
    const line = Prisma.sql`share_id IN (SELECT id FROM budget_share WHERE version_id = ${version})`;
    const notBalanced = /does not balance/;
    await expect(
      world.rows(Prisma.sql`UPDATE budget_line SET own_amount = own_amount + 1 WHERE ${line}`),
    ).rejects.toThrow(notBalanced);
    await expect(world.rows(Prisma.sql`DELETE FROM budget_line WHERE ${line}`)).rejects.toThrow(notBalanced);
    await expect(world.rows(Prisma.sql`DELETE FROM budget_share WHERE version_id = ${version}`)).rejects.toThrow(
      notBalanced,
    );
    await expect(
      world.rows(
        Prisma.sql`UPDATE budget_version SET total = total + 1, own_amount = own_amount + 1 WHERE id = ${version}`,
      ),
    ).rejects.toThrow(notBalanced);
    await expect(
      world.rows(Prisma.sql`UPDATE budget_version SET total = total + 1 WHERE id = ${version}`),
    ).rejects.toThrow('budget_version_balances');
    await expect(
      world.rows(Prisma.sql`UPDATE budget_version SET grant_rate = 7999 WHERE id = ${version}`),
    ).rejects.toThrow('budget_version_keeps_to_its_rate');
    await expect(world.rows(Prisma.sql`UPDATE budget_line SET own_amount = -1 WHERE ${line}`)).rejects.toThrow(
      'budget_line_is_within_its_limits',
    );
  });

  test('is in force once the mayor of each participant has agreed to its share', async () => {
    const { id } = await initiative();
    const asked = await ask(id, (await plan(id)).version);
    const { told } = await world.newest('budget.asked');
    expect(told).toContainEqual({ name: people.mewiaMayor.name, reason: 'DECIDE' });
    const coordinator = await world.actor('jantarowoCoordinator');
    const params = { id, organizationId: jantarowo };
    const body = { version: asked.version };
    expect((await refusal(agreeToShare(world.unit, coordinator, { params, body }))).slug).toBe('forbidden');
    const first = await agree(id, 'jantarowoMayor', asked.version);
    expect(first.plan).toMatchObject({ state: 'ASKED', inForce: false });
    expect((await refusal(agree(id, 'jantarowoMayor', asked.version))).slug).toBe('wrong-state');
    const last = await agree(id, 'mewiaMayor', asked.version);
    expect(last.plan).toMatchObject({ state: 'AGREED', inForce: true });
    expect(last.detail?.shares.map(({ agreedBy }) => agreedBy)).toEqual([
      people.jantarowoMayor.name,
      people.mewiaMayor.name,
    ]);
    expect((await world.newest('budget.agreed')).facts).toMatchObject({ initiativeId: id });
    await expect(
      world.rows(Prisma.sql`UPDATE budget_version SET rate_source = 'inne' WHERE initiative_id = ${id}::uuid`),
    ).rejects.toThrow('is agreed');
    await expect(
      world.rows(Prisma.sql`UPDATE budget SET currency = 'PLN' WHERE initiative_id = ${id}::uuid`),
    ).rejects.toThrow('keeps its currency');
  });

  test('two mayors agree at the same moment, and it is agreed once', async () => {
    const { id } = await initiative();
    const { version } = await ask(id, (await plan(id)).version);
    await Promise.all([agree(id, 'jantarowoMayor', version), agree(id, 'mewiaMayor', version)]);
    expect((await readBudget(world.database, official, id))?.plan?.state).toBe('AGREED');
    const events = await world.rows(
      Prisma.sql`SELECT FROM event WHERE kind = 'budget.agreed' AND facts ->> 'initiativeId' = ${id}`,
    );
    expect(events).toHaveLength(1);
  });

  test('to which somebody objects is a draft again; so is one that is written anew, and who had agreed is asked anew', async () => {
    const { id } = await initiative();
    let budget = await ask(id, (await plan(id)).version);
    await agree(id, 'jantarowoMayor', budget.version);
    budget = await objectToShare(world.unit, await world.actor('mewiaMayor'), {
      params: { id, organizationId: mewia },
      body: { reason: 'Rada nie da tyle wkładu.', version: budget.version },
    });
    expect(budget.plan?.state).toBe('DRAFT');
    expect(budget.detail?.shares.every(({ agreedAt }) => agreedAt === null)).toBe(true);
    expect((await world.newest('budget.share-refused')).told).toContainEqual({
      name: people.jantarowoOfficial.name,
      reason: 'ASKED',
    });
    budget = await ask(id, budget.version);
    const anew = await plan(id, planOf(share(jantarowo, 90_000, 30_000), share(mewia, 30_000, 10_000)), budget.version);
    expect(anew.plan).toMatchObject({ number: 1, state: 'DRAFT', total: 160_000 });
    expect((await world.newest('budget.planned')).told).toContainEqual({
      name: people.mewiaMayor.name,
      reason: 'INFORMED',
    });
    expect((await refusal(agree(id, 'mewiaMayor', budget.version))).slug).toBe('wrong-state');
  });

  test('that was agreed is changed by a new version with a reason; the earlier one stays in force until that is agreed', async () => {
    const { id, budget } = await agreed();
    const next = planOf(share(jantarowo, 88_000, 22_000), share(mewia, 40_000, 10_000));
    expect((await refusal(plan(id, next, budget.version))).extras.issues).toMatchObject([
      { pointer: '/reason', code: 'reason_for_change' },
    ]);
    const pln = { ...next, currency: 'PLN', reason };
    expect((await refusal(plan(id, pln, budget.version))).extras.issues).toMatchObject([{ code: 'currency_fixed' }]);
    const changed = await plan(id, { ...next, reason }, budget.version);
    expect(changed.versions.map(({ number, state, inForce, total }) => [number, state, inForce, total])).toEqual([
      [2, 'DRAFT', false, 160_000],
      [1, 'AGREED', true, 150_000],
    ]);
    expect(changed.balance.planned).toBe(120_000);
    expect((await world.newest('budget.changed')).facts).toMatchObject({ reason });
    const again = await plan(id, next, changed.version);
    expect(again.plan).toMatchObject({ number: 2, reason });
    const earlier = await readBudget(world.database, official, id, 1);
    expect(earlier?.plan).toMatchObject({ number: 1, total: 150_000, inForce: true });
    expect(earlier?.detail?.shares[0]?.abilities).toEqual({ agree: false, object: false });
    expect(await readBudget(world.database, official, id, 3)).toBeUndefined();
    const { version } = await ask(id, again.version);
    await agree(id, 'jantarowoMayor', version);
    const inForce = await agree(id, 'mewiaMayor', version);
    expect(inForce.versions.map(({ inForce: stands }) => stands)).toEqual([true, false]);
    expect(inForce.balance.planned).toBe(128_000);
  });

  test('two who plan at once: one is kept, the other is shown it', async () => {
    const { id } = await initiative('IDEA');
    const outcomes = await Promise.allSettled([plan(id), plan(id, { grantRate: 9000 })]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const problem = await refusal(plan(id));
    expect([problem.slug, (problem.extras.current as BudgetView).version]).toEqual(['version-conflict', 1]);
    expect(problem.extras.by).toBe(people.jantarowoOfficial.name);
  });

  test('with a participant that has withdrawn is marked, and cannot be agreed before it is changed', async () => {
    const { id, version } = await initiative();
    const planned = await plan(id);
    await withdrawPart(world.unit, await world.actor('mewiaMayor'), {
      params: { id, organizationId: mewia },
      body: { reason, version },
    });
    const budget = await readBudget(world.database, official, id);
    expect(budget?.detail?.shares.find(({ organization }) => organization.id === mewia)?.standing).toBe('WITHDRAWN');
    expect(budget?.abilities).toMatchObject({ ask: false, obstacle: 'participant-gone' });
    expect((await refusal(ask(id, planned.version))).slug).toBe('participant-gone');
    expect((await refusal(plan(id, {}, planned.version))).extras.issues).toMatchObject([
      { pointer: '/shares/1/organizationId', code: 'not_a_participant' },
    ]);
    const alone = await plan(id, planOf(share(jantarowo, 80_000, 20_000)), planned.version);
    const { version: asked } = await ask(id, alone.version);
    expect((await agree(id, 'jantarowoMayor', asked)).plan?.state).toBe('AGREED');
  });

  test('with a participant that is no member any more cannot be agreed either', async () => {
    const { id } = await initiative();
    const { version } = await ask(id, (await plan(id)).version);
    await world.rows(
      Prisma.sql`UPDATE municipality SET status = 'FORMER', member_until = portal_today() WHERE organization_id = ${mewia}::uuid`,
    );
    try {
      const budget = await readBudget(world.database, official, id);
      expect(budget?.detail?.shares[1]?.standing).toBe('NOT_MEMBER');
      expect((await refusal(agree(id, 'jantarowoMayor', version))).slug).toBe('participant-gone');
    } finally {
      await world.rows(
        Prisma.sql`UPDATE municipality SET status = 'MEMBER', member_until = NULL WHERE organization_id = ${mewia}::uuid`,
      );
    }
  });

  test('is whole for those who take part, sums for other members, and nothing for a guest of others', async () => {
    const { id } = await initiative('IDEA');
    await plan(id);
    const outsider = await readBudget(world.database, await world.actor('bursztynowiecOfficial'), id);
    expect(outsider).toMatchObject({ detail: null, plan: { total: 150_000 }, balance: { planned: 120_000 } });
    expect(outsider?.abilities).toMatchObject({ plan: false, ask: false, claimFor: [], receiveFor: [] });
    expect((await refusal(plan(id, {}, 1, await world.actor('mewiaOfficial')))).slug).toBe('forbidden');
    const stranger = { ...actorWith(['PARTNER_CONTACT', crypto.randomUUID()]), personId: crypto.randomUUID() };
    expect(await readBudget(world.database, stranger, id)).toBeUndefined();
    expect((await refusal(plan(id, {}, 1, stranger))).slug).toBe('not-found');
    const guest = { ...actorWith(['PARTNER_CONTACT', mewia]), personId: crypto.randomUUID() };
    expect((await readBudget(world.database, guest, id))?.detail?.shares).toHaveLength(2);
  });

  test('is whole for a gmina once its part is confirmed, and planned by none that only declares that it leads', async () => {
    const { id } = await initiative('IDEA');
    await plan(id);
    const joining = await world.actor('bursztynowiecOfficial');
    const organizationId = await world.gmina('bursztynowiec');
    const params = { id, organizationId };
    const part = { organizationId, role: 'PARTNER', part: 'Wkład.' } as const;
    await declarePart(world.unit, joining, { params: { id }, body: part });
    expect(await readBudget(world.database, joining, id)).toMatchObject({ detail: null });
    await confirmPart(world.unit, await world.actor('bursztynowiecMayor'), { params });
    expect((await readBudget(world.database, joining, id))?.detail?.shares).toHaveLength(2);
    const other = await propose();
    const lead = { ...part, role: 'LEAD_PARTNER' } as const;
    await declarePart(world.unit, joining, { params: { id: other.id }, body: lead });
    expect((await readBudget(world.database, joining, other.id))?.abilities.plan).toBe(false);
    expect((await readBudget(world.database, official, other.id))?.abilities.plan).toBe(true);
    const own = planOf(share(organizationId, 80_000, 20_000));
    expect((await refusal(plan(other.id, own, 0, joining))).slug).toBe('forbidden');
  });
});

describe('Money', () => {
  const yesterday = () => world.day(-1);
  const claimOf = async (id: string, by: PersonKey, amount: number, over: object = {}) => {
    const body = { organizationId: await gminaOf(by), periodFrom: '2026-01-01', periodTo: await yesterday(), amount };
    const view = await writeClaim(world.unit, await world.actor(by), {
      params: { id },
      body: { ...body, currency: 'EUR', note: 'Praca zespołu.', ...over },
    });
    return view.detail?.claims[0]?.id ?? '';
  };
  const submit = async (id: string, claimId: string, by: PersonKey, version = 1) =>
    submitClaim(world.unit, await world.actor(by), { params: { id, claimId }, body: { version } });
  const accept = (id: string, claimId: string, as: Actor, acceptedAmount: number, why?: string, version = 2) =>
    acceptClaim(world.unit, as, {
      params: { id, claimId },
      body: { acceptedAmount, version, ...(why !== undefined && { reason: why }) },
    });
  const receive = async (id: string, over: object = {}, as = official) =>
    recordReceipt(world.unit, as, {
      params: { id },
      body: {
        organizationId: jantarowo,
        amount: 1000,
        currency: 'EUR',
        receivedOn: await yesterday(),
        note: '',
        ...over,
      },
    });

  test('is not claimed before the budget is agreed, nor before the initiative is funded', async () => {
    const early = await initiative('IDEA');
    await plan(early.id);
    expect((await refusal(claimOf(early.id, 'mewiaOfficial', 1))).slug).toBe('wrong-state');
    const { version, awaitsMoney } = await ask(early.id, 1);
    await agree(early.id, 'jantarowoMayor', version);
    expect([awaitsMoney, (await agree(early.id, 'mewiaMayor', version)).awaitsMoney]).toEqual([false, true]);
    expect((await agreed()).budget.awaitsMoney).toBe(false);
    const { id } = await initiative();
    await plan(id);
    expect((await refusal(claimOf(id, 'mewiaOfficial', 1))).slug).toBe('budget-not-agreed');
    expect((await refusal(receive(id))).slug).toBe('budget-not-agreed');
  });

  test('is claimed by the participant, accepted by the lead with a cut and its reason, received, and seen in the overview', async () => {
    const { id } = await agreed();
    const claimId = await claimOf(id, 'mewiaOfficial', 25_000);
    expect((await refusal(submit(id, claimId, 'jantarowoOfficial'))).slug).toBe('forbidden');
    await submit(id, claimId, 'mewiaOfficial');
    expect((await world.newest('budget.claim-submitted')).told).toContainEqual({
      name: people.jantarowoOfficial.name,
      reason: 'DECIDE',
    });
    expect((await refusal(accept(id, claimId, official, 25_001))).extras.issues).toMatchObject([
      { pointer: '/acceptedAmount', code: 'over_claimed', params: { left: 250 } },
    ]);
    expect((await refusal(accept(id, claimId, official, 20_000))).extras.issues).toMatchObject([
      { pointer: '/reason', code: 'reason_for_cut' },
    ]);
    const mewian = await world.actor('mewiaOfficial');
    expect((await refusal(accept(id, claimId, mewian, 25_000))).slug).toBe('forbidden');
    await accept(id, claimId, official, 20_000, 'Koszt sprzed projektu.');
    expect((await world.newest('budget.claim-cut')).told).toContainEqual({
      name: people.mewiaOfficial.name,
      reason: 'INFORMED',
    });
    const over = receive(id, { organizationId: mewia, amount: 20_001, claimId });
    expect((await refusal(over)).extras.issues).toMatchObject([{ code: 'over_accepted', params: { left: 200 } }]);
    const { balance, detail } = await receive(id, { organizationId: mewia, amount: 15_000, claimId }, mewian);
    expect(detail?.balances.find(({ organization }) => organization.id === mewia)).toMatchObject({
      planned: 40_000,
      own: 10_000,
      claimed: 25_000,
      accepted: 20_000,
      received: 15_000,
      left: 25_000,
    });
    expect(balance).toMatchObject({ planned: 120_000, received: 15_000, left: 105_000 });
    await expect(
      world.rows(Prisma.sql`UPDATE budget_claim SET amount = 1 WHERE id = ${claimId}::uuid`),
    ).rejects.toThrow('is accepted');
  });

  test('of the lead partner’s own claim the secretariat decides', async () => {
    const { id } = await agreed();
    const claimId = await claimOf(id, 'jantarowoOfficial', 10_000);
    await submit(id, claimId, 'jantarowoOfficial');
    expect((await refusal(accept(id, claimId, await world.actor('jantarowoMayor'), 10_000))).slug).toBe('forbidden');
    const { detail } = await accept(id, claimId, await world.actor('secretary'), 10_000);
    expect(detail?.claims[0]).toMatchObject({ state: 'ACCEPTED', acceptedAmount: 10_000, reason: null });
  });

  test('that was claimed is returned with a reason, corrected and submitted again', async () => {
    const { id } = await agreed();
    const claimId = await claimOf(id, 'mewiaOfficial', 5000);
    await submit(id, claimId, 'mewiaOfficial');
    const params = { id, claimId };
    const returned = await returnClaim(world.unit, official, { params, body: { reason: 'Brak faktury.', version: 2 } });
    expect(returned.detail?.claims[0]).toMatchObject({ state: 'RETURNED', reason: 'Brak faktury.' });
    const words = {
      periodFrom: '2026-01-01',
      periodTo: '2026-01-31',
      amount: 4000,
      currency: 'EUR' as const,
      note: 'Z fakturą.',
    };
    const mewian = await world.actor('mewiaOfficial');
    expect((await refusal(changeClaim(world.unit, mewian, { params, body: { ...words, version: 2 } }))).slug).toBe(
      'version-conflict',
    );
    await changeClaim(world.unit, mewian, { params, body: { ...words, version: 3 } });
    const again = await submit(id, claimId, 'mewiaOfficial', 4);
    expect(again.detail?.claims[0]).toMatchObject({ state: 'SUBMITTED', amount: 4000, reason: null });
  });

  test('is claimed as far as the planned grant goes, also by two claims at the same moment', async () => {
    const { id } = await agreed();
    expect((await refusal(claimOf(id, 'mewiaOfficial', 40_001))).extras.issues).toMatchObject([
      { pointer: '/amount', code: 'over_grant', params: { left: 400, currency: 'EUR' } },
    ]);
    const [one, other] = [await claimOf(id, 'mewiaOfficial', 30_000), await claimOf(id, 'mewiaOfficial', 30_000)];
    const outcomes = await Promise.allSettled([submit(id, one, 'mewiaOfficial'), submit(id, other, 'mewiaOfficial')]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const late = outcomes[0].status === 'rejected' ? one : other;
    expect((await refusal(submit(id, late, 'mewiaOfficial'))).slug).toBe('claims-over-plan');
  });

  test('in another currency is refused wherever it is given', async () => {
    const { id, budget } = await agreed();
    expect((await refusal(claimOf(id, 'mewiaOfficial', 1, { currency: 'PLN' }))).slug).toBe('currency-mixed');
    expect((await refusal(receive(id, { currency: 'PLN' }))).slug).toBe('currency-mixed');
    const instalment = {
      organizationId: mewia,
      dueOn: '2099-01-01',
      amount: 1,
      currency: 'PLN' as const,
      payer: 'Program',
    };
    const mixed = planInstalments(world.unit, official, {
      params: { id },
      body: { instalments: [instalment], version: budget.version },
    });
    expect((await refusal(mixed)).slug).toBe('currency-mixed');
  });

  test('is expected in instalments; one for which something has come in stays', async () => {
    const { id, budget } = await agreed();
    const instalment = {
      organizationId: jantarowo,
      dueOn: '2026-01-01',
      amount: 30_000,
      currency: 'EUR' as const,
      payer: 'Program',
    };
    const write = (instalments: (typeof instalment & { id?: string })[], version: number) =>
      planInstalments(world.unit, official, { params: { id }, body: { instalments, version } });
    expect((await refusal(write([{ ...instalment, amount: 80_001 }], budget.version))).extras.issues).toMatchObject([
      { pointer: '/instalments/0/amount', code: 'over_grant' },
    ]);
    const planned = await write([instalment, { ...instalment, dueOn: '2099-01-01' }], budget.version);
    const [first, second] = planned.detail?.instalments ?? [];
    expect([first?.late, second?.late]).toEqual([true, false]);
    const paid = await receive(id, { amount: 30_000, instalmentId: first?.id });
    expect(paid.detail?.instalments[0]).toMatchObject({ received: 30_000, late: false });
    expect((await refusal(write([], planned.version))).slug).toBe('instalment-paid');
    const kept = await write([{ ...instalment, ...(first && { id: first.id }), dueOn: '2026-02-01' }], planned.version);
    expect(kept.detail?.instalments).toMatchObject([{ id: first?.id, dueOn: '2026-02-01', received: 30_000 }]);
    expect((await refusal(receive(id, { instalmentId: second?.id }))).extras.issues).toMatchObject([
      { code: 'unknown_instalment' },
    ]);
  });

  test('that came in is never changed: a correction is a row of its own', async () => {
    const { id } = await agreed();
    const { detail } = await receive(id, { amount: 9000 });
    const receiptId = detail?.receipts[0]?.id ?? '';
    const correct = (amount: number, standsAt: number) =>
      correctReceipt(world.unit, official, {
        params: { id, receiptId },
        body: { amount, standsAt, reason: 'Pomyłka.' },
      });
    const corrected = await correct(900, 9000);
    expect(corrected.balance.received).toBe(900);
    expect(corrected.detail?.receipts.map(({ amount, correctsId }) => [amount, correctsId]).toSorted()).toEqual([
      [-8100, receiptId],
      [9000, null],
    ]);
    expect((await refusal(correct(800, 9000))).slug).toBe('version-conflict');
    // The whole that the receipt may come to is told, not what may be added to it.
    expect((await refusal(correct(80_001, 900))).extras.issues).toEqual([
      expect.objectContaining({ code: 'over_grant_corrected', params: { left: 800, currency: 'EUR' } }),
    ]);
    expect((await correct(80_000, 900)).balance.received).toBe(80_000);
    await correct(900, 80_000);
    await expect(world.rows(Prisma.sql`UPDATE budget_receipt SET amount = 1`)).rejects.toThrow('permission denied');
    await expect(world.asOwner('UPDATE budget_receipt SET amount = 1')).rejects.toThrow('never changed');
    expect((await refusal(receive(id, { receivedOn: await world.day(1) }))).extras.issues).toMatchObject([
      { pointer: '/receivedOn', code: 'in_future' },
    ]);
  });

  test('is claimed, received and corrected so many times and no more', async () => {
    const { id } = await agreed();
    const { personId } = official;
    await world.rows(Prisma.sql`
      INSERT INTO budget_claim (initiative_id, organization_id, number, period_from, period_to, amount, note)
      SELECT ${id}::uuid, ${mewia}::uuid, number, '2026-01-01', '2026-01-02', 1, 'Praca.'
      FROM generate_series(1, ${claimsAtMost - 1}::int) AS number`);
    await claimOf(id, 'mewiaOfficial', 1);
    expect((await refusal(claimOf(id, 'mewiaOfficial', 1))).slug).toBe('too-many');
    // Others claim all the same.
    await claimOf(id, 'jantarowoOfficial', 1);

    const { detail } = await receive(id, { amount: 10 });
    const receiptId = detail?.receipts[0]?.id ?? '';
    await world.rows(Prisma.sql`
      INSERT INTO budget_receipt (initiative_id, organization_id, amount, received_on, note, person_id)
      SELECT ${id}::uuid, ${jantarowo}::uuid, 1, '2026-01-02', '', ${personId}::uuid
      FROM generate_series(1, ${receiptsAtMost - 2}::int)`);
    await receive(id, { amount: 10 });
    expect((await refusal(receive(id, { amount: 10 }))).slug).toBe('too-many');
    const correct = (amount: number, standsAt: number) =>
      correctReceipt(world.unit, official, {
        params: { id, receiptId },
        body: { amount, standsAt, reason: 'Pomyłka.' },
      });
    await world.rows(Prisma.sql`
      INSERT INTO budget_receipt (initiative_id, organization_id, amount, received_on, note, person_id, corrects_id)
      SELECT ${id}::uuid, ${jantarowo}::uuid, 1, '2026-01-02', 'Pomyłka.', ${personId}::uuid, ${receiptId}::uuid
      FROM generate_series(1, ${correctionsAtMost - 1}::int)`);
    const standsAt = 10 + correctionsAtMost - 1;
    await correct(20, standsAt);
    expect((await refusal(correct(21, 20))).slug).toBe('too-many');
  });
});
