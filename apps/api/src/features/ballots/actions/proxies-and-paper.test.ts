import { describe, expect, test } from '@jest/globals';
import type { ballotsRoutes, BallotView, Given } from '@blizej/contracts';
import { cast, hours, newBallot } from '../../../../test/ballots.ts';
import { expectRefusal, refusal } from '../../../../test/refusals.ts';
import { useWorld } from '../../../../test/world.ts';
import { people, type GminaKey, type PersonKey } from '../../../demo/people.ts';
import { Prisma } from '../../../platform/database/database.ts';
import { exportBallot, readBallot, readPopolo } from '../ballots.queries.ts';
import { listProxies } from '../proxies.queries.ts';
import { castVote } from './cast-vote.ts';
import { enterPaperVote } from './enter-paper-vote.ts';
import { nameProxy } from './name-proxy.ts';
import { revokeProxy } from './revoke-proxy.ts';
import { turnBallots } from './turn-ballots.ts';

type ProxyBody = Given<typeof ballotsRoutes.nameProxy>['body'];

describe('A vote by proxy', () => {
  const world = useWorld();
  const name = async (by: PersonKey, of: GminaKey, over: Partial<ProxyBody>) =>
    nameProxy(world.unit, await world.actor(by), {
      body: {
        organizationId: await world.gmina(of),
        document: 'Pełnomocnictwo nr 4/2026',
        documentOn: await world.day(-1),
        ...over,
      },
    });
  const castFor = async (by: PersonKey, of: GminaKey, id: string, choice: 'FOR' | 'AGAINST' = 'FOR') =>
    castVote(world.unit, await world.actor(by), {
      params: { id },
      body: { organizationId: await world.gmina(of), choice },
    });
  const seen = async (id: string, by: PersonKey): Promise<BallotView> => {
    const view = await readBallot(world.database, await world.actor(by), id);
    if (!view) throw new Error(`${by} does not see the ballot.`);
    return view;
  };
  /** A vote by proxy as it could be written past the portal. */
  const forge = async (id: string, proxyId: string, of: GminaKey) => `
    INSERT INTO ballot_vote (ballot_id, number, organization_id, choice, person_id, office, cast_at, nonce, receipt, proxy_id)
    SELECT '${id}', vote_count + 1, '${await world.gmina(of)}', 'FOR', (SELECT id FROM person LIMIT 1), 'EXECUTIVE',
           portal_clock(), '', random()::text, '${proxyId}'
    FROM ballot WHERE id = '${id}'`;
  const revoke = async (id: string, by: PersonKey) =>
    revokeProxy(world.unit, await world.actor(by), { params: { id }, body: { reason: 'Wójt zagłosuje sam.' } });

  test('stands in the record with the office of its holder, and is void once the gmina votes itself', async () => {
    const { id } = await newBallot(world);
    const proxy = await name('foczyMayor', 'foczy', { ballotId: id, holderId: await world.gmina('mewia') });
    expect(proxy).toMatchObject({ holder: { organization: { name: 'Mewia Zatoka' }, person: null }, state: 'LIVE' });
    const told = (await world.newest('ballot.proxy-named')).told.map((person) => person.name);
    expect(told).toEqual(expect.arrayContaining([people.mewiaMayor.name, people.director.name]));
    expect((await seen(id, 'mewiaMayor')).casts).toEqual([
      { organization: { id: await world.gmina('foczy'), name: 'Foczy Róg' }, byProxy: true },
      { organization: { id: await world.gmina('mewia'), name: 'Mewia Zatoka' }, byProxy: false },
    ]);
    const receipt = await castFor('mewiaMayor', 'foczy', id, 'AGAINST');
    expect(receipt).toMatchObject({ office: 'EXECUTIVE', proxy: { organization: 'Mewia Zatoka' } });
    expect((await world.newest('ballot.cast-by-proxy')).told.map((person) => person.name)).toContain(
      people.foczyMayor.name,
    );
    // The holder and the gmina see the vote; nobody else does before the close.
    const voteSeenBy = async (by: PersonKey) =>
      (await seen(id, by)).electors.find(({ organization }) => organization.name === 'Foczy Róg')?.vote?.choice;
    expect(await Promise.all([voteSeenBy('mewiaMayor'), voteSeenBy('foczyMayor'), voteSeenBy('secretary')])).toEqual([
      'AGAINST',
      'AGAINST',
      undefined,
    ]);
    await cast(world, id, 'foczyMayor', 'FOR');
    await expectRefusal(castFor('mewiaMayor', 'foczy', id), 'proxy-void');
    expect((await seen(id, 'mewiaMayor')).casts).toHaveLength(1);
    await turnBallots(world.unit.at(hours(49)));
    const record = await exportBallot(world.database, await world.actor('foczyOfficial'), id);
    expect(record?.votes).toMatchObject([
      { choice: 'AGAINST', proxy: { document: 'Pełnomocnictwo nr 4/2026' } },
      { choice: 'FOR' },
    ]);
    expect(record?.result.count).toEqual({ for: 1, against: 0, abstain: 0 });
    await expectRefusal(
      name('wydmyMayor', 'wydmy', { ballotId: id, holderId: await world.gmina('mewia') }),
      'ballot-closed',
    );
  });

  test('is cast by one named person alone, where the document names one', async () => {
    const { id } = await newBallot(world);
    await name('jantarowoMayor', 'jantarowo', { ballotId: id, email: people.jantarowoOfficial.email });
    expect(await castFor('jantarowoOfficial', 'jantarowo', id)).toMatchObject({ office: 'OFFICIAL' });
    await expectRefusal(castFor('jantarowoColleague', 'jantarowo', id), 'forbidden');
    await expectRefusal(castFor('mewiaMayor', 'jantarowo', id), 'forbidden');
    expect((await world.newest('ballot.proxy-named')).told.map((person) => person.name)).toContain(
      people.jantarowoOfficial.name,
    );
  });

  test('is refused beyond the number that the rule allows, and where the rule allows none', async () => {
    const { id } = await newBallot(world, { proxyLimit: 1 });
    const mewia = await world.gmina('mewia');
    await name('foczyMayor', 'foczy', { ballotId: id, holderId: mewia });
    await name('wydmyMayor', 'wydmy', { ballotId: id, holderId: mewia });
    await castFor('mewiaMayor', 'foczy', id);
    await castFor('mewiaMayor', 'foczy', id, 'AGAINST');
    await expectRefusal(castFor('mewiaMayor', 'wydmy', id), 'proxy-limit');
    const none = await newBallot(world, { proxyLimit: 0 });
    const { extras } = await refusal(name('foczyMayor', 'foczy', { ballotId: none.id, holderId: mewia }));
    expect(extras.issues).toMatchObject([{ pointer: '/ballotId', code: 'takes_no_proxies' }]);
    // One that holds for a time reaches no such ballot either, and be it the gmina's own deputy.
    const deputy = await name('jantarowoMayor', 'jantarowo', {
      email: people.jantarowoOfficial.email,
      validFrom: await world.day(0),
      validUntil: await world.day(3),
    });
    await expectRefusal(castFor('jantarowoOfficial', 'jantarowo', none.id), 'proxy-limit');
    await expect(world.asOwner(await forge(none.id, deputy.id, 'jantarowo'))).rejects.toMatchObject({ code: '23001' });
    await revoke(deputy.id, 'jantarowoMayor');
  });

  test('holds for its time, and not once it was taken back', async () => {
    const { id } = await newBallot(world);
    const holderId = await world.gmina('latarnikowo');
    const period = { holderId, validFrom: await world.day(-3), validUntil: await world.day(3) };
    const proxy = await name('sledziowoMayor', 'sledziowo', period);
    await expectRefusal(
      name('sledziowoMayor', 'sledziowo', { ...period, validFrom: await world.day(3) }),
      'proxy-exists',
    );
    await castFor('latarnikowoMayor', 'sledziowo', id);
    await expectRefusal(revoke(proxy.id, 'latarnikowoMayor'), 'forbidden');
    expect(await revoke(proxy.id, 'sharedCoordinator').catch(() => revoke(proxy.id, 'sledziowoMayor'))).toMatchObject({
      state: 'REVOKED',
      revocation: 'Wójt zagłosuje sam.',
    });
    await expectRefusal(revoke(proxy.id, 'sledziowoMayor'), 'wrong-state');
    await expectRefusal(castFor('latarnikowoMayor', 'sledziowo', id, 'AGAINST'), 'forbidden');
    const past = { holderId, validFrom: await world.day(-9), validUntil: await world.day(-4) };
    await name('sledziowoMayor', 'sledziowo', past);
    await expectRefusal(castFor('latarnikowoMayor', 'sledziowo', id), 'forbidden');
  });

  test('is named by the gmina, or by the secretariat with the trace, which only these two read', async () => {
    const { id } = await newBallot(world);
    const over = { ballotId: id, holderId: await world.gmina('jantarowo') };
    await expectRefusal(name('mewiaMayor', 'sosnowy', over), 'forbidden');
    await expectRefusal(name('sosnowyOfficial', 'sosnowy', over), 'forbidden');
    const unknown = await refusal(name('sosnowyMayor', 'sosnowy', { ballotId: id, email: 'nikt@example.org' }));
    expect(unknown.extras.issues).toMatchObject([{ pointer: '/email', code: 'nobody_of_own_gmina' }]);
    const named = await name('secretary', 'sosnowy', { ...over, trace: 'Pismo z e-Doręczeń nr 12.' });
    expect(named.trace).toBe('Pismo z e-Doręczeń nr 12.');
    await expectRefusal(name('sosnowyMayor', 'sosnowy', over), 'proxy-exists');
    const traceSeenBy = async (by: PersonKey) =>
      (await listProxies(world.database, await world.actor(by), {})).items.find((proxy) => proxy.id === named.id)
        ?.trace;
    expect(await traceSeenBy('sosnowyMayor')).toBe('Pismo z e-Doręczeń nr 12.');
    expect(await traceSeenBy('mewiaMayor')).toBeNull();
    const outsider = { ...(await world.actor('mewiaMayor')), offices: [] };
    expect((await listProxies(world.database, outsider, {})).items).toEqual([]);
  });

  test('tells nothing of people whom the gmina does not see: an address of others is answered as one that nobody has', async () => {
    const { id } = await newBallot(world);
    const answerTo = async (by: PersonKey, over: Partial<ProxyBody>) => {
      const { slug, extras } = await refusal(name(by, 'wydmy', { ballotId: id, ...over }));
      return { slug, extras };
    };
    const holderId = await world.gmina('mewia');
    for (const over of [{}, { holderId }]) {
      const nobodys = await answerTo('wydmyMayor', { email: 'nikt@mewia-zatoka.example', ...over });
      expect(nobodys.extras.issues).toMatchObject([{ pointer: '/email', code: 'nobody_of_own_gmina' }]);
      for (const { email } of [people.mewiaOfficial, people.mewiaMayor, people.secretary])
        expect(await answerTo('wydmyMayor', { email, ...over })).toEqual(nobodys);
    }
    // Where an own person works beside that stays untold, too.
    const { personId } = await world.actor('wydmyOfficial');
    await world.rows(Prisma.sql`
      INSERT INTO appointment (person_id, organization_id, office, starts_on)
      VALUES (${personId}::uuid, ${await world.gmina('bursztynowiec')}::uuid, 'OFFICIAL', portal_today() - 1)`);
    const own = await name('wydmyMayor', 'wydmy', { ballotId: id, email: people.wydmyOfficial.email });
    expect(own.holder).toEqual({
      organization: { id: await world.gmina('wydmy'), name: 'Wydmy Wielkie' },
      person: people.wydmyOfficial.name,
    });
    // The secretariat sees all accounts, and enters whom the gmina's letter names.
    const entered = await name('secretary', 'foczy', {
      ballotId: id,
      email: people.mewiaOfficial.email,
      trace: 'Pismo wójta nr 7.',
    });
    expect(entered.holder).toMatchObject({ organization: { id: holderId }, person: people.mewiaOfficial.name });
  });

  test('is nobody’s to give themselves, and the gmina’s own people have it from the mayor or through the secretariat', async () => {
    const { id } = await newBallot(world);
    const issuesOf = async (naming: Promise<unknown>) => (await refusal(naming)).extras.issues;
    const [myself, ownPerson] = [
      [expect.objectContaining({ pointer: '/email', code: 'holder_is_namer' })],
      [expect.objectContaining({ pointer: '/email', code: 'own_person_by_mayor' })],
    ];
    const period = { validFrom: await world.day(0), validUntil: await world.day(9) };
    const own = { email: people.jantarowoCoordinator.email };
    for (const scope of [{ ballotId: id }, period])
      expect(await issuesOf(name('jantarowoCoordinator', 'jantarowo', { ...scope, ...own }))).toEqual(myself);
    const colleague = { ballotId: id, email: people.jantarowoColleague.email };
    expect(await issuesOf(name('jantarowoCoordinator', 'jantarowo', colleague))).toEqual(ownPerson);
    // Whoever votes for another gmina too does not send it the vote, whichever of both they act for.
    const coordinator = await world.actor('jantarowoCoordinator');
    const mewia = await world.gmina('mewia');
    await world.rows(Prisma.sql`
      INSERT INTO appointment (person_id, organization_id, office, starts_on)
      VALUES (${coordinator.personId}::uuid, ${mewia}::uuid, 'DELEGATE', portal_today() - 1)`);
    const acting = { ...coordinator, offices: coordinator.offices.filter((held) => held.organizationId !== mewia) };
    const document = { document: 'Pełnomocnictwo nr 4/2026', documentOn: await world.day(-1) };
    const organizationId = await world.gmina('jantarowo');
    const body = { organizationId, ballotId: id, holderId: mewia, ...document };
    expect(await issuesOf(nameProxy(world.unit, acting, { body }))).toEqual([
      expect.objectContaining({ pointer: '/holderId', code: 'holder_is_namer' }),
    ]);
    // Nor a colleague who has a place there.
    const { personId } = await world.actor('jantarowoColleague');
    await world.rows(Prisma.sql`
      INSERT INTO appointment (person_id, organization_id, office, starts_on)
      VALUES (${personId}::uuid, ${mewia}::uuid, 'OFFICIAL', portal_today() - 1)`);
    const there = { ...colleague, organizationId, holderId: mewia, ...document };
    expect(await issuesOf(nameProxy(world.unit, acting, { body: there }))).toEqual([
      expect.objectContaining({ pointer: '/email', code: 'nobody_of_own_gmina' }),
    ]);
    // The mayor's word is enough, and so is the mayor's letter to the secretariat.
    const trace = 'Pismo wójta z e-Doręczeń nr 3.';
    const { id: given } = await name('secretary', 'jantarowo', { ballotId: id, ...own, trace });
    expect(await castFor('jantarowoCoordinator', 'jantarowo', id)).toMatchObject({ office: 'COORDINATOR' });
    await revoke(given, 'jantarowoMayor');
    expect(await name('jantarowoMayor', 'jantarowo', { ballotId: id, ...own })).toMatchObject({ state: 'LIVE' });
  });

  test('is between gminas that vote: no real one of the directory, none that was no member at the opening, and never the same', async () => {
    const open = await newBallot(world);
    const { id: ahead } = await newBallot(world, { opensAt: hours(1).toISOString() });
    const real = await world.row<{ id: string }>(Prisma.sql`
      SELECT organization.id FROM organization JOIN municipality ON municipality.organization_id = organization.id
      WHERE municipality.status = 'MEMBER' AND NOT organization.fictional ORDER BY organization.name LIMIT 1`);
    const period = { validFrom: await world.day(1), validUntil: await world.day(2) };
    const foczy = await world.gmina('foczy');
    for (const scope of [{ ballotId: open.id }, { ballotId: ahead }, period]) {
      const asHolder = await refusal(name('foczyMayor', 'foczy', { ...scope, holderId: real.id }));
      expect(asHolder.extras.issues).toEqual([
        expect.objectContaining({ pointer: '/holderId', code: 'gmina_does_not_vote' }),
      ]);
      const asGmina = await refusal(
        name('secretary', 'foczy', { ...scope, organizationId: real.id, holderId: foczy, trace: 'Pismo nr 1.' }),
      );
      expect(asGmina.extras.issues).toEqual([
        expect.objectContaining({ pointer: '/organizationId', code: 'gmina_does_not_vote' }),
      ]);
      const asItself = await refusal(name('foczyMayor', 'foczy', { ...scope, holderId: foczy }));
      expect(asItself.extras.issues).toEqual([
        expect.objectContaining({ pointer: '/holderId', code: 'holder_is_gmina' }),
      ]);
    }
    // Whoever joins later votes from the next ballot on, for others too.
    const mewia = await world.gmina('mewia');
    await world.asOwner(`UPDATE municipality SET status = 'CANDIDATE' WHERE organization_id = '${mewia}'`);
    const without = await newBallot(world);
    await world.asOwner(`UPDATE municipality SET status = 'MEMBER' WHERE organization_id = '${mewia}'`);
    const { extras } = await refusal(name('foczyMayor', 'foczy', { ballotId: without.id, holderId: mewia }));
    expect(extras.issues).toMatchObject([{ pointer: '/holderId', code: 'gmina_does_not_vote' }]);
    const person = await refusal(
      name('secretary', 'foczy', { ballotId: without.id, email: people.mewiaMayor.email, trace: 'Pismo nr 2.' }),
    );
    expect(person.extras.issues).toMatchObject([{ pointer: '/email', code: 'nobody_of_a_voter' }]);
    // The same are offered for it.
    const { voters, abilities } = await listProxies(world.database, await world.actor('foczyMayor'), {});
    expect(voters.map((gmina) => gmina.name)).toEqual([
      'Bursztynowiec',
      'Foczy Róg',
      'Jantarowo',
      'Latarnikowo',
      'Mewia Zatoka',
      'Sosnowy Brzeg',
      'Śledziowo',
      'Wydmy Wielkie',
    ]);
    expect(abilities).toEqual({ name: [{ id: foczy, name: 'Foczy Róg' }], nameForAll: false });
    expect((await listProxies(world.database, await world.actor('foczyOfficial'), {})).voters).toEqual([]);
  });

  test('cannot be changed, nor forged past the portal', async () => {
    const { id } = await newBallot(world, { proxyLimit: 1 });
    const holderId = await world.gmina('jantarowo');
    const { id: proxyId } = await name('foczyMayor', 'foczy', { ballotId: id, holderId });
    const guarded = (sql: string) => expect(world.asOwner(sql)).rejects.toMatchObject({ code: '23001' });
    await guarded(`UPDATE ballot_proxy SET document = 'Inne' WHERE id = '${proxyId}'`);
    await guarded(`DELETE FROM ballot_proxy WHERE id = '${proxyId}'`);
    await guarded(await forge(id, proxyId, 'wydmy'));
    await cast(world, id, 'foczyMayor');
    await guarded(await forge(id, proxyId, 'foczy'));
    await guarded(`
      INSERT INTO ballot_proxy (organization_id, holder_id, holder_person_id, ballot_id, document, document_on, entered_by_id)
      SELECT organization_id, holder_id, entered_by_id, NULL, document, document_on, entered_by_id
      FROM ballot_proxy WHERE id = '${proxyId}'`);
  });

  test('and any vote is refused to whoever once voted for the gmina, in words that say so', async () => {
    const { id } = await newBallot(world);
    const actor = await world.actor('mewiaMayor');
    await world.rows(Prisma.sql`
      INSERT INTO appointment (person_id, organization_id, office, starts_on, ends_on)
      VALUES (${actor.personId}::uuid, ${await world.gmina('bursztynowiec')}::uuid, 'DELEGATE', portal_today() - 90, portal_today() - 1)`);
    await expectRefusal(castFor('mewiaMayor', 'bursztynowiec', id), 'office-ended');
    // Whoever has no office at all any more learns no more than that, of whatever ballot.
    const former = { ...actor, offices: [] };
    const body = { organizationId: await world.gmina('bursztynowiec'), choice: 'FOR' } as const;
    await expectRefusal(castVote(world.unit, former, { params: { id }, body }), 'office-ended');
    await expectRefusal(castVote(world.unit, former, { params: { id: crypto.randomUUID() }, body }), 'office-ended');
    const stranger = { params: { id }, body: { ...body, organizationId: await world.gmina('foczy') } };
    await expectRefusal(castVote(world.unit, former, stranger), 'not-found');
  });
});

