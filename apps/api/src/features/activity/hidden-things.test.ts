/**
 * What a person may not see does not exist for that person: whatever happens with it, no feed, no inbox and no open page is
 * told of it. A row for each kind of thing that a stream names; a new one does not compile without its row.
 */
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { LiveChange } from '@blizej/contracts';
import supertest from 'supertest';
import { draftWith } from '../../../test/ballots.ts';
import { newTask, share } from '../../../test/tasks.ts';
import { usePortal } from '../../../test/world.ts';
import { guest as astrid } from '../../demo/partners.ts';
import { people, type PersonKey } from '../../demo/people.ts';
import { actingFor, type Actor } from '../../kernel/actor.ts';
import { Prisma } from '../../platform/database/database.ts';
import { actorByEmail } from '../accounts/index.ts';
import { signIn } from '../accounts/actions/sign-in.ts';
import { writeBallot } from '../ballots/index.ts';
import { changeBallot } from '../ballots/actions/change-ballot.ts';
import { withdrawBallot } from '../ballots/actions/withdraw-ballot.ts';
import { ballotIsVisible } from '../ballots/ballots.store.ts';
import { cancelCall } from '../funding/actions/change-call.ts';
import { declineIdea, submitIdea } from '../ideas/index.ts';
import { changeIdea } from '../ideas/actions/change-idea.ts';
import { ideaIsVisible } from '../ideas/ideas.store.ts';
import { moveInitiative, proposeInitiative } from '../initiatives/index.ts';
import { initiativeIsVisible } from '../initiatives/initiatives.store.ts';
import { planMeeting } from '../meetings/index.ts';
import { cancelMeeting } from '../meetings/actions/lead-meeting.ts';
import { changeMeeting } from '../meetings/actions/plan-meeting.ts';
import { meetingIsVisible } from '../meetings/meetings.store.ts';
import { networkIsVisible, proposeNetwork, rejectNetwork } from '../networks/index.ts';
import { addPartner, changePartner } from '../partners/actions/describe-partner.ts';
import { notePartnerPerson } from '../partners/actions/note-partner.ts';
import { changeCard, closeCard, writeCard } from '../partners/actions/write-card.ts';
import { cardIsVisible } from '../partners/cards.store.ts';
import { partnerIsVisible } from '../partners/partners.store.ts';
import { draftPosition } from '../positions/index.ts';
import { nameRapporteur } from '../positions/actions/name-rapporteur.ts';
import { withdrawPosition } from '../positions/actions/withdraw-position.ts';
import { positionIsVisible } from '../positions/positions.store.ts';
import { createTask, submitAnswer, takeAssignment } from '../tasks/index.ts';
import { taskIsVisible } from '../tasks/tasks.store.ts';
import { eventIsVisible } from './activity.queries.ts';
import { auditKinds } from './event.policy.ts';
import { moment, readChanges } from './live.queries.ts';

const portal = usePortal();
const { world } = portal;
let secretary: Actor;
let official: Actor;
let guest: Actor;
beforeAll(async () => {
  secretary = await world.actor('secretary');
  official = await world.actor('jantarowoOfficial');
  guest = (await actorByEmail(world.database, astrid.email)) ?? official;
});

/** What a stream tells an actor of all that has happened since a moment. */
const toldSince = async (actor: Actor, since: number): Promise<readonly LiveChange[]> =>
  (await readChanges(world.database, actor, { since }, since)).places ?? [];
const names = (places: readonly LiveChange[], id: string): boolean =>
  places.some((place) => Object.values(place).includes(id));

interface Hidden {
  /** Whose pages know nothing of it. */
  readonly from: PersonKey | 'guest';
  /** Who sees it beside the secretariat. */
  readonly own?: PersonKey;
  readonly path: string;
  /** Makes one and does with it what can be done while it is hidden; gives its id. */
  readonly happens: () => Promise<string>;
}

const reason = 'Tak uzgodniono.';
const meeting = () => ({
  number: 700,
  titlePl: 'Zebranie w przygotowaniu',
  titleEn: 'A meeting in preparation',
  place: 'Jantarowo',
  startsAt: new Date(Date.now() + 3_600_000).toISOString(),
  presenceQuorum: 'HALF' as const,
  agenda: [{ titlePl: 'Punkt', titleEn: 'Item' }],
});

