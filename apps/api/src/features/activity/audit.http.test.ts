import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { eventKinds, type AuditEventView } from '@blizej/contracts';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { usePortal, useWorld } from '../../../test/world.ts';
import { people } from '../../demo/people.ts';
import { openDatabase } from '../../foundations.ts';
import { Prisma, type Reader } from '../../platform/database/database.ts';
import { csvLine } from '../../platform/http/csv.ts';
import { checkAudit, exportAudit } from './audit.queries.ts';
import { sentenceOf } from './event-words.ts';

describe('The audit', () => {
  const portal = usePortal();
  const list = async (query: object = {}) => {
    const { status, body } = await (await portal.as('secretary')).get('/api/audit').query(query);
    expect(status).toBe(200);
    return body as { items: AuditEventView[]; next: string | null };
  };

  test('has everything that happened once, newest first, page by page', async () => {
    await portal.as('secretary');
    const { count } = await portal.world.row<{ count: number }>(Prisma.sql`SELECT count(*)::int AS count FROM event`);
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: AuditEventView[]; next: string | null } = await list(cursor ? { cursor } : {});
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    } while (cursor);
    expect(ids).toHaveLength(count);
    expect(ids).toEqual(ids.toSorted().toReversed());
  });

  test('says who did what, for whom, on what and in which request', async () => {
    const mayor = await portal.as('foczyMayor');
    const network = await portal.world.network('woda');
    const answer = await mayor.post(
      `/api/networks/${network}/memberships/${await portal.world.gmina('foczy')}/confirm`,
    );
    const [event] = (await list({ kind: 'membership.' })).items;
    const foczy = { id: await portal.world.gmina('foczy'), name: 'Foczy Róg' };
    expect(event).toMatchObject({
      kind: 'membership.confirmed',
      actor: { name: people.foczyMayor.name },
      actingFor: foczy,
      organization: foczy,
      networkId: network,
      requestId: answer.headers['x-request-id'],
    });
  });

  test('is narrowed by kind or its beginning, person, organization and days', async () => {
    const { personId } = await portal.world.actor('wydmyOfficial');
    const wydmy = await portal.world.gmina('wydmy');
    const all = async (query: object, fits: (event: AuditEventView) => boolean) => {
      const { items } = await list(query);
      expect(items.length).toBeGreaterThan(0);
      expect(items.filter((event) => !fits(event))).toEqual([]);
      return items;
    };
    await all({ kind: 'task.' }, ({ kind }) => kind.startsWith('task.'));
    await all({ kind: 'task.closed' }, ({ kind }) => kind === 'task.closed');
    await all({ person: personId }, ({ actor }) => actor?.id === personId);
    await all({ organization: wydmy }, (event) => [event.actingFor?.id, event.organization?.id].includes(wydmy));
    const [from, to] = [await portal.world.day(-120), await portal.world.day(-90)];
    const day = (event: AuditEventView) =>
      new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Warsaw' }).format(new Date(event.occurredAt));
    await all({ from, to }, (event) => day(event) >= from && day(event) <= to);
    expect((await list({ kind: 'unheard.of' })).items).toEqual([]);
  });

  test('shows what only it may show in an event’s detail, and never in the list', async () => {
    const secretary = await portal.as('secretary');
    const [submitted] = (await list({ kind: 'assignment.submitted' })).items;
    expect(submitted).not.toHaveProperty('detail');
    const { body } = await secretary.get(`/api/audit/${submitted?.id}`);
    expect(JSON.stringify(body.detail).length).toBeGreaterThan(30);
  });

  test('refuses a wrong filter and says which', async () => {
    const secretary = await portal.as('secretary');
    const { status, body } = await secretary.get('/api/audit').query({ kind: '%', from: 'wczoraj' });
    expect(status).toBe(422);
    expect(body.issues.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/kind', '/from']);
  });

  describe('as a file', () => {
    const download = async (language: string, query: object = {}) => {
      const secretary = await portal.as('secretary');
      return secretary.get('/api/audit/export').query(query).set('accept-language', language).responseType('blob');
    };

    test('opens in a Polish spreadsheet: UTF-8 with a mark, semicolons, a sentence for each event', async () => {
      const { headers, body } = await download('pl', { kind: 'membership.' });
      expect(headers['content-type']).toBe('text/csv; charset=utf-8');
      expect(headers['content-disposition']).toBe('attachment; filename="dziennik.csv"');
      const text = (body as Buffer).toString();
      expect(text.startsWith('\uFEFF"Kiedy";"Kto";"W imieniu"')).toBe(true);
      const lines = parse(text, { delimiter: ';', bom: true });
      const { items } = await list({ kind: 'membership.' });
      expect(lines).toHaveLength(items.length + 1);
      expect(lines[1]?.[0]).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
      expect(lines.map((line) => line[3])).toContain(
        'Jantarowo – gmina należy do sieci „Lokalne społeczności energetyczne”',
      );
      expect(lines.map((line) => line.at(-1)).slice(1)).toEqual(items.map(({ id }) => id));
    });

    test('speaks the reader’s language', async () => {
      const { headers, body } = await download('en', { kind: 'network.' });
      expect(headers['content-disposition']).toContain('audit-log.csv');
      expect((body as Buffer).toString()).toMatch(/"When";"Who".*\r\n.*“/);
    });

    test('keeps the detail in the portal', async () => {
      const secretary = await portal.as('secretary');
      const details = await Promise.all(
        (await list({ kind: 'assignment.submitted' })).items.map(async ({ id }) => {
          const { body } = await secretary.get(`/api/audit/${id}`);
          return (body as { detail: { answer?: string } }).detail.answer ?? '';
        }),
      );
      const answer = details.find((text) => text.length > 30) ?? '';
      expect(answer).not.toBe('');
      expect(((await download('pl')).body as Buffer).toString()).not.toContain(answer.slice(0, 30));
    });

    test('comes in portions, each event once, and says where it stops', async () => {
      const actor = await portal.world.actor('secretary');
      const lines = async (limits: { portion: number; maximum: number }) => {
        const all: (string | null)[][] = [];
        for await (const line of await exportAudit(
          portal.world.database,
          actor,
          { kind: 'membership.' },
          'en',
          limits,
        )) {
          all.push(line);
        }
        return all.slice(1);
      };
      const whole = await lines({ portion: 500, maximum: 1000 });
      expect(await lines({ portion: 3, maximum: 1000 })).toEqual(whole);
      expect(await lines({ portion: whole.length, maximum: whole.length })).toEqual(whole);
      const cut = await lines({ portion: 3, maximum: 7 });
      expect(cut.slice(0, 7)).toEqual(whole.slice(0, 7));
      expect(cut[7]).toEqual([
        `The list ends here: it has the newest 7 events. For older ones narrow the period to ${cut[6]?.[0]?.slice(0, 10)}.`,
      ]);
      expect(cut).toHaveLength(8);
    });
  });
});