describe('A vote on paper', () => {
  const world = useWorld();
  const enter = async (
    id: string,
    over: Partial<Given<typeof ballotsRoutes.enterPaperVote>['body']> = {},
    by: PersonKey = 'secretary',
  ) =>
    enterPaperVote(world.unit, await world.actor(by), {
      params: { id },
      body: {
        organizationId: await world.gmina('foczy'),
        choice: 'AGAINST',
        office: 'EXECUTIVE',
        reference: 'OG.0057.4.2026',
        on: await world.day(-1),
        trace: 'Przyniosła Felicja Falowa z urzędu.',
        ...over,
      },
    });

  test('is entered with its trace, told to the gmina by a letter at once, and marked in the record', async () => {
    const { id } = await newBallot(world);
    await world.letters();
    await enter(id);
    const event = await world.newest('ballot.paper-entered');
    expect(event.told).toContainEqual({ name: people.foczyMayor.name, reason: 'ASKED' });
    expect(event.detail).toMatchObject({ trace: 'Przyniosła Felicja Falowa z urzędu.' });
    const letter = (await world.letters()).find(({ to }) => to === people.foczyMayor.email);
    expect(letter?.text).toContain('OG.0057.4.2026');
    const view = await readBallot(world.database, await world.actor('foczyMayor'), id);
    const own = view?.electors.find(({ organization }) => organization.name === 'Foczy Róg');
    expect(own?.vote).toMatchObject({ channel: 'PAPER', choice: 'AGAINST', paper: { reference: 'OG.0057.4.2026' } });
    // The secretariat has read the paper, and sees no vote in the portal before the close all the same.
    const secretariat = await readBallot(world.database, await world.actor('secretary'), id);
    expect(secretariat?.electors.every(({ vote }) => vote === null)).toBe(true);
  });

  test('counts no more once the gmina votes in the portal, of which the secretariat is told', async () => {
    const { id } = await newBallot(world);
    await enter(id);
    await cast(world, id, 'foczyMayor', 'FOR');
    expect((await world.newest('ballot.paper-replaced')).told.map(({ name }) => name)).toContain(people.secretary.name);
    await turnBallots(world.unit.at(hours(49)));
    const secretary = await world.actor('secretary');
    const record = await exportBallot(world.database, secretary, id);
    expect(record?.votes.map(({ channel, choice }) => [channel, choice])).toEqual([
      ['PAPER', 'AGAINST'],
      [undefined, 'FOR'],
    ]);
    const motion = await readPopolo(world.database, secretary, id);
    expect(motion).toMatchObject({ classification: 'POSITION', result: 'no quorum' });
    expect(motion?.vote_events[0]?.votes.find(({ voter }) => voter.name === 'Foczy Róg')).toMatchObject({
      option: 'yes',
      role: 'EXECUTIVE',
    });
    expect(motion?.vote_events[0]?.counts).toContainEqual({ option: 'absent', value: 7 });
  });

  test('never takes the place of what the gmina cast itself; it corrects another paper, and stands over a proxy', async () => {
    const { id } = await newBallot(world);
    await enter(id);
    await enter(id, { choice: 'ABSTAIN', reference: 'OG.0057.5.2026' });
    await cast(world, id, 'foczyMayor', 'FOR');
    await expectRefusal(enter(id), 'voted-itself');
    const mewia = await world.gmina('mewia');
    await nameProxy(world.unit, await world.actor('wydmyMayor'), {
      body: {
        organizationId: await world.gmina('wydmy'),
        ballotId: id,
        holderId: mewia,
        document: 'Pełnomocnictwo nr 4/2026',
        documentOn: await world.day(-1),
      },
    });
    const body = { organizationId: await world.gmina('wydmy'), choice: 'FOR' } as const;
    await castVote(world.unit, await world.actor('mewiaMayor'), { params: { id }, body });
    await enter(id, { organizationId: await world.gmina('wydmy') });
    // Whatever the portal thinks, the database lets none through either.
    await expect(
      world.asOwner(`
        INSERT INTO ballot_vote (ballot_id, number, organization_id, choice, person_id, office, cast_at, nonce, receipt,
                                 channel, paper_reference, paper_on, paper_trace)
        SELECT '${id}', vote_count + 1, '${await world.gmina('foczy')}', 'AGAINST', (SELECT id FROM person LIMIT 1),
               'EXECUTIVE', portal_clock(), '', random()::text, 'PAPER', 'OG', portal_today(), 'Poczta'
        FROM ballot WHERE id = '${id}'`),
    ).rejects.toMatchObject({ code: '23001' });
    await turnBallots(world.unit.at(hours(49)));
    const record = await exportBallot(world.database, await world.actor('secretary'), id);
    expect(record?.result.count).toEqual({ for: 1, against: 1, abstain: 0 });
  });

  test('is the secretariat’s to enter, of a day that was, before the close, and not in a secret ballot', async () => {
    const { id } = await newBallot(world);
    await expectRefusal(enter(id, {}, 'foczyMayor'), 'forbidden');
    const { extras } = await refusal(enter(id, { on: await world.day(1) }));
    expect(extras.issues).toMatchObject([{ pointer: '/on', code: 'in_future' }]);
    await expectRefusal(enter(id, { organizationId: crypto.randomUUID() }), 'not-in-electorate');
    const secret = await newBallot(world, { secret: true });
    await expectRefusal(enter(secret.id), 'ballot-secret');
    await turnBallots(world.unit.at(hours(49)));
    await expectRefusal(enter(id), 'ballot-closed');
  });
});