const drafted = async () =>
  draftPosition(world.unit, official, {
    body: {
      titlePl: 'Stanowisko w przygotowaniu',
      occasion: 'Zmienia się ustawa o wodach.',
      aim: 'Chcemy, aby minister zmienił zdanie.',
      nature: 'POSITION',
      threshold: 50,
      isPublic: true,
      paragraphs: [{ pl: 'Pierwszy akapit.' }],
      networkId: await world.network('woda'),
    },
  });

const hidden: Record<keyof LiveChange, Hidden> = {
  networkId: {
    from: 'wydmyOfficial',
    own: 'jantarowoColleague',
    path: '/api/networks/',
    async happens() {
      const { id, version } = await proposeNetwork(world.unit, await world.actor('jantarowoCoordinator'), {
        kind: 'PERMANENT',
        namePl: 'Sieć, o której jeszcze nikt nie wie',
        purposePl: 'Cel, który da się ocenić.',
        benefit: 'Korzyść, którą widać.',
        goals: ['SEA'],
        topics: [],
        joinPolicy: 'OPEN',
      });
      await rejectNetwork(world.unit, secretary, { params: { id }, body: { reason, version } });
      return id;
    },
  },
  taskId: {
    from: 'bursztynowiecOfficial',
    own: 'mewiaOfficial',
    path: '/api/tasks/',
    async happens() {
      const task = await newTask(world, 'mewia');
      const params = await share(world, task, 'mewia');
      const { version } = await takeAssignment(world.unit, await world.actor('mewiaOfficial'), { params });
      await submitAnswer(world.unit, await world.actor('mewiaOfficial'), {
        params,
        body: { answer: 'Gotowe.', version },
      });
      return task.id;
    },
  },
  // An organization that nobody has let in to the directory yet.
  organizationId: {
    from: 'mewiaOfficial',
    own: 'jantarowoColleague',
    path: '/api/partners/',
    async happens() {
      const described = {
        name: 'Kommun i förslag',
        kind: 'AUTHORITY' as const,
        country: 'SE' as const,
        place: 'Kattvik',
        descriptionPl: 'Gmina nad cieśniną.',
        topics: [],
        languages: [],
      };
      const { id, version } = await addPartner(world.unit, official, { body: described });
      const params = { id };
      await changePartner(world.unit, official, { params, body: { ...described, place: 'Kattby', version } });
      await notePartnerPerson(world.unit, official, {
        params,
        body: { name: 'Astrid Export', role: 'Sekreterare', email: 'astrid@kattvik.example' },
      });
      return id;
    },
  },
  ballotId: {
    from: 'jantarowoMayor',
    path: '/api/ballots/',
    async happens() {
      const { id, version } = await writeBallot(world.unit, secretary, { body: draftWith() });
      const params = { id };
      const changed = await changeBallot(world.unit, secretary, { params, body: { ...draftWith(), version } });
      await withdrawBallot(world.unit, secretary, { params, body: { reason, version: changed.version } });
      return id;
    },
  },
  meetingId: {
    from: 'jantarowoMayor',
    path: '/api/meetings/',
    async happens() {
      const { id, version } = await planMeeting(world.unit, secretary, { body: meeting() });
      const params = { id };
      const changed = await changeMeeting(world.unit, secretary, { params, body: { ...meeting(), version } });
      await cancelMeeting(world.unit, secretary, { params, body: { reason, version: changed.version } });
      return id;
    },
  },
  initiativeId: {
    from: 'guest',
    own: 'wydmyOfficial',
    path: '/api/initiatives/',
    async happens() {
      const { id, version } = await proposeInitiative(world.unit, official, {
        body: {
          titlePl: 'Plaże bez plastiku',
          summaryPl: 'Wspólne sprzątanie.',
          benefit: 'Czystsze plaże.',
          level: 'LOCAL',
          goals: ['SEA'],
          topics: [],
        },
      });
      await moveInitiative(world.unit, official, {
        params: { id },
        body: { stage: 'ABANDONED', reason, version },
      });
      return id;
    },
  },
  positionId: {
    from: 'mewiaMayor',
    own: 'jantarowoColleague',
    path: '/api/positions/',
    async happens() {
      const { id, version } = await drafted();
      const { personId } = await world.actor('jantarowoColleague');
      const named = await nameRapporteur(world.unit, await world.actor('jantarowoMayor'), {
        params: { id },
        body: { personId, version },
      });
      await withdrawPosition(world.unit, await world.actor('jantarowoColleague'), {
        params: { id },
        body: { reason, version: named.version },
      });
      return id;
    },
  },
  ideaId: {
    from: 'wydmyOfficial',
    own: 'jantarowoMayor',
    path: '/api/ideas/',
    async happens() {
      const thought = { title: 'Boje', body: 'Kupmy boje razem.', benefit: 'Kąpiącym się.', goals: [], topics: [] };
      const body = { ...thought, goals: ['SEA' as const], audience: 'GMINA' as const };
      const { id, version } = await submitIdea(world.unit, official, { body });
      const changed = await changeIdea(world.unit, official, { params: { id }, body: { ...body, version } });
      await declineIdea(world.unit, secretary, { params: { id }, body: { reason, version: changed.version } });
      return id;
    },
  },
  callId: {
    from: 'guest',
    own: 'wydmyOfficial',
    path: '/api/calls/',
    async happens() {
      const { id, version } = await world.row<{ id: string; version: number }>(Prisma.sql`
        SELECT id, version FROM funding_call WHERE closes_at > portal_now() AND cancellation IS NULL
          AND NOT EXISTS (SELECT FROM call_choice WHERE call_id = funding_call.id) ORDER BY id LIMIT 1`);
      await cancelCall(world.unit, secretary, { params: { id }, body: { reason, version } });
      return id;
    },
  },
  cardId: {
    from: 'mewiaOfficial',
    own: 'jantarowoColleague',
    path: '/api/partner-cards/',
    async happens() {
      const bare = { titlePl: 'Plaże dla wszystkich', sought: [], currency: 'EUR' as const, topics: [] };
      const { id, version } = await writeCard(world.unit, official, { body: bare });
      const params = { id };
      const changed = await changeCard(world.unit, official, { params, body: { ...bare, acronym: 'PDW', version } });
      await closeCard(world.unit, official, { params, body: { version: changed.version } });
      return id;
    },
  },
};