describe('A line of CSV', () => {
  test.each(['=1+1', '+48', '-2', '@SUM(A1)', '\tx', '\rx'])('makes %j a text, not a formula', (cell) => {
    expect(csvLine([cell])).toBe(`"'${cell}"\r\n`);
  });

  test('gives back what was put in, whatever it was', () => {
    const cell = fc.string({ unit: 'grapheme' }).filter((text) => !/^[=+\-@\t\r\n]/.test(text));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 5 }), (cells) => {
        expect(parse(csvLine(cells), { delimiter: ';', bom: false, recordDelimiter: '\r\n' })).toEqual([cells]);
      }),
    );
  });
});

test.each(['pl', 'en'] as const)('Every kind of event is worded on the server too (%s)', (language) => {
  const facts = {
    network: { pl: 'Sieć', en: 'Network' },
    task: 'Zadanie',
    organization: 'Gmina',
    holder: 'Sąsiad',
    mandate: 'I/1',
    reason: 'bo tak',
    dueOn: '2026-01-02',
    count: 3,
    resolution: 'II/2',
    since: '2026-01-03',
    until: '2026-01-04',
    year: 2026,
    perInhabitant: 75,
    office: 'OFFICIAL' as const,
    provider: { pl: 'Dostawca', en: 'Provider' },
    document: 'Plan.pdf',
    before: 'Szkic.pdf',
    number: 2,
    template: 'Zespół',
    ballot: { pl: 'Głosowanie', en: 'Ballot' },
    meeting: { pl: 'Zebranie', en: 'Meeting' },
    item: { pl: 'Punkt', en: 'Item' },
    initiative: { pl: 'Inicjatywa', en: 'Initiative' },
    milestone: { pl: 'Wniosek', en: 'Application' },
    idea: 'Pomysł',
    into: 'Inny pomysł',
    programme: { pl: 'Program', en: 'Programme' },
    call: { pl: 'Nabór', en: 'Call' },
    former: '2027-01-01',
    need: 'Świetlica',
    indicator: { pl: 'Miejsca', en: 'Places' },
    value: 'Szkolenie',
    decision: 'Wspólny przetarg',
    partner: 'Partner zza morza',
    card: { pl: 'Szukamy partnerów', en: 'Partners wanted' },
    position: { pl: 'Stanowisko', en: 'Position' },
    paragraph: 2,
    addressee: 'Ministerstwo',
  };
  for (const kind of eventKinds) {
    const sentence = sentenceOf({ kind, facts, personName: 'Osoba' }, language);
    expect(sentence).not.toMatch(/[{}]|–$|^person\.|\bundefined\b/);
    expect(sentence).not.toBe(kind);
  }
  expect(sentenceOf({ kind: 'dues.set', facts, personName: null }, language)).toMatch(/0[,.]75/);
});

