import { beforeAll, describe, expect, test } from '@jest/globals';
import type { BudgetView, LinesPreview } from '@blizej/contracts';
import type supertest from 'supertest';
import { Prisma } from '../../platform/database/database.ts';
import { readTable } from '../../platform/files/table.ts';
import { usePortal } from '../../../test/world.ts';

const portal = usePortal();
const { world } = portal;
let agent: supertest.Agent;
let path: string;
beforeAll(async () => {
  const { id } = await world.row<{ id: string }>(Prisma.sql`SELECT id FROM initiative WHERE title_pl LIKE 'Zielone%'`);
  path = `/api/initiatives/${id}/budget`;
  agent = await portal.as('jantarowoOfficial');
});

const fileOf = async (format: 'csv' | 'xlsx', language = 'pl'): Promise<Buffer> => {
  const { status, body } = await agent
    .get(`${path}/export?format=${format}`)
    .set('accept-language', language)
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts)));
    });
  expect(status).toBe(200);
  return body as Buffer;
};
const preview = async (content: Buffer): Promise<LinesPreview> =>
  (
    await agent
      .post(`${path}/lines/preview`)
      .send({ fileName: 'budzet.xlsx', content: content.toString('base64'), currency: 'EUR' })
      .expect(200)
  ).body as LinesPreview;

describe('The budget as a spreadsheet', () => {
  test.each([
    ['xlsx', 'pl'],
    ['xlsx', 'en'],
    ['csv', 'pl'],
  ] as const)('%s in %s: what goes out can be read in again, whole', async (format, language) => {
    const budget = (await agent.get(path).expect(200)).body as BudgetView;
    const read = await preview(await fileOf(format, language));
    expect(read.rows.every(({ outcome }) => outcome === 'good')).toBe(true);
    expect([read.grant, read.own, read.total]).toEqual([budget.plan?.grant, budget.plan?.own, budget.plan?.total]);
    const planned = (read.shares ?? []).filter(({ lines }) => lines.length > 0);
    expect(planned.map(({ organizationId, grant }) => [organizationId, grant])).toEqual(
      budget.detail?.shares.map(({ organization, grant }) => [organization.id, grant]),
    );
  });

  test('a file with one wrong row is taken not at all, and that row says why', async () => {
    const [head, ...rows] = (await readTable(await fileOf('csv'), 500)).map(({ cells }) => cells);
    const wrong = [head, ...rows.map((cells, at) => (at === 1 ? cells.with(2, '-5') : cells))];
    const read = await preview(Buffer.from(wrong.map((cells) => cells?.join(';')).join('\r\n')));
    expect(read.shares).toBeNull();
    expect(read.rows.filter(({ outcome }) => outcome !== 'good')).toMatchObject([
      { line: 3, outcome: 'negative_amount' },
    ]);
  });

  test('what is no table is refused, and so is who may not plan', async () => {
    const content = Buffer.from('PK\u0003\u0004 nic').toString('base64');
    const body = { fileName: 'budzet.xlsx', content, currency: 'EUR' };
    const broken = await agent.post(`${path}/lines/preview`).send(body).expect(422);
    expect(broken.body.type).toBe('/problems/file-unreadable');
    await (await portal.as('mewiaOfficial')).post(`${path}/lines/preview`).send(body).expect(403);
    await (await portal.as('bursztynowiecOfficial')).get(`${path}/export`).expect(403);
  });
});

test('Negative, huge and broken amounts are refused at their fields', async () => {
  const amounts = async (grant: number) => {
    const organizationId = await world.gmina('jantarowo');
    const shares = [{ organizationId, grant: 80, own: 20, lines: [{ category: 'STAFF', grant, own: 20 }] }];
    const rate = { plnPerEur: 42_000, day: '2026-01-02', source: 'NBP' };
    const body = { currency: 'EUR', grantRate: 8000, total: 100, grant: 80, own: 20, rate, shares, version: 1 };
    return (await agent.put(path).send(body).expect(422)).body.issues as unknown;
  };
  const pointer = '/shares/0/lines/0/grant';
  expect(await amounts(-1)).toMatchObject([{ pointer, code: 'too_small', params: { minimum: 0 } }]);
  expect(await amounts(10_000_000_001)).toMatchObject([
    { pointer, code: 'too_big', params: { maximum: 10_000_000_000 } },
  ]);
  expect(await amounts(0.5)).toMatchObject([{ pointer, code: 'invalid_type' }]);
});