describe('What is hidden from a person', () => {
  test.each(Object.entries(hidden))('stays so whatever happens with it: %s', async (_, thing) => {
    const reader = thing.from === 'guest' ? guest : await world.actor(thing.from);
    const begun = await moment(world.database);
    const id = await thing.happens();

    const browser = supertest
      .agent(portal.app.getHttpServer())
      .set('cookie', `sid=${await signIn(world.unit, reader)}`);
    expect((await browser.get(`${thing.path}${id}`)).status).toBe(404);
    // It happened: the secretariat is told, and whose it is.
    expect(names(await toldSince(secretary, begun), id)).toBe(true);
    if (thing.own) expect(names(await toldSince(await world.actor(thing.own), begun), id)).toBe(true);
    expect(names(await toldSince(reader, begun), id)).toBe(false);
    // Nor would an inbox show it, even where somebody had been told by mistake.
    await world.rows(Prisma.sql`
      INSERT INTO notification (event_id, person_id, reason)
      SELECT event.id, ${reader.personId}::uuid, 'INFORMED' FROM event
      WHERE event.facts::text LIKE ${`%${id}%`} OR event.task_id = ${id}::uuid OR event.network_id = ${id}::uuid
      ON CONFLICT DO NOTHING`);
    const { body } = await browser.get('/api/notifications');
    expect(JSON.stringify(body)).not.toContain(id);
  });

  test('includes the answers of others, for whoever is asked beside the members of a network', async () => {
    const task = await createTask(world.unit, secretary, {
      body: {
        networkId: await world.network('woda'),
        title: 'Zadanie dla wszystkich',
        body: 'Napiszcie, proszę, dwa zdania.',
        dueOn: await world.day(7),
        priority: 'NORMAL',
        audience: 'ASSOCIATION',
        organizationIds: [],
      },
    });
    const begun = await moment(world.database);
    for (const [gmina, by] of [
      ['mewia', 'mewiaOfficial'],
      ['bursztynowiec', 'bursztynowiecOfficial'],
    ] as const) {
      const params = await share(world, task, gmina);
      const { version } = await takeAssignment(world.unit, await world.actor(by), { params });
      await submitAnswer(world.unit, await world.actor(by), { params, body: { answer: 'Gotowe.', version } });
    }
    const answersTo = async (by: PersonKey) =>
      (await toldSince(await world.actor(by), begun)).flatMap(({ taskId, organizationId }) =>
        taskId === task.id && organizationId ? [organizationId] : [],
      );
    const [mewia, bursztynowiec] = [await world.gmina('mewia'), await world.gmina('bursztynowiec')];
    expect(await answersTo('bursztynowiecOfficial')).toEqual([bursztynowiec]);
    expect((await answersTo('wydmyOfficial')).toSorted()).toEqual([mewia, bursztynowiec].toSorted());
  });
});