describe('The seals of the days', () => {
  const world = useWorld();
  const seal = (db: Reader) => db.rows<{ sealed: number }>(Prisma.sql`SELECT audit_seal_days() AS sealed`);
  const check = async () => checkAudit(world.database, await world.actor('secretary'));
  /** The command as somebody types it. */
  const command = () =>
    new Promise<{ code: number; said: string }>((resolve) => {
      const tool = fileURLToPath(new URL('../../../../../tools/verify-audit.mjs', import.meta.url));
      const env = { ...process.env, DATABASE_URL: world.url, NODE_OPTIONS: '' };
      execFile(process.execPath, [tool], { env }, (error, stdout, stderr) =>
        resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
      );
    });
  /** As the owner of the database, with no trigger in the way. */
  const tamper = (sql: string) => world.asOwner(`SET session_replication_role = replica; ${sql}`);
  const eventOf = (kind: string) => world.newest(kind).then(({ id }) => id);

  test('are none at first', async () => {
    expect(await check()).toMatchObject({ days: 0, standing: 0, since: null, until: null, seal: null, broken: [] });
    const { code, said } = await command();
    expect(code).toBe(0);
    expect(said).toContain('No day is sealed yet');
  });

  describe('once two instances have sealed at the same time', () => {
    let sealed: number[];
    beforeAll(async () => {
      const { database: second } = openDatabase(world.url, 2, { warn: () => undefined });
      try {
        const both = await Promise.all([seal(world.database), seal(second)]);
        sealed = both.map(([row]) => row?.sealed ?? -1);
      } finally {
        await second.close();
      }
    });

    test('are one for each day, without a gap, up to yesterday', async () => {
      const { days, total, last } = await world.row<{ days: number; total: number; last: number }>(Prisma.sql`
        SELECT count(*)::int AS days, (max(day) - min(day) + 1)::int AS total,
               ((now() - interval '1 hour') AT TIME ZONE 'UTC')::date - max(day) AS last FROM audit_day`);
      expect(sealed.toSorted((a, b) => a - b)).toEqual([0, days]);
      expect({ total, last }).toEqual({ total: days, last: 1 });
    });

    test('leave the running day alone', async () => {
      const [first] = await seal(world.database);
      expect(first?.sealed).toBe(0);
      await world.rows(
        Prisma.sql`INSERT INTO event (kind, occurred_at, facts) VALUES ('person.signed-out', now(), '{}')`,
      );
      expect((await check()).broken).toEqual([]);
    });

    test('stand, inside and outside alike', async () => {
      const view = await check();
      expect(view.standing).toBe(view.days);
      const { code, said } = await command();
      expect(code).toBe(0);
      expect(said).toContain(`Sealed days: ${view.days}, from ${view.since} to ${view.until} (UTC).`);
      expect(said).toContain(`Seal of the last day: ${view.seal}`);
    });

    test.each([
      ['changed', (id: string) => `UPDATE event SET facts = facts || '{"reason": "inny"}' WHERE id = '${id}'`],
      [
        'taken away',
        (id: string) => `DELETE FROM notification WHERE event_id = '${id}'; DELETE FROM event WHERE id = '${id}'`,
      ],
      ['moved to another hand', (id: string) => `UPDATE event SET actor_person_id = NULL WHERE id = '${id}'`],
      [
        'added',
        (id: string) =>
          `INSERT INTO event (kind, occurred_at, facts) SELECT kind, occurred_at, facts FROM event WHERE id = '${id}'`,
      ],
    ])('break where an event was %s by the owner of the database', async (_, change) => {
      const id = await eventOf('assignment.returned');
      const { day } = await world.row<{ day: string }>(
        Prisma.sql`SELECT (occurred_at AT TIME ZONE 'UTC')::date::text AS day FROM event WHERE id = ${id}::uuid`,
      );
      await tamper('CREATE TABLE kept_event AS TABLE event; CREATE TABLE kept_notification AS TABLE notification');
      await tamper(change(id));
      const view = await check();
      expect(view.broken.map((broken) => broken.day)).toEqual([day]);
      expect(view.standing).toBe(view.days - 1);
      const { code, said } = await command();
      expect(code).toBe(1);
      expect(said).toContain('Days that do not: 1.');
      expect(said).toContain(
        `${day}: ${view.broken[0]?.sealed} events were sealed, ${view.broken[0]?.found} are there.`,
      );
      await tamper(`
        DELETE FROM notification; DELETE FROM event; INSERT INTO event SELECT * FROM kept_event;
        INSERT INTO notification SELECT * FROM kept_notification; DROP TABLE kept_event, kept_notification`);
      expect((await check()).broken).toEqual([]);
    });

    test('break where a seal was taken out of the chain, or an event put before its beginning', async () => {
      const { since } = await check();
      const [second] = await world.rows<{ day: string }>(
        Prisma.sql`SELECT day::text AS day FROM audit_day ORDER BY audit_day.day OFFSET 1 LIMIT 1`,
      );
      await tamper(`DELETE FROM audit_day WHERE day = '${since}'`);
      const events = (await check()).broken;
      expect(events.map(({ day }) => day)).toEqual([since, second?.day]);
      expect(events[0]?.sealed).toBe(0);
      const { code, said } = await command();
      expect(code).toBe(1);
      expect(said).toContain('Days that do not: 2.');
    });
  });
});
