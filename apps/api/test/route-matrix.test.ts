import { beforeAll, describe, expect, test } from '@jest/globals';
import { api, type Route, type RouteName } from '@blizej/contracts';
import supertest from 'supertest';
import { beginList } from '../src/features/accounts/actions/begin-list.ts';
import { invitePerson } from '../src/features/accounts/actions/invite-person.ts';
import { revokeInvitation } from '../src/features/accounts/actions/revoke-invitation.ts';
import { signIn } from '../src/features/accounts/actions/sign-in.ts';
import { activateNetwork } from '../src/features/networks/actions/activate-network.ts';
import { beginClosing } from '../src/features/networks/actions/begin-closing.ts';
import { proposeNetwork } from '../src/features/networks/actions/propose-network.ts';
import { writeCard } from '../src/features/partners/actions/write-card.ts';
import { declarePart, proposeInitiative } from '../src/features/initiatives/index.ts';
import { actorByEmail } from '../src/features/accounts/index.ts';
import { nameProxy } from '../src/features/ballots/index.ts';
import { revokeProxy } from '../src/features/ballots/actions/revoke-proxy.ts';
import { beginUpload } from '../src/features/documents/index.ts';
import { submitIdea } from '../src/features/ideas/index.ts';
import { openApiDocument } from '../src/platform/http/openapi.ts';
import { Prisma } from '../src/platform/database/database.ts';
import { outcomeOf, ownOutcomeOf, routes, silentProvider, viewers, type Subject, type Viewer } from './route-matrix.ts';
import { usePortal } from './world.ts';

const names = Object.keys(api) as RouteName[];
const contract = (name: RouteName): Route => api[name];