describe('A feed and the pages of things say the same', () => {
  /** Where an event may name a thing, with who sees that. */
  const things = (actor: Actor) =>
    [
      ['network', 'event.network_id', 'network.id', networkIsVisible(actor)],
      ['task', 'event.task_id', 'task.id', taskIsVisible(actor)],
      ['ballot', `(event.facts ->> 'ballotId')::uuid`, 'ballot.id', ballotIsVisible(actor)],
      ['meeting', `(event.facts ->> 'meetingId')::uuid`, 'meeting.id', meetingIsVisible(actor)],
      ['initiative', `(event.facts ->> 'initiativeId')::uuid`, 'initiative.id', initiativeIsVisible(actor)],
      ['position', `(event.facts ->> 'positionId')::uuid`, 'position.id', positionIsVisible(actor)],
      ['idea', `(event.facts ->> 'ideaId')::uuid`, 'idea.id', ideaIsVisible(actor)],
      ['partner_card', `(event.facts ->> 'cardId')::uuid`, 'partner_card.id', cardIsVisible(actor)],
      ['partner', `(event.facts ->> 'partnerId')::uuid`, 'partner.organization_id', partnerIsVisible(actor)],
    ] as const;

  const whoever = [...(Object.keys(people) as PersonKey[]), 'guest' as const];
  test.each(whoever)('%s hears of nothing that the pages hide, and of the tasks that they show', async (key) => {
    const actor = key === 'guest' ? guest : await world.actor(key);
    for (const [table, named, id, isVisible] of things(actor)) {
      const told = await world.rows(Prisma.sql`
        SELECT event.kind, ${Prisma.raw(id)} AS id FROM event JOIN ${Prisma.raw(table)} ON ${Prisma.raw(`${id} = ${named}`)}
        WHERE event.kind <> ALL (${auditKinds}::text[]) AND ${eventIsVisible(actor)} AND NOT ${isVisible}
          -- That one's own part has ended is told to whoever had it.
          AND event.kind <> 'initiative.part-withdrawn'`);
      expect([table, told]).toEqual([table, []]);
    }
    // And of each task that the pages show, also of one for the gmina's initiative.
    const untold = await world.rows(Prisma.sql`
      SELECT task.title FROM event JOIN task ON task.id = event.task_id
      WHERE event.kind = 'task.assigned' AND ${taskIsVisible(actor)} AND NOT ${eventIsVisible(actor)}`);
    expect(untold).toEqual([]);
  });

  test('a rapporteur hears of the draft in whichever name, as long as the office lasts', async () => {
    const shared = await world.actor('sharedCoordinator');
    const [foczy, sledziowo] = [await world.gmina('foczy'), await world.gmina('sledziowo')];
    const { id, version } = await drafted();
    await nameRapporteur(world.unit, await world.actor('jantarowoMayor'), {
      params: { id },
      body: { personId: (await world.actor('jantarowoColleague')).personId, version },
    });
    const hears = async (actor: Actor): Promise<[boolean, boolean]> => {
      const rows = await world.rows<{ heard: boolean; read: boolean }>(Prisma.sql`
        SELECT ${eventIsVisible(actor)} AS heard, ${positionIsVisible(actor)} AS read
        FROM event JOIN position ON position.id = (event.facts ->> 'positionId')::uuid
        WHERE position.id = ${id}::uuid AND event.kind = 'position.rapporteur-named'`);
      return [rows[0]?.heard ?? false, rows[0]?.read ?? false];
    };
    expect(await hears(actingFor(shared, foczy))).toEqual([false, false]);
    await world.rows(Prisma.sql`
      UPDATE position SET proposed_by_id = ${foczy}::uuid, rapporteur_id = ${shared.personId}::uuid WHERE id = ${id}::uuid`);
    expect(await hears(actingFor(shared, sledziowo))).toEqual([true, true]);
    const left: Actor = { ...actingFor(shared, sledziowo), elsewhere: [] };
    expect((await hears(left))[0]).toBe(false);
  });
});
