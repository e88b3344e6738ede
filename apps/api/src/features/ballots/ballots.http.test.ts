import { describe, expect, test } from '@jest/globals';
import { mayors, newBallot } from '../../../test/ballots.ts';
import { usePortal } from '../../../test/world.ts';
import { Prisma } from '../../platform/database/database.ts';

describe('A vote over the wire', () => {
  const portal = usePortal();
  const { world } = portal;
  const votesOf = async (id: string) =>
    (
      await world.row<{ count: number }>(Prisma.sql`
      SELECT count(*)::int AS count FROM ballot_vote WHERE ballot_id = ${id}::uuid`)
    ).count;

  test('that is sent again, because its answer was lost, has one effect and the same receipt', async () => {
    const { id } = await newBallot(world);
    const body = { organizationId: await world.gmina('jantarowo'), choice: 'FOR' };
    const mayor = await portal.as('jantarowoMayor');
    const send = (over: object = {}) =>
      mayor
        .post(`/api/ballots/${id}/votes`)
        .set('idempotency-key', '3f0d6f4e-6c9f-4d2e-9a43-0d8a5c0f7f11')
        .send({ ...body, ...over });
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map((answer) => (answer.body as { receipt: string }).receipt)).size).toBe(1);
    expect(await votesOf(id)).toBe(1);
    expect((await send({ choice: 'AGAINST' })).status).toBe(422);
    expect(await votesOf(id)).toBe(1);
  });

  test('that comes too late is refused in the voter’s words, in Polish and in English', async () => {
    const { id } = await newBallot(world, {}, new Date(Date.now() - 3_600_000));
    await world.asOwner(`ALTER TABLE ballot DISABLE TRIGGER ballot_stands;
      UPDATE ballot SET closes_at = now() - interval '1 minute' WHERE id = '${id}';
      ALTER TABLE ballot ENABLE TRIGGER ballot_stands`);
    const mayor = await portal.as('jantarowoMayor');
    const send = async (language: string) =>
      mayor
        .post(`/api/ballots/${id}/votes`)
        .set('accept-language', language)
        .send({ organizationId: await world.gmina('jantarowo'), choice: 'FOR' });
    expect((await send('pl')).body).toMatchObject({ status: 409, title: 'Głosowanie jest zakończone' });
    expect((await send('en')).body).toMatchObject({ type: '/problems/ballot-closed', title: 'The ballot is closed' });
    expect((await mayor.get(`/api/ballots/${id}`)).body).toMatchObject({
      phase: 'COUNTING',
      turnout: { electorate: mayors.length },
      abilities: { cast: false },
    });
  });
});
