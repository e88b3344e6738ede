import { describe, expect, test } from '@jest/globals';
import type { BulkRunView, ListPreview } from '@blizej/contracts';
import { usePortal } from '../../../test/world.ts';
import { Prisma } from '../../platform/database/database.ts';
import type { PersonKey } from '../../demo/people.ts';

describe('A list of people', () => {
  const portal = usePortal();
  const { world } = portal;

  const preview = async (by: PersonKey, text: string) => {
    const agent = await portal.as(by);
    const content = Buffer.from(text).toString('base64');
    return agent.post('/api/invitations/list/preview').send({ fileName: 'lista.csv', content });
  };

  const waiting = ({ rows }: ListPreview) =>
    rows.flatMap(({ line, name, email, outcome, understood }) =>
      outcome === 'invited' && understood ? [{ line, name, email, ...understood }] : [],
    );

  test('is told row by row what it would do, and nothing is done', async () => {
    const { status, body } = await preview(
      'secretary',
      [
        'Gmina;Funkcja;Imię i nazwisko;E-mail',
        'Jantarowo;urzędnik;Anna Nowa;Anna.Nowa@Jantarowo.example',
        '9901022;Wójt;Bolesław Nowy;b@mewia.example',
        'jantarowo;;Anna Znowu;anna.nowa@jantarowo.example',
        'Jantarowo;urzędnik;Ola Urzędnicka;ola@jantarowo.example',
        'Atlantyda;urzędnik;Cezary Nowy;c@x.example',
        'Jantarowo;kapitan;Daria Nowa;d@x.example',
        'Jantarowo;sekretariat;Ewa Nowa;e@x.example',
        'Jantarowo;urzędnik;Filip Nowy;to nie adres',
        'Jantarowo;urzędnik;;g@x.example',
      ].join('\n'),
    );
    expect(status).toBe(200);
    const { rows } = body as ListPreview;
    expect(rows.map(({ line, outcome }) => [line, outcome])).toEqual([
      [2, 'invited'],
      [3, 'office_taken'],
      [4, 'twice_in_list'],
      [5, 'already_appointed'],
      [6, 'organization_unknown'],
      [7, 'office_unknown'],
      [8, 'office_unknown'],
      [9, 'email_invalid'],
      [10, 'name_missing'],
    ]);
    expect(rows[0]).toMatchObject({ organization: 'Jantarowo', email: 'anna.nowa@jantarowo.example' });
    expect(rows[1]).toMatchObject({ organization: 'Mewia Zatoka', understood: { office: 'EXECUTIVE' } });
    expect(await world.rows(Prisma.sql`SELECT FROM invitation`)).toEqual([]);
  });

  test('a coordinator’s list needs no gmina, and reaches no other', async () => {
    const { body } = await preview(
      'jantarowoCoordinator',
      'e-mail,imię i nazwisko,gmina\nh@x.example,Hanna Nowa,\ni@x.example,Iga Nowa,Mewia Zatoka',
    );
    expect((body as ListPreview).rows.map(({ organization, outcome }) => [organization, outcome])).toEqual([
      ['Jantarowo', 'invited'],
      ['Mewia Zatoka', 'organization_unknown'],
    ]);
  });

  test('is worked off in the background: each row once, with a report', async () => {
    const agent = await portal.as('secretary');
    const { body } = await preview(
      'secretary',
      'e-mail;imię i nazwisko;gmina\nj@x.example;Jan Nowy;Jantarowo\nk@x.example;Kaja Nowa;Wydmy Wielkie',
    );
    const rows = waiting(body as ListPreview);
    const twice = { ...rows[0], line: 9 };
    const begun = await agent.post('/api/invitations/list').send({ fileName: 'lista.csv', rows: [...rows, twice] });
    expect(begun.status).toBe(201);
    expect(begun.body).toMatchObject({ total: 3, done: 0, finishedAt: null, report: [] });

    const letters = await world.letters();
    expect(letters.map(({ to }) => to).toSorted()).toEqual(['j@x.example', 'k@x.example']);
    const { body: run } = await agent.get(`/api/bulk-runs/${begun.body.id}`);
    const { done, finishedAt, report } = run as BulkRunView;
    expect({ done, isFinished: finishedAt !== null }).toEqual({ done: 3, isFinished: true });
    expect(report.map(({ line, organization, outcome }) => [line, organization, outcome])).toEqual([
      [2, 'Jantarowo', 'invited'],
      [3, 'Wydmy Wielkie', 'invited'],
      [9, 'Jantarowo', 'invitation_exists'],
    ]);
    expect((await world.newest('invitation.sent')).actor).toBe('Marek Zmyślony');
    expect((await (await portal.as('director')).get(`/api/bulk-runs/${begun.body.id}`)).status).toBe(404);
  });

  test('goes on where it stood when it was cut off, and asks nobody twice', async () => {
    const agent = await portal.as('secretary');
    const organizationId = await world.gmina('foczy');
    const rows = [1, 2, 3].map((line) => ({
      line,
      name: `Osoba ${line}`,
      email: `osoba${line}@foczy.example`,
      organizationId,
      office: 'OFFICIAL',
    }));
    const { body } = await agent.post('/api/invitations/list').send({ fileName: 'x', rows });
    await world.rows(Prisma.sql`
      UPDATE bulk_run SET done = 1, report = '[{"line":1,"name":"Osoba 1","email":"osoba1@foczy.example","organization":"Foczy Róg","office":"OFFICIAL","outcome":"invited"}]'
      WHERE id = ${body.id}::uuid`);
    expect((await world.letters()).map(({ to }) => to).toSorted()).toEqual([
      'osoba2@foczy.example',
      'osoba3@foczy.example',
    ]);
  });

  test('is worked off for the organization for which its person acted when they began it', async () => {
    const agent = await portal.as('sharedCoordinator');
    const rows = await Promise.all(
      (['foczy', 'sledziowo'] as const).map(async (gmina, index) => ({
        line: index + 1,
        name: 'Osoba z listy',
        email: `z-listy@${gmina}.example`,
        organizationId: await world.gmina(gmina),
        office: 'OFFICIAL',
      })),
    );
    await agent.put('/api/session/acting-for').send({ organizationId: await world.gmina('sledziowo') });
    const { body } = await agent.post('/api/invitations/list').send({ fileName: 'x', rows });
    expect((await world.letters()).map(({ to }) => to)).toEqual(['z-listy@sledziowo.example']);
    const { report } = (await agent.get(`/api/bulk-runs/${body.id}`)).body as BulkRunView;
    expect(report.map(({ outcome }) => outcome)).toEqual(['forbidden', 'invited']);
    expect((await world.newest('invitation.sent')).actingForId).toBe(await world.gmina('sledziowo'));
  });

  test('an office that ends meanwhile ends its list', async () => {
    const agent = await portal.as('latarnikowoCoordinator');
    const organizationId = await world.gmina('latarnikowo');
    const rows = [{ line: 1, name: 'Lena Nowa', email: 'l@x.example', organizationId, office: 'OFFICIAL' }];
    const { body } = await agent.post('/api/invitations/list').send({ fileName: 'x', rows });
    await world.rows(Prisma.sql`
      UPDATE appointment SET ends_on = portal_today() - 1 FROM person
      WHERE person.id = person_id AND person.email = 'lacznik@latarnikowo.example'`);
    expect(await world.letters()).toEqual([]);
    const { report } = (await agent.get(`/api/bulk-runs/${body.id}`)).body as BulkRunView;
    expect(report.map(({ outcome }) => outcome)).toEqual(['forbidden']);
  });

  test('a file that is no list, and one that is too large, are refused', async () => {
    expect((await preview('secretary', '')).body.type).toBe('/problems/file-unreadable');
    expect((await preview('secretary', 'a@x.example\n'.repeat(600))).body.type).toBe('/problems/list-too-long');
    expect((await preview('secretary', 'e-mail;gmina\n')).body.type).toBe('/problems/file-unreadable');
    expect((await preview('secretary', 'x'.repeat(1_000_000))).status).toBe(413);
  });
});
