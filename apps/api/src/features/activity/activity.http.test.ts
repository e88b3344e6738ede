import { describe, expect, test } from '@jest/globals';
import { eventFacts, eventKinds, eventView } from '@blizej/contracts';
import { usePortal } from '../../../test/world.ts';
import { people } from '../../demo/people.ts';
import { Prisma } from '../../platform/database/database.ts';
import { eventVisibility } from './event.policy.ts';

describe('The inbox', () => {
  const portal = usePortal();

  test('is the person’s own, newest first; marking counts down, unmarking up', async () => {
    const mayor = await portal.as('bursztynowiecOfficial');
    const { body: inbox } = await mayor.get('/api/notifications');
    const ids = inbox.items.map(({ id }: { id: string }) => id);
    expect(ids).toEqual(ids.toSorted().toReversed());
    const unread = async () => (await mayor.get('/api/session')).body.unread as number;
    const before = await unread();
    expect(before).toBe(ids.length);
    expect((await mayor.put(`/api/notifications/${ids[0]}`).send({ read: true })).body.readAt).not.toBeNull();
    expect(await unread()).toBe(before - 1);
    expect((await mayor.put(`/api/notifications/${ids[0]}`).send({ read: false })).body.readAt).toBeNull();
    expect(await unread()).toBe(before);
    const { body: rest } = await mayor.post('/api/notifications/read').send({ upTo: ids[1] });
    expect(rest).toEqual({ unread: 1 });
    expect((await mayor.get('/api/notifications').query({ unread: true })).body.items).toHaveLength(1);
    const foreign = await (await portal.as('mewiaMayor')).put(`/api/notifications/${ids[0]}`).send({ read: true });
    expect(foreign.status).toBe(404);
  });
});

describe('A network’s activity', () => {
  const portal = usePortal();
  const kinds = async (who: Parameters<typeof portal.as>[0]) => {
    const { body } = await (await portal.as(who)).get(`/api/networks/${await portal.world.network('woda')}/activity`);
    return body.items.map(
      ({ kind, facts }: { kind: string; facts: { organization?: string } }) => `${kind} ${facts.organization ?? ''}`,
    ) as string[];
  };

  test('tells members what concerns them; a return or a refusal is for the gmina itself and the secretariat', async () => {
    expect(await kinds('secretary')).toEqual(
      expect.arrayContaining([
        'assignment.returned Wydmy Wielkie',
        'assignment.declined Mewia Zatoka',
        'membership.requested Foczy Róg',
      ]),
    );
    const wydmy = await kinds('wydmyOfficial');
    expect(wydmy).toContain('assignment.returned Wydmy Wielkie');
    expect(wydmy).not.toContain('assignment.declined Mewia Zatoka');
    expect(wydmy).not.toContain('membership.requested Foczy Róg');
    // The lead hears of requests, not of what passes between another gmina and the secretariat.
    const lead = await kinds('jantarowoOfficial');
    expect(lead).toContain('membership.requested Foczy Róg');
    expect(lead).not.toContain('assignment.returned Wydmy Wielkie');
  });

  test('tells outsiders of the network itself, never of its tasks', async () => {
    const seen = await kinds('bursztynowiecOfficial');
    expect(seen.some((kind) => kind.startsWith('network.activated'))).toBe(true);
    expect(seen.filter((kind) => /^(task|assignment)\./.test(kind))).toEqual([]);
    const official = await portal.as('bursztynowiecOfficial');
    const address = `/api/networks/${await portal.world.network('woda')}`;
    expect((await official.get(address)).body.openTaskCount).toBeNull();
    expect((await (await portal.as('secretary')).get(address)).body.openTaskCount).toBeGreaterThan(0);
  });
});

describe('An office that has ended', () => {
  const portal = usePortal();

  test('takes its inbox along, and no repeated request is answered from before', async () => {
    const official = await portal.as('wydmyOfficial');
    const task = await portal.world.task('Wizyta studyjna: zgłoszenie uczestników');
    const address = `/api/tasks/${task}/assignments/${await portal.world.gmina('wydmy')}`;
    const { body: assignment } = await official.get(address);
    const write = () =>
      official
        .put(`${address}/answer`)
        .set('idempotency-key', 'the-same-again')
        .send({ answer: 'Jedzie Wanda.', version: assignment.version });
    expect((await write()).status).toBe(200);
    expect((await official.get('/api/notifications')).body.items.length).toBeGreaterThan(0);
    await portal.world.rows(Prisma.sql`
      UPDATE appointment SET ends_on = portal_today() - 1
      WHERE person_id = (SELECT id FROM person WHERE email = ${people.wydmyOfficial.email})`);
    expect((await official.get('/api/notifications')).body.items).toEqual([]);
    expect((await official.get('/api/session')).body.unread).toBe(0);
    expect((await write()).body.type).toBe('/problems/idempotency-key-reused');
  });
});

test('Every kind of event says who sees it', () => {
  expect(Object.keys(eventVisibility).toSorted()).toEqual([...eventKinds].toSorted());
});

test.each(Object.entries(eventFacts))('A feed tells all that the sentence of %s needs', (_, facts) => {
  const told = Object.keys(eventView.shape.facts.shape);
  // Whom it concerns is told as a person, by the name of today.
  const needed = Object.keys(facts.shape).filter((fact) => fact !== 'person');
  expect(needed.filter((fact) => !told.includes(fact))).toEqual([]);
});
