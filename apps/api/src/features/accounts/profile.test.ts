import { describe, expect, test } from '@jest/globals';
import type { ProfileView } from '@blizej/contracts';
import { holdings } from '../../holdings.ts';
import type { PersonKey } from '../../demo/people.ts';
import { usePortal } from '../../../test/world.ts';
import { Prisma } from '../../platform/database/database.ts';
import { endAppointment } from '../appointments/actions/end-appointment.ts';
import { readHandOver } from '../appointments/actions/read-hand-over.ts';

describe('A profile', () => {
  const portal = usePortal();
  const { world } = portal;

  const profileOf = async (key: PersonKey) => (await (await portal.as(key)).get('/api/profile')).body as ProfileView;

  const change = async (key: PersonKey, over: Partial<Record<keyof ProfileView, unknown>>) => {
    const { email: _e, erasable: _r, position, phone, ...rest } = await profileOf(key);
    return (await portal.as(key))
      .put('/api/profile')
      .send({ ...rest, ...(position && { position }), ...(phone && { phone }), ...over });
  };

  test('is the person’s own: name, language, theme and what comes by e-mail', async () => {
    const changed = await change('mewiaOfficial', {
      name: 'Maria Mewia-Morska',
      language: 'en',
      theme: 'dark',
      mailAsked: false,
    });
    expect(changed.status).toBe(200);
    expect(changed.body).toMatchObject({ name: 'Maria Mewia-Morska', language: 'en', theme: 'dark', mailAsked: false });
    const { person } = (await (await portal.as('mewiaOfficial')).get('/api/session')).body;
    expect(person).toMatchObject({ name: 'Maria Mewia-Morska', language: 'en', theme: 'dark' });
    expect((await world.newest('person.profile-changed')).facts).toEqual({});
  });

  test('two tabs do not overwrite each other unseen', async () => {
    const { seen } = await profileOf('jantarowoOfficial');
    expect((await change('jantarowoOfficial', { position: 'inspektor', seen })).status).toBe(200);
    const second = await change('jantarowoOfficial', { position: 'kierowniczka', seen });
    expect({ status: second.status, current: second.body.current.position }).toEqual({
      status: 409,
      current: 'inspektor',
    });
  });

  test.each([
    [{ name: '' }, '/name'],
    [{ phone: 'zadzwoń' }, '/phone'],
    [{ theme: 'różowy' }, '/theme'],
  ])('%j is refused at %s', async (over, pointer) => {
    const { status, body } = await change('jantarowoOfficial', over);
    expect(status).toBe(422);
    expect(body.issues.map((issue: { pointer: string }) => issue.pointer)).toEqual([pointer]);
  });

  test('members see of a card what its owner lets be seen; own people and the secretariat see it whole', async () => {
    await change('wydmyOfficial', { position: 'inspektor ds. wód', phone: '+48 55 123 45 67', showsEmail: true });
    const path = `/api/organizations/${await world.gmina('wydmy')}/cards`;
    const cards = async (key: PersonKey) => (await (await portal.as(key)).get(path)).body.items;
    expect(await cards('foczyOfficial')).toEqual([
      expect.objectContaining({
        name: 'Wanda Wydmowa',
        position: 'inspektor ds. wód',
        email: 'wanda@wydmy-wielkie.example',
        phone: null,
      }),
    ]);
    const whole = [
      expect.objectContaining({ name: 'Piotr Piaskowy', email: 'wojt@wydmy-wielkie.example' }),
      expect.objectContaining({ name: 'Wanda Wydmowa', phone: '+48 55 123 45 67' }),
    ];
    expect(await cards('wydmyMayor')).toEqual(whole);
    expect(await cards('secretary')).toEqual(whole);
  });

  test('can be taken along whole, without anything that lets one in', async () => {
    const { body } = await (await portal.as('latarnikowoOfficial')).get('/api/profile/export');
    expect(body.account).toMatchObject({ name: 'Lidia Lunetowa', email: 'lidia@latarnikowo.example' });
    expect(body.appointments).toEqual([expect.objectContaining({ organization: 'Latarnikowo', office: 'OFFICIAL' })]);
    expect(body.acts.length).toBeGreaterThan(0);
    expect(body.answersKept).toContainEqual(
      expect.objectContaining({ title: 'Wizyta studyjna: zgłoszenie uczestników' }),
    );
    expect(JSON.stringify(body)).not.toMatch(/argon2|passwordHash|tokenHash|totp_secret|codeHash/i);
  });
});

describe('Being forgotten', () => {
  const portal = usePortal();
  const { world } = portal;
  const email = 'sabina@sosnowy-brzeg.example';

  const leave = async (): Promise<string> => {
    const mayor = await world.actor('sosnowyMayor');
    const { id, personId } = await world.row<{ id: string; personId: string }>(Prisma.sql`
      SELECT appointment.id, person.id AS "personId" FROM appointment JOIN person ON person.id = person_id WHERE email = ${email}`);
    const { holdings: held } = await readHandOver(world.unit, mayor, holdings, id);
    const moves = held.map((one) => ({ kind: one.kind, id: one.id, toPersonId: null }));
    await endAppointment(world.unit, mayor, holdings, { params: { id }, body: { endsOn: await world.day(-1), moves } });
    return personId;
  };

  test('waits until every office has ended, and takes the own address', async () => {
    const agent = await portal.as('sosnowyOfficial');
    expect((await agent.post('/api/profile/erasure').send({ email })).body.type).toBe('/problems/still-in-office');
    const slip = await agent.post('/api/profile/erasure').send({ email: 'inna@x.example' });
    expect(slip.body.issues).toEqual([{ in: 'body', pointer: '/email', code: 'not_the_address' }]);
  });

  test('leaves the acts and no trace of the name or the address, in no column of any table', async () => {
    const agent = await portal.as('sosnowyOfficial');
    const personId = await leave();
    const { count: acts } = await world.row<{ count: number }>(
      Prisma.sql`SELECT count(*)::int AS count FROM event WHERE actor_person_id = ${personId}::uuid`,
    );
    expect((await agent.post('/api/profile/erasure').send({ email })).status).toBe(204);
    expect((await agent.get('/api/session')).status).toBe(401);
    const signIn = await portal.visitor().post('/api/session').send({ email, password: 'Demo-portalu-2026' });
    expect(signIn.status).toBe(401);

    const columns = await world.rows<{ table: string; column: string }>(Prisma.sql`
      SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
      WHERE table_schema = 'public' AND data_type IN ('text', 'jsonb', 'json', 'character varying')`);
    expect(columns.length).toBeGreaterThan(40);
    for (const { table, column } of columns) {
      const left = await world.rows(
        Prisma.raw(
          `SELECT 1 FROM "${table}" WHERE "${column}"::text ILIKE '%sabina%' OR "${column}"::text ILIKE '%${email}%' LIMIT 1`,
        ),
      );
      expect({ table, column, left: left.length }).toEqual({ table, column, left: 0 });
    }
    const after = await world.row<{ count: number }>(
      Prisma.sql`SELECT count(*)::int AS count FROM event WHERE actor_person_id = ${personId}::uuid`,
    );
    expect(after.count).toBe(acts + 1);
  });
});