describe('A vote from the link of a letter', () => {
  const world = useWorld();

  test('is one press away: the letter leads to the sheet, and the record says that the vote came from it', async () => {
    await world.letters();
    const { id } = await newBallot(world);
    const letter = (await world.letters()).find(({ to }) => to === people.wydmyMayor.email);
    expect(letter?.text).toContain(`/app/glosowania/${id}/glos?z=list`);
    const body = { organizationId: await world.gmina('wydmy'), choice: 'FOR', channel: 'LETTER' } as const;
    const receipt = await castVote(world.unit, await world.actor('wydmyMayor'), { params: { id }, body });
    expect(receipt).toMatchObject({ channel: 'LETTER', office: 'EXECUTIVE' });
    await turnBallots(world.unit.at(hours(49)));
    const record = await exportBallot(world.database, await world.actor('wydmyMayor'), id);
    expect(record?.votes).toMatchObject([{ channel: 'LETTER' }]);
  });

  test('reminds at the moments that the ballot names, those alone who have not voted', async () => {
    const { id } = await newBallot(world, { reminderHours: [24, 2] });
    await cast(world, id, 'wydmyMayor');
    const reminded = async (hoursAhead: number) => {
      await turnBallots(world.unit.at(hours(hoursAhead)));
      const [row] = await world.rows<{ count: number }>(Prisma.sql`
        SELECT count(*)::int AS count FROM event WHERE kind = 'ballot.reminded' AND facts ->> 'ballotId' = ${id}`);
      return row?.count;
    };
    expect([await reminded(23), await reminded(25), await reminded(26), await reminded(47)]).toEqual([0, 1, 1, 2]);
    expect((await world.newest('ballot.reminded')).told.map(({ name }) => name)).not.toContain(people.wydmyMayor.name);
  });
});