describe('The route × office matrix', () => {
  const provider = {
    id: silentProvider,
    name: { pl: 'Cisza', en: 'Silence' },
    issuer: 'http://localhost:1',
    clientId: 'portal',
    clientSecret: 'x',
    mapping: 'email',
  };
  const portal = usePortal({
    SIGN_IN_LIMIT: '1000',
    PUBLIC_URL: 'http://localhost:3000',
    OIDC_PROVIDERS: JSON.stringify([provider]),
  });
  const { world } = portal;
  const cookies = new Map<Viewer, string>();
  let subject: Subject;

  beforeAll(async () => {
    // A partner's contact and a person without an office: the demo has neither yet.
    await world.rows(Prisma.sql`
      WITH partner AS (INSERT INTO organization (kind, name, fictional) VALUES ('PARTNER', 'Partner zza morza', true) RETURNING id),
           person AS (INSERT INTO person (name, email) VALUES ('Gość', 'gosc@partner.example'), ('Nikt', 'nikt@nigdzie.example')
                      RETURNING id, email)
      INSERT INTO appointment (person_id, organization_id, office, starts_on)
      SELECT person.id, partner.id, 'PARTNER_CONTACT', '2024-01-01' FROM person, partner WHERE person.email LIKE 'gosc@%'`);
    const emails: Record<Viewer, string> = {
      secretariat: 'sieci@sekretariat.example',
      mayor: 'burmistrz@jantarowo.example',
      coordinator: 'lacznik@jantarowo.example',
      official: 'ola@jantarowo.example',
      member: 'maria@mewia-zatoka.example',
      outsider: 'bogdan@bursztynowiec.example',
      guest: 'gosc@partner.example',
      nobody: 'nikt@nigdzie.example',
    };
    for (const viewer of viewers) {
      const actor = await actorByEmail(world.database, emails[viewer]);
      if (!actor) throw new Error(`${viewer} is missing.`);
      cookies.set(viewer, `sid=${await signIn(world.unit, actor)}`);
    }
    const { id: notification } = await world.row<{ id: string }>(Prisma.sql`
      SELECT notification.id FROM notification JOIN person ON person.id = person_id
      WHERE email = ${emails.mayor} ORDER BY notification.id LIMIT 1`);
    await world.rows(Prisma.sql`
      WITH person AS (INSERT INTO person (name, email, active) VALUES ('Była Urzędniczka', 'byla@jantarowo.example', false) RETURNING id)
      INSERT INTO appointment (person_id, organization_id, office, starts_on)
      SELECT person.id, ${await world.gmina('jantarowo')}::uuid, 'OFFICIAL', '2024-01-01' FROM person`);
    const person = async (email: string) =>
      (await world.row<{ id: string }>(Prisma.sql`SELECT id FROM person WHERE email = ${email}`)).id;
    subject = {
      network: await world.network('woda'),
      proposal: await world.network('odpornosc'),
      closing: await closing(),
      initiative: (
        await world.row<{ id: string }>(Prisma.sql`SELECT id FROM initiative WHERE title_pl LIKE 'Zielone%'`)
      ).id,
      idea: await handedIn(),
      value: (
        await world.row<{ id: string }>(Prisma.sql`SELECT id FROM value_entry WHERE text LIKE 'Szkolenie z zamówień%'`)
      ).id,
      joint: await joint(),
      partner: await partnerCalled('Region Kalmar'),
      card: (
        await writeCard(world.unit, await world.actor('jantarowoOfficial'), {
          body: { titlePl: 'Szukamy', sought: [], currency: 'EUR', topics: [] },
        })
      ).id,
      publicCard: (await world.row<{ id: string }>(Prisma.sql`SELECT id FROM partner_card WHERE state = 'PUBLISHED'`))
        .id,
      programme: (await world.row<{ id: string }>(Prisma.sql`SELECT id FROM programme WHERE short_name = 'FEP'`)).id,
      call: (await world.row<{ id: string }>(Prisma.sql`SELECT id FROM funding_call WHERE title_pl LIKE 'Retencja%'`))
        .id,
      need: (await world.row<{ id: string }>(Prisma.sql`SELECT id FROM need WHERE title LIKE 'Zbiorniki%'`)).id,
      claim: (
        await world.row<{ id: string }>(Prisma.sql`
          SELECT claim.id FROM budget_claim claim JOIN organization ON organization.id = claim.organization_id
          WHERE organization.name = 'Jantarowo' AND claim.state = 'SUBMITTED'`)
      ).id,
      receipt: (
        await world.row<{ id: string }>(
          Prisma.sql`SELECT id FROM budget_receipt WHERE instalment_id IS NOT NULL AND corrects_id IS NULL`,
        )
      ).id,
      template: (await world.row<{ id: string }>(Prisma.sql`SELECT id FROM network_template ORDER BY name LIMIT 1`)).id,
      resolution: (await world.row<{ id: string }>(Prisma.sql`SELECT id FROM resolution WHERE number = 'LIV/7/2026'`))
        .id,
      task: await world.task('Wizyta studyjna: zgłoszenie uczestników'),
      form: await world.task('Spis urządzeń retencyjnych'),
      gmina: await world.gmina('jantarowo'),
      notification,
      invitation: await withdrawn(),
      run: await begun(),
      document: (
        await world.row<{ id: string }>(Prisma.sql`SELECT id FROM document WHERE name = 'Wzór uchwały o retencji.pdf'`)
      ).id,
      comment: await spoken(emails.official, 'COMMENT'),
      announcement: await spoken(emails.mayor, 'ANNOUNCEMENT'),
      upload: await sending(),
      appointment: (
        await world.row<{ id: string }>(Prisma.sql`
          SELECT appointment.id FROM appointment JOIN person ON person.id = person_id WHERE email = 'jan@jantarowo.example'`)
      ).id,
      identity: await linked(emails.mayor),
      ballot: (await world.row<{ id: string }>(Prisma.sql`SELECT id FROM ballot WHERE state = 'OPEN'`)).id,
      proxy: await takenBack(),
      meeting: (await world.row<{ id: string }>(Prisma.sql`SELECT id FROM meeting WHERE state = 'CONVENED'`)).id,
      item: (
        await world.row<{ id: string }>(Prisma.sql`
          SELECT agenda_item.id FROM agenda_item JOIN meeting ON meeting.id = meeting_id
          WHERE state = 'CONVENED' ORDER BY ordinal LIMIT 1`)
      ).id,
      position: (
        await world.row<{ id: string }>(Prisma.sql`SELECT id FROM position WHERE title_pl LIKE 'Ponowne użycie%'`)
      ).id,
      registered: (await world.row<{ id: string }>(Prisma.sql`SELECT id FROM position WHERE year IS NOT NULL`)).id,
      signed: (await world.row<{ id: string }>(Prisma.sql`SELECT id FROM document WHERE position_id IS NOT NULL`)).id,
      person: await person('jan@jantarowo.example'),
      blocked: await person('byla@jantarowo.example'),
      event: (await world.newest('person.signed-in')).id,
      session: await secondSession(emails.mayor),
    };
  });

  const spoken = async (email: string, kind: string): Promise<string> => {
    const { id } = await world.row<{ id: string }>(Prisma.sql`
      SELECT comment.id FROM comment JOIN person ON person.id = author_id
      WHERE email = ${email} AND kind::text = ${kind} AND network_id IS NOT NULL`);
    return id;
  };

  const handedIn = async (): Promise<string> => {
    const { id } = await submitIdea(world.unit, await world.actor('jantarowoOfficial'), {
      body: {
        title: 'Wspólny kalendarz wydarzeń',
        body: 'Jeden kalendarz dla wszystkich gmin.',
        benefit: 'Mieszkańcom i gościom.',
        goals: ['SOCIETY'],
        topics: [],
        audience: 'MEMBERS',
      },
    });
    return id;
  };

  const partnerCalled = async (name: string): Promise<string> =>
    (await world.row<{ id: string }>(Prisma.sql`SELECT id FROM organization WHERE kind = 'PARTNER' AND name = ${name}`))
      .id;

  const joint = async (): Promise<string> => {
    const proposal = {
      titlePl: 'Inicjatywa z partnerem',
      summaryPl: 'Opis tej inicjatywy.',
      benefit: 'Korzyść z tej inicjatywy.',
      level: 'CROSS_BORDER' as const,
      goals: ['SEA' as const],
      topics: [],
    };
    const official = await world.actor('jantarowoOfficial');
    const { id } = await proposeInitiative(world.unit, official, { body: proposal });
    for (const [actor, organizationId] of [
      [official, await world.gmina('jantarowo')],
      [await world.actor('secretary'), await partnerCalled('Partner zza morza')],
    ] as const) {
      await declarePart(world.unit, actor, {
        params: { id },
        body: { organizationId, role: 'PARTNER', part: 'Udział.' },
      });
    }
    return id;
  };

  const linked = async (email: string): Promise<string> => {
    const { id } = await world.row<{ id: string }>(Prisma.sql`
      INSERT INTO identity (person_id, provider, subject)
      SELECT id, ${silentProvider}, 'burmistrz' FROM person WHERE email = ${email} RETURNING id`);
    return id;
  };

  const takenBack = async (): Promise<string> => {
    const mayor = await world.actor('jantarowoMayor');
    const { id } = await nameProxy(world.unit, mayor, {
      body: {
        organizationId: await world.gmina('jantarowo'),
        holderId: await world.gmina('wydmy'),
        validFrom: '2026-01-01',
        validUntil: '2026-01-31',
        document: 'Pełnomocnictwo nr 1/2026',
        documentOn: '2026-01-01',
      },
    });
    await revokeProxy(world.unit, mayor, { params: { id }, body: { reason: 'Wójt zagłosuje sam.' } });
    return id;
  };

  const closing = async (): Promise<string> => {
    const secretary = await world.actor('secretary');
    const { id } = await proposeNetwork(world.unit, secretary, {
      kind: 'PERMANENT',
      namePl: 'Sieć u kresu',
      purposePl: 'Cel, który osiągnięto.',
      benefit: 'Korzyść, którą widać.',
      goals: ['SOCIETY'],
      topics: [],
      joinPolicy: 'OPEN',
      mandate: { issuingBody: 'BOARD', number: '1/2026', adoptedOn: '2026-01-05', title: 'w sprawie sieci' },
    });
    const active = await activateNetwork(world.unit, secretary, {
      params: { id },
      body: { leadOrganizationId: await world.gmina('jantarowo'), version: 1 },
    });
    await beginClosing(world.unit, secretary, { params: { id }, body: { version: active.version } });
    return id;
  };

  const withdrawn = async (): Promise<string> => {
    const secretary = await world.actor('secretary');
    const { id } = await invitePerson(world.unit, secretary, {
      body: {
        name: 'Nowa Osoba',
        email: 'nowa@jantarowo.example',
        office: 'OFFICIAL',
        organizationId: await world.gmina('jantarowo'),
        language: 'pl',
      },
    });
    await revokeInvitation(world.unit, secretary, { params: { id } });
    return id;
  };

  const begun = async (): Promise<string> => {
    const row = { line: 1, name: 'Ola', email: 'ola@jantarowo.example', office: 'OFFICIAL' } as const;
    const { id } = await beginList(world.unit, await world.actor('secretary'), {
      body: { fileName: 'lista.csv', rows: [{ ...row, organizationId: await world.gmina('jantarowo') }] },
    });
    return id;
  };

  const sending = async (): Promise<string> => {
    const target = { kind: 'NETWORK', networkId: await world.network('woda'), folder: null } as const;
    const input = { body: { target, fileName: 'plan.pdf', bytes: 2_000_000 } };
    return (await beginUpload(world.unit, await world.actor('jantarowoOfficial'), input, Infinity)).id;
  };

  const secondSession = async (email: string): Promise<string> => {
    const { id } = await world.row<{ id: string }>(Prisma.sql`
      INSERT INTO session (token_hash, person_id, expires_at, ends_at)
      SELECT sha256('another'), id, now() + interval '1 day', now() + interval '1 day' FROM person WHERE email = ${email}
      RETURNING id`);
    return id;
  };

  const request = (
    name: RouteName,
    over: { params?: Record<string, string>; cookie?: string | undefined; body?: object },
  ) => {
    const { method, path } = contract(name);
    const row = routes[name];
    const params = { ...row.params?.(subject), ...over.params };
    const url = path.replace(/:(\w+)/g, (_, key: string) => params[key] ?? '') + (row.query ?? '');
    const sent = supertest(portal.app.getHttpServer())[method.toLowerCase() as 'get' | 'post' | 'put' | 'delete'](url);
    if (over.cookie) void sent.set('cookie', over.cookie);
    const body = over.body ?? row.body?.(subject);
    return body ? sent.send(body) : sent;
  };

  const isPublic = (name: RouteName) => contract(name).access === 'public';

  // What ends the sessions that the other rows need has its own tests.
  const ending: readonly RouteName[] = ['signIn', 'signOut', 'endOtherSessions', 'cancelUpload'];
  describe.each(names.filter((name) => !ending.includes(name)))('%s', (name) => {
    test.each(viewers)('%s', async (viewer) => {
      const { status, body } = await request(name, { cookie: cookies.get(viewer) });
      const outcome = outcomeOf(routes[name], viewer);
      const said = `${name} by ${viewer}: ${status} ${JSON.stringify(body).slice(0, 200)}`;
      if (outcome === 'refused') expect([said, status]).toEqual([said, 403]);
      else if (outcome === 'nothing') expect([said, status]).toEqual([said, 404]);
      else expect([said, [200, 201, 204, 302, 409, 410, 422, 502].includes(status)]).toEqual([said, true]);
    });

    test('a guest in an initiative of the guest’s own', async () => {
      const outcome = ownOutcomeOf(routes[name]);
      if (outcome === undefined) return expect(outcomeOf(routes[name], 'guest')).toBeDefined();
      const params = { ...routes[name].params?.(subject), id: subject.joint };
      const { status, body } = await request(name, { cookie: cookies.get('guest'), params });
      const said = `${name} by a guest: ${status} ${JSON.stringify(body).slice(0, 200)}`;
      expect([said, status]).toEqual([said, outcome === 'refused' ? 403 : (contract(name).status ?? 200)]);
    });

    test('what a guest may not see is answered as what is not there', async () => {
      if (outcomeOf(routes[name], 'guest') !== 'nothing') return expect(routes[name].outcomes).toHaveLength(8);
      const cookie = cookies.get('guest');
      const params = Object.keys(routes[name].params?.(subject) ?? {}).map((part) => [part, crypto.randomUUID()]);
      const [foreign, absent] = [
        await request(name, { cookie }),
        await request(name, { cookie, params: Object.fromEntries(params) as Record<string, string> }),
      ];
      expect({ ...foreign.body, instance: '' }).toEqual({ ...absent.body, instance: '' });
    });

    test('without a session', async () => {
      const { status, body } = await request(name, {});
      if (isPublic(name)) expect(status).toBe(routes[name].answer ?? 200);
      else expect({ status, type: body.type }).toEqual({ status: 401, type: '/problems/unauthenticated' });
    });

    test('an absent id, a malformed one and an invisible one are the same answer', async () => {
      const row = routes[name];
      if (!row.params) return expect(contract(name).path).not.toContain(':');
      const cookie = cookies.get('secretariat');
      for (const id of [crypto.randomUUID(), 'nie-ma', '%00', "1'--"]) {
        const params = Object.fromEntries(Object.keys(row.params(subject)).map((part) => [part, id]));
        const { status, body } = await request(name, { params, cookie });
        expect({ id, status, type: body.type }).toEqual({ id, status: 404, type: '/problems/not-found' });
      }
    });

    test('a surplus key, a foreign origin and a broken body are refused', async () => {
      const { method, body, query } = contract(name);
      const cookie = cookies.get('secretariat');
      if (body) {
        const surplus = await request(name, { cookie, body: { ...routes[name].body?.(subject), surplus: 1 } });
        expect(surplus.status).toBe(422);
        expect(surplus.body.issues).toContainEqual({ in: 'body', pointer: '/surplus', code: 'unrecognized_keys' });
        const broken = await request(name, { cookie }).type('json').send('{"a":');
        expect({ status: broken.status, type: broken.body.type }).toEqual({ status: 400, type: '/problems/malformed' });
      }
      if (query) {
        const surplus = await request(name, { cookie }).query({ surplus: 1 });
        expect({ status: surplus.status, issues: surplus.body.issues }).toEqual({
          status: 422,
          issues: [{ in: 'query', pointer: '/surplus', code: 'unrecognized_keys' }],
        });
      }
      const foreign = await request(name, { cookie })
        .set('origin', 'https://evil.example')
        .set('sec-fetch-site', 'cross-site');
      if (method === 'GET') expect(foreign.headers['access-control-allow-origin']).toBeUndefined();
      else
        expect({ status: foreign.status, type: foreign.body.type }).toEqual({
          status: 403,
          type: '/problems/cross-origin',
        });
    });
  });
});

