import { beforeAll, describe, expect, test } from '@jest/globals';
import { partBytes } from '@blizej/contracts';
import { pdf, sendFile } from '../../../test/files.ts';
import { usePortal } from '../../../test/world.ts';

const portal = usePortal({ ORGANIZATION_QUOTA_MB: '60' });
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('The file of a document', () => {
  let file: string;
  let image: string;
  let text: string;
  beforeAll(async () => {
    const target = { kind: 'NETWORK', networkId: await portal.world.network('woda'), folder: null } as const;
    const address = async (name: string, content: Buffer) =>
      `/api/documents/${(await sendFile(portal.world, 'mewiaOfficial', target, name, content)).id}/versions/1`;
    file = await address('Plan „żółty”.pdf', pdf);
    image = await address('most.png', png);
    text = await address('strona.txt', Buffer.from('<script>alert(1)</script>'));
  });

  test('is kept, never opened by a browser as what it may pretend to be', async () => {
    const agent = await portal.as('wydmyOfficial');
    const { status, headers, body } = await agent.get(`${text}/file`).responseType('blob');
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="strona.txt"; filename*=UTF-8''strona.txt`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
      'content-length': '25',
    });
    expect(headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox/);
    expect((body as Buffer).toString()).toBe('<script>alert(1)</script>');
    expect((await agent.get(`${text}/preview`)).status).toBe(404);
  });

  test('is looked at where it is an image, in a sandbox, or a PDF', async () => {
    const agent = await portal.as('wydmyOfficial');
    const shown = await agent.get(`${image}/preview`);
    expect(shown.headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' });
    expect(shown.headers['content-security-policy']).toContain('sandbox');
    expect(shown.headers['content-disposition']).toMatch(/^inline;/);
    const read = await agent.get(`${file}/preview`);
    expect(read.headers['content-type']).toBe('application/pdf');
    expect(read.headers['content-security-policy']).toContain("default-src 'none'");
  });

  test('comes in ranges, and not again where the browser has it', async () => {
    const agent = await portal.as('wydmyOfficial');
    const range = await agent.get(`${file}/file`).set('range', 'bytes=1-3').responseType('blob');
    expect([range.status, range.headers['content-range'], (range.body as Buffer).toString()]).toEqual([
      206,
      `bytes 1-3/${pdf.length}`,
      'PDF',
    ]);
    const beyond = await agent.get(`${file}/file`).set('range', 'bytes=9999-');
    expect([beyond.status, beyond.body.type]).toEqual([416, '/problems/range-not-satisfiable']);
    const { etag } = (await agent.get(`${file}/file`)).headers;
    expect((await agent.get(`${file}/file`).set('if-none-match', String(etag))).status).toBe(304);
    const other = await agent.get(`${file}/file`).set('range', 'bytes=1-3').set('if-range', '"older"');
    expect(other.status).toBe(200);
  });

  test('is nobody’s who does not see what it belongs to, by no range and with no tag', async () => {
    const { etag } = (await (await portal.as('mewiaOfficial')).get(`${file}/file`)).headers;
    const visitor = portal.visitor();
    for (const header of [{}, { range: 'bytes=0-1' }, { 'if-none-match': String(etag) }]) {
      expect((await visitor.get(`${file}/file`).set(header)).status).toBe(401);
    }
    const answers = `/api/tasks/${await portal.world.task('Ankieta o stanie retencji w gminach')}/assignments`;
    const list = await (
      await portal.as('jantarowoOfficial')
    ).get(`${answers}/${await portal.world.gmina('jantarowo')}/documents`);
    const answer = `/api/documents/${list.body.items[0].id}/versions/1`;
    const own = await (await portal.as('jantarowoOfficial')).get(`${answer}/file`);
    expect(own.status).toBe(200);
    const foreign = await portal.as('mewiaOfficial');
    for (const header of [{}, { range: 'bytes=0-1' }, { 'if-none-match': String(own.headers.etag) }]) {
      const { status, body } = await foreign.get(`${answer}/file`).set(header);
      expect([status, body.type]).toEqual([404, '/problems/not-found']);
    }
  });
});

describe('A file on its way', () => {
  const begin = async (fileName: string, bytes: number) =>
    (await portal.as('mewiaOfficial'))
      .post('/api/uploads')
      .send({ target: { kind: 'NETWORK', networkId: await portal.world.network('woda') }, fileName, bytes });

  test('goes through the wire part by part, under the name that can be kept', async () => {
    const agent = await portal.as('mewiaOfficial');
    const content = Buffer.concat([pdf, Buffer.alloc(partBytes, 'x')]);
    const begun = await begin('../../pl\u202ean.pdf', content.length);
    expect([begun.status, begun.body.fileName, begun.body.received]).toEqual([201, 'plan.pdf', 0]);
    const parts = `/api/uploads/${begun.body.id}/parts`;
    const send = (offset: number, bytes: Buffer, type = 'application/octet-stream') =>
      agent.put(`${parts}/${offset}`).type(type).send(bytes);
    const short = await send(0, content.subarray(0, 10));
    expect([short.status, short.body.type]).toEqual([422, '/problems/part-wrong-size']);
    const long = await send(0, content);
    expect([long.status, long.body.type]).toEqual([413, '/problems/too-large']);
    const json = await agent.put(`${parts}/0`).send({ a: 1 });
    expect([json.status, json.body.type]).toEqual([415, '/problems/unsupported-media-type']);
    expect((await send(0, content.subarray(0, partBytes))).body.received).toBe(partBytes);
    expect((await send(partBytes, content.subarray(partBytes))).body.received).toBe(content.length);
    // Whoever gives the request a key, and asks again, is answered the same.
    const finish = () => agent.post(`/api/uploads/${begun.body.id}/finish`).set('idempotency-key', 'plan-finished');
    const finished = await finish();
    expect([finished.status, finished.body.name]).toEqual([200, 'plan.pdf']);
    expect((await finish()).body.id).toBe(finished.body.id);
  });

  test('is refused with what to do', async () => {
    const slugs = await Promise.all(
      [
        ['plan.pdf', 0],
        ['plan.pdf', 5_000_000_000],
        ['plan.exe', 1],
      ].map(async ([name, bytes]) => (await begin(String(name), Number(bytes))).body.type),
    );
    expect(slugs).toEqual(['/problems/file-empty', '/problems/file-too-large', '/problems/file-type-refused']);
    await begin('duży.zip', 50_000_000);
    const full = await begin('drugi.zip', 50_000_000);
    expect([full.status, full.body.type]).toEqual([409, '/problems/quota-exceeded']);
    expect(full.body.detail).toContain('Usuń niepotrzebne dokumenty');
  });

  test('Bytes are a body for parts of files alone', async () => {
    const { status, body } = await (
      await portal.as('mewiaOfficial')
    )
      .post('/api/tasks')
      .type('application/octet-stream')
      .send(Buffer.from('x'));
    expect([status, body.type]).toEqual([415, '/problems/unsupported-media-type']);
  });
});
