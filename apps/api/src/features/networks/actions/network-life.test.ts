import { describe, expect, test } from '@jest/globals';
import { expectRefusal, refusal } from '../../../../test/refusals.ts';
import { useWorld } from '../../../../test/world.ts';
import { Prisma } from '../../../platform/database/database.ts';
import { recordResolution } from '../../resolutions/actions/record-resolution.ts';
import { readNetwork } from '../networks.queries.ts';
import { activateNetwork } from './activate-network.ts';
import { changeLead } from './change-lead.ts';
import { proposeNetwork } from './propose-network.ts';
import { rejectNetwork } from './reject-network.ts';

describe('A network', () => {
  const world = useWorld();
  const mandate = {
    issuingBody: 'BOARD' as const,
    number: '33/2026',
    adoptedOn: '2026-10-01',
    title: 'w sprawie sieci',
  };
  const own = {
    kind: 'PERMANENT',
    namePl: 'Nasza sieć',
    purposePl: 'Cel naszej sieci.',
    benefit: 'Korzyść dla gmin nad morzem.',
    goals: ['SOCIETY'],
    topics: ['plaże'],
    joinPolicy: 'OPEN',
  } satisfies Parameters<typeof proposeNetwork>[2];
  const propose = async (changes: Record<string, unknown> = {}) =>
    proposeNetwork(world.unit, await world.actor('secretary'), {
      kind: 'PERMANENT',
      namePl: `Sieć ${crypto.randomUUID()}`,
      purposePl: 'Cel, który da się ocenić.',
      benefit: 'Korzyść, którą gminy zobaczą.',
      goals: ['SEA'],
      topics: [],
      joinPolicy: 'OPEN',
      ...changes,
    });

  test('is proposed by the secretariat or a gmina, and seen by nobody else until it is active', async () => {
    const network = await propose();
    expect(network).toMatchObject({ state: 'PROPOSED', mandate: null, lead: null, abilities: { activate: true } });
    await expectRefusal(proposeNetwork(world.unit, await world.actor('jantarowoOfficial'), { ...own }), 'forbidden');
    const mayor = await world.actor('jantarowoMayor');
    await expectRefusal(proposeNetwork(world.unit, mayor, { ...own, mandate }), 'forbidden');
    const proposed = await proposeNetwork(world.unit, mayor, { ...own });
    expect(proposed).toMatchObject({
      proposedBy: { name: 'Jantarowo' },
      benefit: own.benefit,
      goals: ['SOCIETY'],
      topics: ['plaże'],
      abilities: { activate: false },
    });
    expect((await world.newest('network.proposed')).told.map(({ name }) => name)).toContain(
      (await world.actor('secretary')).name,
    );
    expect(await readNetwork(world.database, await world.actor('mewiaMayor'), proposed.id)).toBeUndefined();
    await expectRefusal(
      rejectNetwork(world.unit, await world.actor('jantarowoMayor'), {
        params: { id: network.id },
        body: { reason: 'Nie chcemy.', version: 1 },
      }),
      'not-found',
    );
  });

  test('is not activated under a resolution that is not in force', async () => {
    const network = await propose();
    const secretary = await world.actor('secretary');
    const ended = { issuingBody: 'BOARD' as const, number: '2/2026', adoptedOn: '2026-01-02', title: 'w sprawie prób' };
    await recordResolution(world.unit, secretary, { body: { ...ended, validUntil: '2026-02-01' } });
    const leadOrganizationId = await world.gmina('foczy');
    const activate = (over: object) =>
      activateNetwork(world.unit, secretary, {
        params: { id: network.id },
        body: { leadOrganizationId, version: 1, mandate: { ...ended, ...over } },
      });
    await expectRefusal(activate({}), 'mandate-not-in-force');
    await expectRefusal(activate({ number: '3/2999', adoptedOn: '2999-01-01' }), 'mandate-not-in-force');
    expect(await activate({ number: '3/2026' })).toMatchObject({ mandateStanding: 'IN_FORCE' });
  });

  test('is activated under a mandate only, with a member of the association as its lead', async () => {
    const network = await propose();
    const activate = async (body: object) =>
      activateNetwork(world.unit, await world.actor('secretary'), {
        params: { id: network.id },
        body: { leadOrganizationId: await world.gmina('foczy'), version: 1, ...body },
      });
    await expectRefusal(activate({}), 'mandate-missing');
    const stranger = await world.row<{ id: string }>(
      Prisma.sql`SELECT organization_id AS id FROM municipality WHERE status IS NULL ORDER BY teryt LIMIT 1`,
    );
    const problem = await refusal(activate({ mandate, leadOrganizationId: stranger.id }));
    expect(problem.extras.issues).toEqual([{ in: 'body', pointer: '/leadOrganizationId', code: 'not_a_member' }]);
    const active = await activate({ mandate });
    expect(active).toMatchObject({
      state: 'ACTIVE',
      mandate: { number: '33/2026' },
      lead: { name: 'Foczy Róg' },
      memberCount: 1,
      startsOn: await world.day(0),
    });
    await expectRefusal(activate({ mandate, version: 2 }), 'wrong-state');
  });

  test('hands its lead to another member, never to a stranger', async () => {
    const id = await world.network('woda');
    const change = async (organizationId: string, version: number) =>
      changeLead(world.unit, await world.actor('jantarowoMayor'), {
        params: { id },
        body: { organizationId, version },
      });
    const { version } = await world.row<{ version: number }>(
      Prisma.sql`SELECT version FROM network WHERE id = ${id}::uuid`,
    );
    expect((await refusal(change(await world.gmina('bursztynowiec'), version))).slug).toBe('invalid');
    const changed = await change(await world.gmina('mewia'), version);
    expect(changed).toMatchObject({ lead: { name: 'Mewia Zatoka' }, abilities: { changeLead: false } });
    await expectRefusal(change(await world.gmina('wydmy'), changed.version), 'forbidden');
  });

  test('is never active without a lead or a mandate, whatever is written: the database refuses', async () => {
    const id = await world.network('turystyka');
    await expect(
      world.rows(Prisma.sql`UPDATE membership SET state = 'LEFT' WHERE network_id = ${id}::uuid AND role = 'LEAD'`),
    ).rejects.toThrow(/without a lead/);
    await expect(world.rows(Prisma.sql`UPDATE network SET mandate_id = NULL WHERE id = ${id}::uuid`)).rejects.toThrow(
      /network_works_under_a_mandate/,
    );
  });
});