test('Every route of the OpenAPI document has a row, and every row a route', () => {
  const documented = Object.entries(openApiDocument().paths ?? {}).flatMap(([path, item]) =>
    Object.keys(item as object).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const rows = Object.keys(routes).map((name) => {
    const { method, path } = contract(name as RouteName);
    return `${method} ${path.replace(/:(\w+)/g, '{$1}')}`;
  });
  expect(documented.toSorted()).toEqual(rows.toSorted());
});

test('The public routes are these and no others', () => {
  expect(names.filter((name) => contract(name).access === 'public').toSorted()).toEqual([
    'acceptInvitation',
    'askForLink',
    'beginOidc',
    'confirmEmail',
    'decideByLink',
    'downloadPublishedCard',
    'downloadSignedFile',
    'finishOidc',
    'healthz',
    'listDemoAccounts',
    'listPublicInitiatives',
    'listPublishedCards',
    'listRegister',
    'listSignedFiles',
    'printRegistered',
    'readAssociation',
    'readCalendar',
    'readHeldDecision',
    'readHeldInvitation',
    'readHeldLink',
    'readOpenApi',
    'readPublicInitiative',
    'readPublishedCard',
    'readRegisterFeed',
    'readRegistered',
    'readSignInWays',
    'readyz',
    'resetPassword',
    'signIn',
    'signInByLink',
  ]);
});
