import { describe, expect, test } from '@jest/globals';
import type { PersonKey } from '../src/demo/people.ts';
import { Prisma } from '../src/platform/database/database.ts';
import { usePortal } from './world.ts';

describe('A read takes a fixed number of SQL statements, however many rows it has', () => {
  const portal = usePortal();

  /** Listens at the pool: what passes is counted and goes on to PostgreSQL. */
  const statements = async (path: string, who: PersonKey) => {
    const { pool } = portal.world.database;
    const agent = await portal.as(who);
    const query = pool.query.bind(pool);
    let count = 0;
    Object.assign(pool, {
      query: (...of: Parameters<typeof query>) => {
        count += 1;
        return query(...of);
      },
    });
    try {
      expect((await agent.get(path)).status).toBe(200);
    } finally {
      Object.assign(pool, { query });
    }
    return count;
  };

  // The first statement of each turns the cookie into the actor.
  test.each([
    ['/api/session', 2],
    ['/api/sign-in-ways', 0],
    ['/api/identities', 2],
    ['/api/security', 2],
    ['/api/sessions', 2],
    ['/api/start', 4],
    ['/api/search?q=woda', 2],
    ['/api/notifications', 2],
    ['/api/organizations', 2],
    ['/api/region', 2],
    ['/api/networks', 2],
    ['/api/networks/topics', 2],
    ['/api/network-templates', 2],
    ['/api/initiatives', 2],
    ['/api/ideas', 3],
    ['/api/ideas/:idea', 2],
    ['/api/ideas/export', 2],
    ['/api/ideas/origins?initiativeId=:initiative', 2],
    ['/api/initiatives/:initiative', 2],
    ['/api/initiatives/:initiative/activity', 3],
    ['/api/organizations/:gmina/balance', 2],
    ['/api/organizations/:gmina/balance/export', 3],
    ['/api/organizations/:gmina/balance/pdf', 3],
    ['/api/partners', 2],
    ['/api/partners?search=morze&worked=true&twin=true&quiet=true', 2],
    ['/api/partners/:partner', 2],
    ['/api/organizations/:jantarowo/twins', 2],
    ['/api/partner-cards', 2],
    ['/api/partner-cards/:card', 2],
    ['/api/public/partner-cards', 1],
    ['/api/public/partner-cards/:card', 1],
    ['/api/programmes', 2],
    ['/api/calls', 2],
    ['/api/calls?ours=true', 2],
    ['/api/calls/:call', 2],
    ['/api/calls/:call/matches', 2],
    ['/api/calls/:call/plan', 2],
    ['/api/initiatives/:initiative/calls', 3],
    ['/api/needs', 2],
    ['/api/council-sessions', 2],
    ['/api/initiatives/:initiative/budget', 2],
    ['/api/positions', 2],
    ['/api/positions/drafting', 2],
    ['/api/positions/:position', 2],
    ['/api/positions/:position/comparison?from=1&to=2', 2],
    ['/api/positions/:position/activity', 3],
    ['/api/register', 1],
    ['/api/networks/:network/standard-tasks', 2],
    ['/api/networks/coverage', 2],
    ['/api/networks/memberships/export', 2],
    ['/api/resolutions', 2],
    ['/api/resolutions/:resolution', 2],
    ['/api/networks/:network', 2],
    ['/api/networks/:network/memberships', 3],
    ['/api/networks/:network/matrix', 3],
    ['/api/networks/:network/series', 3],
    ['/api/networks/:network/activity', 3],
    ['/api/networks/:network/documents', 3],
    ['/api/tasks/:task/documents', 3],
    ['/api/resolutions/:resolution/documents', 3],
    ['/api/conversations/networks/:network', 3],
    ['/api/conversations/tasks/:task', 3],
    ['/api/conversations/networks/:network/mentionables', 3],
    ['/api/tasks', 2],
    ['/api/tasks?stage=ANSWERING', 2],
    ['/api/task-changes', 2],
    ['/api/ballots', 2],
    ['/api/meetings', 2],
    ['/api/meetings/:meeting', 2],
    ['/api/ballots/:open', 2],
    ['/api/ballots/:closed/export', 2],
    ['/api/proxies', 2],
    ['/api/assignments', 2],
    ['/api/tasks/:task', 2],
    ['/api/tasks/:task/assignments', 2],
    ['/api/tasks/:task/activity', 3],
  ])('%s: %i', async (path, expected) => {
    const network = await portal.world.network('woda');
    const { id: resolution } = await portal.world.row<{ id: string }>(Prisma.sql`SELECT id FROM resolution LIMIT 1`);
    const { id: initiative } = await portal.world.row<{ id: string }>(Prisma.sql`SELECT id FROM initiative LIMIT 1`);
    const { id: idea } = await portal.world.row<{ id: string }>(
      Prisma.sql`SELECT id FROM idea WHERE audience = 'MEMBERS' LIMIT 1`,
    );
    const { id: partner } = await portal.world.row<{ id: string }>(
      Prisma.sql`SELECT organization_id AS id FROM partner WHERE place = 'Ravsande'`,
    );
    const { id: card } = await portal.world.row<{ id: string }>(Prisma.sql`SELECT id FROM partner_card LIMIT 1`);
    const { id: call } = await portal.world.row<{ id: string }>(Prisma.sql`SELECT id FROM funding_call LIMIT 1`);
    const { id: position } = await portal.world.row<{ id: string }>(
      Prisma.sql`SELECT id FROM position WHERE title_pl LIKE 'Ponowne%'`,
    );
    const task = await portal.world.task('Wizyta studyjna: zgłoszenie uczestników');
    await portal.as('jantarowoOfficial');
    const ballot = async (state: string) =>
      (
        await portal.world.row<{ id: string }>(
          Prisma.sql`SELECT id FROM ballot WHERE state::text = ${state} ORDER BY id LIMIT 1`,
        )
      ).id;
    const address = path
      .replace(':network', network)
      .replace(':task', task)
      .replace(':resolution', resolution)
      .replace(':initiative', initiative)
      .replace(':idea', idea)
      .replace(':gmina', await portal.world.gmina('jantarowo'))
      .replace(
        ':meeting',
        (await portal.world.row<{ id: string }>(Prisma.sql`SELECT id FROM meeting WHERE state = 'CLOSED'`)).id,
      )
      .replace(':partner', partner)
      .replace(':card', card)
      .replace(':jantarowo', await portal.world.gmina('jantarowo'))
      .replace(':call', call)
      .replace(':position', position)
      .replace(':open', await ballot('OPEN'))
      .replace(':closed', await ballot('CLOSED'));
    expect(await statements(address, 'jantarowoOfficial')).toBe(expected);
  });

  test.each([
    ['/api/audit', 2],
    ['/api/audit/:event', 2],
    ['/api/people', 2],
    ['/api/people/:person', 2],
    ['/api/organizations/:gmina', 3],
    ['/api/dues', 3],
    ['/api/balances', 2],
    ['/api/balances/export', 2],
    ['/api/tasks/:form/answers', 3],
    ['/api/tasks/:form/answers/export', 3],
    ['/api/networks/:network/matrix/export', 3],
    ['/api/networks/:network/reach', 3],
  ])('%s: %i', async (path, expected) => {
    await portal.as('secretary');
    const event = await portal.world.newest('person.signed-in');
    const { personId } = await portal.world.actor('secretary');
    const gmina = await portal.world.gmina('jantarowo');
    const form = await portal.world.task('Spis urządzeń retencyjnych');
    const network = await portal.world.network('woda');
    const address = path
      .replace(':event', event.id)
      .replace(':person', personId)
      .replace(':gmina', gmina)
      .replace(':form', form)
      .replace(':network', network);
    expect(await statements(address, 'secretary')).toBe(expected);
  });
});
