import { describe, expect, test } from '@jest/globals';
import type { Holding, HoldingKind } from '@blizej/contracts';
import { holdings as registry } from '../../holdings.ts';
import { people, type PersonKey } from '../../demo/people.ts';
import { expectRefusal, refusal } from '../../../test/refusals.ts';
import { usePortal } from '../../../test/world.ts';
import { Prisma } from '../../platform/database/database.ts';
import { appoint } from './actions/appoint.ts';
import { deputize } from './actions/deputize.ts';
import { endAppointment } from './actions/end-appointment.ts';
import { readHandOver } from './actions/read-hand-over.ts';
import { invitePerson } from '../accounts/actions/invite-person.ts';
import { takeAssignment } from '../tasks/index.ts';
import { newTask, share } from '../../../test/tasks.ts';

describe('Appointments', () => {
  const portal = usePortal();
  const { world } = portal;

  const appointmentOf = async (key: PersonKey, office = people[key].office): Promise<string> =>
    (
      await world.row<{ id: string }>(Prisma.sql`
        SELECT appointment.id FROM appointment JOIN person ON person.id = person_id
        WHERE email = ${people[key].email} AND office = ${office}::office AND deputy_for_id IS NULL
          AND (ends_on IS NULL OR ends_on >= portal_today())`)
    ).id;

  const handOverOf = async (by: PersonKey, whose: PersonKey) =>
    readHandOver(world.unit, await world.actor(by), registry, await appointmentOf(whose));

  const movesTo = (holdings: readonly Holding[], toPersonId: string | null) =>
    holdings.map(({ kind, id }): { kind: HoldingKind; id: string; toPersonId: string | null } => ({
      kind,
      id,
      toPersonId,
    }));

  const end = async (by: PersonKey, whose: PersonKey, moves: ReturnType<typeof movesTo>, endsOn?: string) =>
    endAppointment(world.unit, await world.actor(by), registry, {
      params: { id: await appointmentOf(whose) },
      body: { endsOn: endsOn ?? (await world.day(-1)), moves },
    });

  const keepersOf = (whose: PersonKey) =>
    world.rows<{ title: string; keeper: string | null }>(Prisma.sql`
      SELECT task.title, keeper.name AS keeper FROM assignment JOIN task ON task.id = task_id
      LEFT JOIN person keeper ON keeper.id = keeper_id
      JOIN organization ON organization.id = assignment.organization_id
      WHERE assignment.state IN ('IN_PROGRESS', 'RETURNED', 'SUBMITTED') AND task.state = 'OPEN' AND organization.name = (
        SELECT organization.name FROM organization JOIN appointment ON appointment.organization_id = organization.id
        JOIN person ON person.id = person_id WHERE email = ${people[whose].email} LIMIT 1)
      ORDER BY task.title`);

  test('what a person holds is shown, moves to successors in one go, and who takes it over is told', async () => {
    const view = await handOverOf('latarnikowoCoordinator', 'latarnikowoOfficial');
    expect(view.holdings.map(({ kind, title }) => [kind, title])).toEqual([
      ['assignment', 'Wizyta studyjna: zgłoszenie uczestników'],
    ]);
    expect(view.successors.map(({ name }) => name)).toEqual(['Leon Lampowy', 'Lucyna Latarnik']);
    const successor = view.successors[0]?.id ?? '';
    const ended = await end('latarnikowoCoordinator', 'latarnikowoOfficial', movesTo(view.holdings, successor));
    expect(ended).toMatchObject({ state: 'PAST', abilities: { end: false, deputize: false } });
    expect(await keepersOf('latarnikowoMayor')).toEqual([
      { title: 'Wizyta studyjna: zgłoszenie uczestników', keeper: 'Leon Lampowy' },
    ]);
    expect((await world.newest('assignment.handed-over')).told).toContainEqual({
      name: 'Lucyna Latarnik',
      reason: 'INFORMED',
    });
    expect((await world.newest('appointment.ended')).facts).toEqual({
      organization: 'Latarnikowo',
      office: 'OFFICIAL',
      person: (await world.actor('latarnikowoOfficial')).personId,
    });
    // At once: the next request finds no office.
    const agent = await portal.as('latarnikowoOfficial');
    expect((await agent.get('/api/session')).body.appointments).toEqual([]);
  });

  test('to nobody: it stands without a keeper, and everybody who may take it is asked', async () => {
    const { holdings } = await handOverOf('sosnowyMayor', 'sosnowyOfficial');
    expect(holdings.length).toBeGreaterThan(0);
    await end('sosnowyMayor', 'sosnowyOfficial', movesTo(holdings, null));
    expect((await keepersOf('sosnowyMayor')).every(({ keeper }) => keeper === null)).toBe(true);
    expect((await world.newest('assignment.handed-over')).told).toEqual([]);
    const start = (await (await portal.as('sosnowyMayor')).get('/api/start')).body;
    expect(start.asked.map(({ keeper }: { keeper: unknown }) => keeper)).toEqual(start.asked.map(() => null));
  });

  test('what came up meanwhile, or was left unsaid, is refused with what is held now', async () => {
    const task = await newTask(world, 'mewia');
    const { holdings } = await handOverOf('mewiaMayor', 'mewiaOfficial');
    await takeAssignment(world.unit, await world.actor('mewiaOfficial'), { params: await share(world, task, 'mewia') });
    const problem = await refusal(end('mewiaMayor', 'mewiaOfficial', movesTo(holdings, null)));
    expect(problem.slug).toBe('hand-over-changed');
    expect((problem.extras.current as { holdings: Holding[] }).holdings).toHaveLength(holdings.length + 1);
    await expectRefusal(end('mewiaMayor', 'mewiaOfficial', []), 'hand-over-changed');
    const somebody = (
      await world.row<{ id: string }>(Prisma.sql`SELECT id FROM person WHERE email = 'ola@jantarowo.example'`)
    ).id;
    const all = (await handOverOf('mewiaMayor', 'mewiaOfficial')).holdings;
    const foreign = await refusal(end('mewiaMayor', 'mewiaOfficial', movesTo(all, somebody)));
    expect(foreign.extras.issues?.[0]).toEqual({ in: 'body', pointer: '/moves/0/toPersonId', code: 'unknown_person' });
    expect((await world.actor('mewiaOfficial')).offices).toHaveLength(1);
  });

  test('invitations in the person’s name go on in another’s, or are taken back', async () => {
    const coordinator = await world.actor('jantarowoCoordinator');
    const organizationId = await world.gmina('jantarowo');
    const body = { name: 'Nowa Osoba', office: 'OFFICIAL' as const, organizationId, language: 'pl' as const };
    await invitePerson(world.unit, coordinator, { body: { ...body, email: 'jedna@x.example' } });
    await invitePerson(world.unit, coordinator, { body: { ...body, email: 'druga@x.example' } });
    const { holdings, successors } = await handOverOf('jantarowoMayor', 'jantarowoCoordinator');
    const [first, second] = holdings.filter(({ kind }) => kind === 'invitation');
    const mayor = successors.find(({ name }) => name === 'Barbara Przykładowa')?.id ?? '';
    const moves = holdings.map(({ kind, id }) => ({ kind, id, toPersonId: id === first?.id ? mayor : null }));
    await end('jantarowoMayor', 'jantarowoCoordinator', moves);
    const invitations = await world.rows(Prisma.sql`
      SELECT inviter.name, revoked_at IS NOT NULL AS revoked FROM invitation JOIN person inviter ON inviter.id = invited_by_id
      WHERE invitation.id = ANY (${[first?.id, second?.id]}::uuid[]) ORDER BY inviter.name`);
    expect(invitations).toEqual([
      { name: 'Barbara Przykładowa', revoked: false },
      { name: 'Łukasz Łącznikowski', revoked: true },
    ]);
  });

  test('with another office in the gmina nothing is left behind', async () => {
    const personId = (await world.actor('jantarowoOfficial')).personId;
    const coordinator = await appoint(world.unit, await world.actor('jantarowoMayor'), registry, {
      params: { id: await world.gmina('jantarowo') },
      body: { personId, office: 'COORDINATOR', startsOn: await world.day(0) },
    });
    expect(coordinator).toMatchObject({ office: 'COORDINATOR', state: 'CURRENT', person: { name: 'Ola Urzędnicka' } });
    expect((await handOverOf('jantarowoMayor', 'jantarowoOfficial')).holdings).toEqual([]);
    await expectRefusal(
      appoint(world.unit, await world.actor('jantarowoMayor'), registry, {
        params: { id: await world.gmina('jantarowo') },
        body: { personId, office: 'COORDINATOR', startsOn: await world.day(0) },
      }),
      'already-appointed',
    );
  });

  test('a gmina has one mayor', async () => {
    const personId = (await world.actor('wydmyOfficial')).personId;
    const params = { id: await world.gmina('wydmy') };
    const body = { personId, office: 'EXECUTIVE' as const, startsOn: await world.day(0) };
    await expectRefusal(
      appoint(world.unit, await world.actor('secretary'), registry, { params, body }),
      'office-taken',
    );
    await expectRefusal(appoint(world.unit, await world.actor('wydmyMayor'), registry, { params, body }), 'forbidden');
    await expect(
      world.rows(Prisma.sql`
        INSERT INTO appointment (person_id, organization_id, office, starts_on)
        VALUES (${personId}::uuid, ${params.id}::uuid, 'EXECUTIVE', portal_today())`),
    ).rejects.toThrow(/appointment_one_executive/);
  });

  test('in succession to a mayor, the new one begins where the former ends, and takes over what they held', async () => {
    const secretary = await world.actor('secretary');
    const organizationId = await world.gmina('latarnikowo');
    const { personId } = await world.actor('latarnikowoCoordinator');
    const former = await appointmentOf('latarnikowoMayor');
    const mayor = await world.actor('latarnikowoMayor');
    const task = await newTask(world, 'latarnikowo');
    await takeAssignment(world.unit, mayor, { params: await share(world, task, 'latarnikowo') });
    const { holdings } = await handOverOf('secretary', 'latarnikowoMayor');
    expect(holdings).toHaveLength(1);
    const succeed = async (supersedesId: string) =>
      appoint(world.unit, secretary, registry, {
        params: { id: organizationId },
        body: {
          personId,
          office: 'EXECUTIVE',
          startsOn: await world.day(0),
          basis: 'Wybory przedterminowe',
          supersedesId,
        },
      });
    // Another office, another gmina's, one that is not there.
    for (const other of [
      await appointmentOf('latarnikowoCoordinator'),
      await appointmentOf('mewiaMayor'),
      '00000000-0000-7000-8000-000000000000',
    ]) {
      const problem = await refusal(succeed(other));
      expect(problem.extras.issues?.[0]).toEqual({ in: 'body', pointer: '/supersedesId', code: 'unknown_predecessor' });
    }
    const begun = await succeed(former);
    expect(begun).toMatchObject({ office: 'EXECUTIVE', state: 'CURRENT', person: { name: 'Leon Lampowy' } });
    const rows = await world.rows(Prisma.sql`
      SELECT former.ends_on = portal_today() - 1 AS ended, successor.id AS successor FROM appointment former
      JOIN appointment successor ON successor.supersedes_id = former.id WHERE former.id = ${former}::uuid`);
    expect(rows.at(0)).toEqual({ ended: true, successor: begun.id });
    const session = (await (await portal.as('latarnikowoMayor')).get('/api/session')).body;
    expect(session.appointments).toEqual([]);
    const taken = await keepersOf('latarnikowoCoordinator');
    for (const { title } of holdings) expect(taken).toContainEqual({ title, keeper: 'Leon Lampowy' });
    expect((await world.newest('appointment.ended')).facts.person).toBe(mayor.personId);
  });

  test('a deputy holds the same office for a time, and no longer than the one for whom they stand in', async () => {
    const mayor = await world.actor('foczyMayor');
    const personId = (await world.actor('foczyOfficial')).personId;
    const id = await appointmentOf('foczyMayor');
    const deputy = await deputize(world.unit, mayor, {
      params: { id },
      body: { personId, startsOn: await world.day(0), endsOn: await world.day(14) },
    });
    expect(deputy).toMatchObject({
      office: 'EXECUTIVE',
      deputyFor: { name: 'Franciszek Fokowski' },
      abilities: { deputize: false },
    });
    const agent = await portal.as('foczyOfficial');
    expect((await agent.get('/api/session')).body.actingFor.office).toBe('EXECUTIVE');
    const { holdings, deputies } = await handOverOf('secretary', 'foczyMayor');
    expect(deputies).toEqual([{ name: 'Felicja Falowa' }]);
    await end('secretary', 'foczyMayor', movesTo(holdings, null));
    expect((await agent.get('/api/session')).body.actingFor.office).toBe('OFFICIAL');
  });

  test.each([
    [-1, 0, 'unknown_person'],
    [2, 1, 'ends_before_start'],
  ])('a deputy from day %i to day %i: %s', async (from, to, code) => {
    const foreign = (await world.actor('mewiaMayor')).personId;
    const own = (await world.actor('sledziowoOfficial')).personId;
    const problem = await refusal(
      deputize(world.unit, await world.actor('sledziowoMayor'), {
        params: { id: await appointmentOf('sledziowoMayor') },
        body: {
          personId: code === 'unknown_person' ? foreign : own,
          startsOn: await world.day(from),
          endsOn: await world.day(to),
        },
      }),
    );
    expect(problem.extras.issues?.map((issue) => issue.code)).toEqual([code]);
  });

  test('a deputy names no deputy, and the one for whom they stand in sends them home', async () => {
    const mayor = await world.actor('bursztynowiecMayor');
    const { personId } = await world.actor('bursztynowiecOfficial');
    const body = { startsOn: await world.day(0), endsOn: await world.day(9) };
    const params = { id: await appointmentOf('bursztynowiecMayor') };
    const { id } = await deputize(world.unit, mayor, { params, body: { ...body, personId } });
    const again = { params: { id }, body: { ...body, personId: mayor.personId } };
    await expectRefusal(deputize(world.unit, await world.actor('secretary'), again), 'forbidden');
    const { holdings } = await readHandOver(world.unit, mayor, registry, id);
    expect(holdings).toEqual([]);
    await endAppointment(world.unit, mayor, registry, {
      params: { id },
      body: { endsOn: await world.day(-1), moves: [] },
    });
    await expect(
      world.rows(Prisma.sql`
        INSERT INTO appointment (person_id, organization_id, office, starts_on, ends_on, deputy_for_id)
        SELECT person_id, organization_id, office, starts_on, portal_today(), id FROM appointment
        WHERE deputy_for_id IS NOT NULL LIMIT 1`),
    ).rejects.toThrow(/deputy/);
  });

  test('somebody stays in the secretariat, whoever leaves at once', async () => {
    const [director, secretary] = await Promise.all([world.actor('director'), world.actor('secretary')]);
    const endOf = async (key: PersonKey) => ({
      params: { id: await appointmentOf(key) },
      body: { endsOn: await world.day(0), moves: movesTo((await handOverOf(key, key)).holdings, null) },
    });
    const inputs = await Promise.all([endOf('director'), endOf('secretary')]);
    const results = await Promise.allSettled([
      endAppointment(world.unit, director, registry, inputs[0]),
      endAppointment(world.unit, secretary, registry, inputs[1]),
    ]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const refused = results.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(refused.reason).toMatchObject({ slug: 'last-secretary' });
  });

  test('a keeper whose office ran out by itself is none', async () => {
    const task = await newTask(world, 'wydmy');
    await takeAssignment(world.unit, await world.actor('wydmyOfficial'), { params: await share(world, task, 'wydmy') });
    const keeper = async () =>
      (await (await portal.as('wydmyMayor')).get(`/api/tasks/${task.id}/assignments/${await world.gmina('wydmy')}`))
        .body.keeper;
    expect(await keeper()).toMatchObject({ name: 'Wanda Wydmowa' });
    await end('wydmyMayor', 'wydmyOfficial', [], await world.day(1));
    expect(await keeper()).toMatchObject({ name: 'Wanda Wydmowa' });
    await world.rows(Prisma.sql`
      UPDATE appointment SET ends_on = portal_today() - 1 WHERE id = ${await appointmentOf('wydmyOfficial')}::uuid`);
    expect(await keeper()).toBeNull();
  });

  test('an appointment that was a mistake ends at once, and stands in no list', async () => {
    const personId = (await world.actor('bursztynowiecOfficial')).personId;
    const params = { id: await world.gmina('bursztynowiec') };
    const mayor = await world.actor('bursztynowiecMayor');
    const { id } = await appoint(world.unit, mayor, registry, {
      params,
      body: { personId, office: 'COORDINATOR', startsOn: await world.day(0) },
    });
    const body = { endsOn: await world.day(-1), moves: [] };
    await endAppointment(world.unit, mayor, registry, { params: { id }, body });
    const agent = await portal.as('bursztynowiecMayor');
    for (const past of ['', '?past=true']) {
      const { items } = (await agent.get(`/api/organizations/${params.id}/appointments${past}`)).body;
      expect(items.map(({ id: listed }: { id: string }) => listed)).not.toContain(id);
    }
    await expectRefusal(endAppointment(world.unit, mayor, registry, { params: { id }, body }), 'wrong-state');
  });
});
