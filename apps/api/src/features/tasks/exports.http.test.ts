import { beforeAll, describe, expect, test } from '@jest/globals';
import type { AnswersView } from '@blizej/contracts';
import { parse } from 'csv-parse/sync';
import { readTable as readRows } from '../../platform/files/table.ts';
import { usePortal } from '../../../test/world.ts';

describe('The answers of all gminas beside each other', () => {
  const portal = usePortal();
  const address = { answers: '', matrix: '' };

  beforeAll(async () => {
    address.answers = `/api/tasks/${await portal.world.task('Spis urządzeń retencyjnych')}/answers`;
    address.matrix = `/api/networks/${await portal.world.network('woda')}/matrix`;
  });

  const readTable = async (bytes: Buffer) => (await readRows(bytes, 100)).map(({ cells }) => cells);
  const read = async (query: object = {}): Promise<AnswersView> => {
    const { status, body } = await (await portal.as('secretary')).get(address.answers).query(query);
    expect(status).toBe(200);
    return body as AnswersView;
  };
  const gminas = async (query: object) => (await read(query)).items.map(({ organization }) => organization.name);
  const download = async (path: string, query: object, language = 'pl') =>
    (await portal.as('secretary'))
      .get(`${path}/export`)
      .query(query)
      .set('accept-language', language)
      .responseType('blob');

  test('come with what they come to', async () => {
    const { totals, total, items } = await read();
    expect(total).toBe(5);
    expect(items.filter(({ answers }) => answers !== null)).toHaveLength(3);
    const of = (key: string) => totals.find((one) => one.key === key);
    expect(of('pojemnosc1')).toMatchObject({ answered: 2, sum: 7200.5, median: 3600.25 });
    expect(of('zbiorniki1')?.counts).toEqual([
      { option: 'true', count: 2 },
      { option: 'false', count: 1 },
    ]);
    expect(of('przeszkody1')?.counts?.find(({ option }) => option === 'pieniadze1')?.count).toBe(2);
  });

  test('are narrowed by state, by voivodeship, and by what was written, without diacritics', async () => {
    expect(await gminas({ state: 'SUBMITTED' })).toEqual(['Mewia Zatoka']);
    expect(await gminas({ search: 'latarnia' })).toEqual(['Latarnikowo']);
    expect(await gminas({ late: 'true' })).toEqual([]);
    const [first] = (await read()).items;
    const voivodeship = first?.organization.voivodeship ?? '';
    const there = await read({ voivodeship });
    expect(there.items.every(({ organization }) => organization.voivodeship === voivodeship)).toBe(true);
    expect(there.total).toBeGreaterThan(0);
    expect((await read({ search: 'wydmy' })).totals.find(({ key }) => key === 'pojemnosc1')?.sum).toBe(1800);
  });

  test('open in a Polish spreadsheet: a row for each gmina, numbers as numbers, labels in words', async () => {
    const { headers, body } = await download(address.answers, { format: 'csv' });
    expect(headers['content-disposition']).toBe('attachment; filename="odpowiedzi.csv"');
    const [head, ...rows] = parse(body as Buffer, { delimiter: ';', bom: true });
    expect(head?.slice(0, 7)).toEqual([
      'Gmina',
      'Województwo',
      'Stan',
      'Złożono',
      'Wersja formularza',
      'Czy gmina utrzymuje zbiorniki retencyjne?',
      'Łączna pojemność (m³)',
    ]);
    const row = rows.find(([name]) => name === 'Latarnikowo');
    expect(row?.slice(4, 9)).toEqual(['2', 'tak', '5400,5', 'gmina', 'brak pieniędzy']);
    // A draft is the gmina's own.
    expect(rows.find(([name]) => name === 'Jantarowo')?.slice(3, 7)).toEqual(['', '', '', '']);
  });

  test('are a workbook, too, in the reader’s language and narrowed as on the page', async () => {
    const { headers, body } = await download(address.answers, { format: 'xlsx', state: 'ACCEPTED' }, 'en');
    expect(headers['content-type']).toContain('spreadsheetml');
    const rows = await readTable(body as Buffer);
    expect(rows.map(([name]) => name)).toEqual(['Municipality', 'Latarnikowo', 'Wydmy Wielkie']);
    expect(rows[2]?.slice(5, 8)).toEqual(['yes', '1800', 'the municipal utility']);
  });

  test('who has answered what in a network is a table as well, with the same rows as on the page', async () => {
    const { body } = await download(address.matrix, { format: 'xlsx' });
    const rows = await readTable(body as Buffer);
    const page = await (await portal.as('secretary')).get(address.matrix);
    const { organizations, tasks } = page.body as { organizations: { name: string }[]; tasks: { title: string }[] };
    expect(rows.slice(1).map(([name]) => name)).toEqual(organizations.map(({ name }) => name));
    expect(rows[0]).toHaveLength(tasks.length + 1);
    const other = `/api/networks/${await portal.world.network('turystyka')}/matrix`;
    expect((await readTable((await download(other, { format: 'xlsx' })).body as Buffer)).flat()).toContain(
      'nie pytano',
    );
  });
});
