import { describe, expect, test } from '@jest/globals';
import type { ElectionOutcome, ElectionReport } from '@blizej/contracts';
import type { GminaKey } from '../../demo/people.ts';
import { usePortal } from '../../../test/world.ts';
import { Prisma } from '../../platform/database/database.ts';

describe('Election night', () => {
  const portal = usePortal();
  const { world } = portal;

  const row = async (gmina: GminaKey, outcome: ElectionOutcome) => ({
    organizationId: await world.gmina(gmina),
    outcome,
    ...(outcome === 'NEW' && { name: `Nowy Wójt ${gmina}`, email: `nowy@${gmina}.example` }),
  });

  const send = async (path: string, rows: object[], startsOn?: string) =>
    (await portal.as('secretary'))
      .post(`/api/elections${path}`)
      .send({ startsOn: startsOn ?? (await world.day(0)), basis: 'Wybory samorządowe 2029', rows });

  const mayors = () =>
    world.rows<{ gmina: string; mayor: string }>(Prisma.sql`
      SELECT organization.name AS gmina, person.name AS mayor FROM appointment JOIN person ON person.id = person_id
      JOIN organization ON organization.id = organization_id
      WHERE office = 'EXECUTIVE' AND starts_on <= portal_today() AND (ends_on IS NULL OR ends_on >= portal_today())
      ORDER BY organization.name`);

  const resultsOf = ({ rows }: ElectionReport) => rows.map(({ result }) => result).toSorted();

  test('shows every member gmina with its mayor, and of a real one nobody', async () => {
    const { items } = (await (await portal.as('secretary')).get('/api/elections')).body;
    expect(items.length).toBeGreaterThanOrEqual(38);
    expect(
      items.find(({ organization }: { organization: { name: string } }) => organization.name === 'Foczy Róg'),
    ).toMatchObject({
      holder: { name: 'Franciszek Fokowski' },
      invited: null,
    });
  });

  test('is tried without a trace', async () => {
    const before = await mayors();
    const rows = [await row('jantarowo', 'NEW'), await row('mewia', 'RE_ELECTED')];
    const { status, body } = await send('/preview', rows);
    expect({ status, results: resultsOf(body) }).toEqual({ status: 200, results: ['reappointed', 'replaced'] });
    expect(await mayors()).toEqual(before);
    expect(await world.rows(Prisma.sql`SELECT FROM invitation`)).toEqual([]);
    expect(await world.letters()).toEqual([]);
  });

  test('changes the mayors in one go: the new are invited, the re-elected go on, the former hold nothing', async () => {
    const rows = [await row('jantarowo', 'NEW'), await row('mewia', 'RE_ELECTED'), await row('foczy', 'NEW')];
    const { body } = await send('', rows);
    expect(resultsOf(body)).toEqual(['reappointed', 'replaced', 'replaced']);
    const letters = await world.letters();
    expect(letters.map(({ to }) => to)).toEqual(
      expect.arrayContaining(['nowy@jantarowo.example', 'nowy@foczy.example']),
    );
    const now = await mayors();
    expect(now.map(({ gmina }) => gmina)).not.toContain('Jantarowo');
    expect(now).toContainEqual({ gmina: 'Mewia Zatoka', mayor: 'Wacław Wójtowski' });

    const token = /#([\w-]{43})/.exec(letters.find(({ to }) => to === 'nowy@jantarowo.example')?.text ?? '')?.[1];
    const accepted = await portal
      .visitor()
      .post('/api/invitations/acceptance')
      .send({ token, password: 'nowa kadencja trwa' });
    expect(accepted.body.session.actingFor).toMatchObject({ office: 'EXECUTIVE', organization: { name: 'Jantarowo' } });
    const { supersedes } = await world.row<{ supersedes: string }>(Prisma.sql`
      SELECT former_person.name AS supersedes FROM appointment JOIN person ON person.id = appointment.person_id
      JOIN appointment former ON former.id = appointment.supersedes_id
      JOIN person former_person ON former_person.id = former.person_id
      WHERE person.email = 'nowy@jantarowo.example'`);
    expect(supersedes).toBe('Barbara Przykładowa');

    // A second click, a second secretary: nothing happens twice.
    expect(resultsOf((await send('', rows)).body)).toEqual([
      'already_appointed',
      'invitation_exists',
      'starts_too_early',
    ]);
  });

  test('two secretaries at once do not double', async () => {
    const rows = [await row('sosnowy', 'NEW'), await row('wydmy', 'RE_ELECTED')];
    const reports = await Promise.all([send('', rows), send('', rows.toReversed())]);
    const results = reports.flatMap(({ body }) => resultsOf(body));
    expect(results.filter((result) => result === 'replaced')).toHaveLength(1);
    expect(results.filter((result) => result === 'reappointed')).toHaveLength(1);
  });

  test('says of each row why nothing can be done', async () => {
    const gmina = await world.gmina('latarnikowo');
    const stranger = (
      await world.row<{ id: string }>(Prisma.sql`
      SELECT organization_id AS id FROM municipality WHERE status IS NULL LIMIT 1`)
    ).id;
    const vacant = (
      await world.row<{ id: string }>(Prisma.sql`
      SELECT organization_id AS id FROM municipality JOIN organization ON organization.id = organization_id
      WHERE status = 'MEMBER' AND NOT fictional LIMIT 1`)
    ).id;
    const result = async (fields: object, startsOn?: string) =>
      resultsOf((await send('/preview', [fields], startsOn)).body)[0];
    expect(await result({ organizationId: stranger, outcome: 'RE_ELECTED' })).toBe('unknown_organization');
    expect(await result({ organizationId: vacant, outcome: 'RE_ELECTED' })).toBe('no_holder');
    const lucyna = {
      organizationId: gmina,
      outcome: 'NEW',
      name: 'Lucyna Latarnik',
      email: 'burmistrz@latarnikowo.example',
    };
    expect(await result(lucyna)).toBe('already_appointed');
    expect(await result({ ...lucyna, email: 'inna@x.example' }, '2020-01-01')).toBe('starts_too_early');
  });

  test('names every value that is wrong', async () => {
    const organizationId = await world.gmina('latarnikowo');
    const { status, body } = await send(
      '',
      [{ organizationId, outcome: 'NEW', name: 'A', email: 'nie' }],
      '2029-13-01',
    );
    expect(status).toBe(422);
    expect(body.issues.map(({ pointer }: { pointer: string }) => pointer)).toEqual(
      expect.arrayContaining(['/startsOn', '/rows/0/name', '/rows/0/email']),
    );
  });
});
