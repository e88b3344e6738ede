import { beforeAll, describe, expect, test } from '@jest/globals';
import type { InvitationView } from '@blizej/contracts';
import supertest from 'supertest';
import { expectRefusal, refusal } from '../../../test/refusals.ts';
import { usePortal } from '../../../test/world.ts';
import { guest as astrid } from '../../demo/partners.ts';
import { people } from '../../demo/people.ts';
import { signIn } from '../accounts/actions/sign-in.ts';
import { actorByEmail, invite } from '../accounts/index.ts';
import { declarePart, moveInitiative, proposeInitiative } from '../initiatives/index.ts';
import { withdrawPart } from '../initiatives/actions/take-part.ts';
import { followInitiative } from '../initiatives/actions/follow-initiative.ts';
import { readInitiative } from '../initiatives/initiatives.queries.ts';
import { Prisma } from '../../platform/database/database.ts';
import { inviteGuest, revokeGuest } from './actions/invite-guest.ts';
import { readGuests } from './guests.queries.ts';

const portal = usePortal();
const { world } = portal;

/** A browser in which somebody with this address is signed in. */
async function browserOf(email: string): Promise<supertest.Agent> {
  const actor = await actorByEmail(world.database, email);
  if (!actor) throw new Error(`${email} has no account.`);
  return supertest.agent(portal.app.getHttpServer()).set('cookie', `sid=${await signIn(world.unit, actor)}`);
}

const initiativeCalled = async (title: string): Promise<string> =>
  (await world.row<{ id: string }>(Prisma.sql`SELECT id FROM initiative WHERE title_pl = ${title}`)).id;
const partnerAt = async (place: string): Promise<string> =>
  (await world.row<{ id: string }>(Prisma.sql`SELECT organization_id AS id FROM partner WHERE place = ${place}`)).id;

let own: string;
let ended: string;
let foreign: string;
let partner: string;
let browser: supertest.Agent;
beforeAll(async () => {
  own = await initiativeCalled('Morze bez sieci widm');
  ended = await initiativeCalled('Szkoły dwóch brzegów');
  foreign = await initiativeCalled('Zielone dachy nad morzem');
  partner = await partnerAt('Bärnstensvik');
  browser = await browserOf(astrid.email);
});

describe('A guest', () => {
  test('finds the initiatives in which the guest’s organization takes part, and nothing else anywhere', async () => {
    const listed = async (path: string) => {
      const { status, body } = await browser.get(path);
      expect([path, status]).toEqual([path, 200]);
      return body.items as { id: string }[];
    };
    expect((await listed('/api/initiatives')).map(({ id }) => id).toSorted()).toEqual([own, ended].toSorted());
    for (const path of [
      '/api/networks',
      '/api/tasks',
      '/api/assignments',
      '/api/ballots',
      '/api/resolutions',
      '/api/network-templates',
      '/api/partners',
      '/api/partners?search=morze',
      '/api/partner-cards',
    ]) {
      expect([path, await listed(path)]).toEqual([path, []]);
    }
    expect((await browser.get('/api/region')).body).toEqual({ municipalities: [] });
    // Of all organizations the guest sees the one that the guest works for.
    expect((await listed('/api/organizations')).map(({ id }) => id)).toEqual([partner]);
    expect((await browser.get('/api/session')).body.abilities).toEqual(
      expect.objectContaining({ useInitiatives: true, useNetworks: false, invite: false, readPeople: false }),
    );
  });

  test('reads them without the network out of which they came, with what happened in them', async () => {
    await world.asOwner(`UPDATE initiative SET network_id = (SELECT id FROM network LIMIT 1) WHERE id = '${own}'`);
    const { body } = await browser.get(`/api/initiatives/${own}`);
    expect(body).toMatchObject({ id: own, network: null, abilities: { change: false, inviteGuests: false } });
    const activity = await browser.get(`/api/initiatives/${own}/activity`);
    expect(activity.body.items.map(({ kind }: { kind: string }) => kind)).toContain('initiative.prepared');
    const inbox = await browser.get('/api/notifications');
    expect(inbox.body.items.every(({ event }: { event: { facts: object } }) => 'initiativeId' in event.facts)).toBe(
      true,
    );
  });

  test('who guesses ids is told the same of what is there and of what is not', async () => {
    const { id: network } = await world.row<{ id: string }>(Prisma.sql`SELECT id FROM network LIMIT 1`);
    const { id: task } = await world.row<{ id: string }>(Prisma.sql`SELECT id FROM task LIMIT 1`);
    const gmina = await world.gmina('wydmy');
    const { id: draft } = await world.row<{ id: string }>(Prisma.sql`SELECT id FROM partner_card LIMIT 1`);
    for (const [path, id] of [
      ['/api/initiatives/:id', foreign],
      ['/api/initiatives/:id/activity', foreign],
      ['/api/initiatives/:id/guests', foreign],
      ['/api/networks/:id', network],
      ['/api/tasks/:id', task],
      ['/api/organizations/:id', gmina],
      ['/api/organizations/:id/twins', gmina],
      ['/api/organizations/:id/cards', gmina],
      // Not even what the directory says of the guest's own organization.
      ['/api/partners/:id', partner],
      ['/api/partner-cards/:id', draft],
    ] as const) {
      const answers = [];
      for (const tried of [id, crypto.randomUUID()]) {
        const { status, body } = await browser.get(path.replace(':id', tried));
        answers.push({ status, ...body, instance: '' });
      }
      expect([path, answers[0]]).toEqual([path, answers[1]]);
      expect([path, answers[0]?.status]).toEqual([path, 404]);
    }
  });

  test('reads one that has ended, and does nothing in it any more', async () => {
    const { body } = await browser.get(`/api/initiatives/${ended}`);
    expect(body).toMatchObject({ stage: 'COMPLETED', abilities: { change: false, declareFor: [] } });
    const part = body.participants.find(
      ({ organization }: { organization: { id: string } }) => organization.id === partner,
    );
    expect(part.abilities).toEqual({ confirm: false, withdraw: false, lead: false });
    const withdrawing = await browser
      .post(`/api/initiatives/${ended}/participants/${partner}/withdraw`)
      .send({ reason: 'Za późno.', version: body.version });
    expect([withdrawing.status, withdrawing.body.type]).toEqual([409, '/problems/wrong-state']);
  });
});

describe('Inviting a guest', () => {
  const invited = (organizationId: string, email: string) => ({
    params: { id: own },
    body: { organizationId, name: 'Ny Gäst', email, language: 'en' as const },
  });

  test('is for those who carry an initiative in which the partner takes part', async () => {
    const wydmy = await world.actor('wydmyOfficial');
    const jantarowo = await world.actor('jantarowoOfficial');
    await expectRefusal(inviteGuest(world.unit, jantarowo, invited(partner, 'x@x.example')), 'forbidden');
    const other = await partnerAt('Ravsande');
    const { extras } = await refusal(inviteGuest(world.unit, wydmy, invited(other, 'x@x.example')));
    expect(extras.issues).toMatchObject([{ pointer: '/organizationId', code: 'unknown_organization' }]);
    const guests = await inviteGuest(world.unit, wydmy, invited(partner, 'ny@barnstensvik.example'));
    expect(guests.partners).toMatchObject([
      { people: [{ name: astrid.name }], invitations: [{ email: 'ny@barnstensvik.example', state: 'OPEN' }] },
    ]);
    await expectRefusal(
      inviteGuest(world.unit, wydmy, invited(partner, 'ny@barnstensvik.example')),
      'invitation-exists',
    );
    // An initiative that has ended has no new guests.
    const late = { ...invited(partner, 'y@y.example'), params: { id: ended } };
    await expectRefusal(inviteGuest(world.unit, await world.actor('bursztynowiecOfficial'), late), 'wrong-state');
  });

  test('is not for a gmina that only declares that it leads', async () => {
    const wydmy = await world.actor('wydmyOfficial');
    const mewia = await world.actor('mewiaOfficial');
    const { id } = await proposeInitiative(world.unit, wydmy, {
      body: {
        titlePl: 'Plaże bez plastiku',
        summaryPl: 'Wspólne sprzątanie.',
        benefit: 'Czystsze plaże.',
        level: 'LOCAL',
        goals: ['SEA'],
        topics: [],
      },
    });
    // A partner with which no initiative is carried by anybody else.
    const organizationId = await partnerAt('Ravsande');
    const take = { organizationId, role: 'PARTNER', part: 'Wiedza.' } as const;
    await declarePart(world.unit, await world.actor('secretary'), { params: { id }, body: take });
    const lead = { organizationId: await world.gmina('mewia'), role: 'LEAD_PARTNER', part: 'Prowadzenie.' } as const;
    await declarePart(world.unit, mewia, { params: { id }, body: lead });
    await expectRefusal(readGuests(world.database, mewia, id), 'forbidden');
    const { body } = invited(organizationId, 'ny@ravsande.example');
    await expectRefusal(inviteGuest(world.unit, mewia, { params: { id }, body }), 'forbidden');
    const straight = world.unit.run(mewia, (work) => invite(work, mewia, { ...body, office: 'PARTNER_CONTACT' }));
    await expectRefusal(straight, 'forbidden');
    const { partners } = await inviteGuest(world.unit, wydmy, { params: { id }, body });
    expect(partners).toMatchObject([{ invitations: [{ email: 'ny@ravsande.example' }] }]);
  });

  test('nobody who works for a gmina or the secretariat becomes one: a partner is spoken for by its own people', async () => {
    const wydmy = await world.actor('wydmyOfficial');
    for (const who of ['wydmyMayor', 'mewiaOfficial', 'secretary'] as const) {
      const { slug, extras } = await refusal(inviteGuest(world.unit, wydmy, invited(partner, people[who].email)));
      expect([slug, extras.issues]).toEqual(['invalid', [{ in: 'body', pointer: '/email', code: 'works_for_member' }]]);
    }
  });

  test('the letter is in English, and its link opens the initiative and nothing else', async () => {
    const letter = (await world.letters()).find(({ to }) => to === 'ny@barnstensvik.example');
    expect(letter?.text).toContain('Wanda Wydmowa');
    const token = /#(\S+)/.exec(letter?.text ?? '')?.[1] ?? '';
    const accepted = await portal
      .visitor()
      .post('/api/invitations/acceptance')
      .send({ token, password: 'szara gęś nad zatoką' });
    expect([accepted.status, accepted.body.session?.person.language]).toEqual([200, 'en']);
    const newcomer = await browserOf('ny@barnstensvik.example');
    expect((await newcomer.get(`/api/initiatives/${own}`)).status).toBe(200);
    expect((await newcomer.get(`/api/initiatives/${foreign}`)).status).toBe(404);
  });

  test('is taken back by those who carry it, also in what the secretariat sees', async () => {
    const wydmy = await world.actor('wydmyOfficial');
    const { partners } = await inviteGuest(world.unit, wydmy, invited(partner, 'inna@barnstensvik.example'));
    const invitationId = partners[0]?.invitations[0]?.id ?? '';
    const params = { id: own, invitationId };
    await expectRefusal(revokeGuest(world.unit, await world.actor('mewiaOfficial'), { params }), 'forbidden');
    const left = await revokeGuest(world.unit, wydmy, { params });
    expect(left.partners[0]?.invitations).toEqual([]);
    await expectRefusal(revokeGuest(world.unit, wydmy, { params }), 'not-found');
    const { body } = await (await portal.as('secretary')).get(`/api/invitations?organization=${partner}`);
    const seen = (body.items as InvitationView[]).find(({ id }) => id === invitationId);
    expect(seen?.state).toBe('REVOKED');
  });

  test('a link is void once the one who has sent it carries the initiative no more', async () => {
    const wydmy = await world.actor('wydmyOfficial');
    await inviteGuest(world.unit, wydmy, invited(partner, 'trzecia@barnstensvik.example'));
    const letter = (await world.letters()).find(({ to }) => to === 'trzecia@barnstensvik.example');
    const token = /#(\S+)/.exec(letter?.text ?? '')?.[1] ?? '';
    await world.rows(Prisma.sql`
      UPDATE appointment SET ends_on = portal_today() - 1 WHERE person_id = ${wydmy.personId}::uuid`);
    const accepted = await portal
      .visitor()
      .post('/api/invitations/acceptance')
      .send({ token, password: 'szara gęś nad zatoką' });
    expect([accepted.status, accepted.body.type]).toEqual([410, '/problems/link-void']);
    await world.rows(Prisma.sql`UPDATE appointment SET ends_on = NULL WHERE person_id = ${wydmy.personId}::uuid`);
  });
});

describe('What a guest sees follows from the part', () => {
  test('once the partner withdraws, the initiative is gone at once, and no letter tells of it', async () => {
    const actor = await actorByEmail(world.database, astrid.email);
    if (!actor) throw new Error('The guest is missing.');
    await followInitiative(world.unit, actor, { params: { id: own }, body: { following: true } });
    const { version } = (await readInitiative(world.database, actor, own)) ?? { version: 0 };
    await withdrawPart(world.unit, await world.actor('secretary'), {
      params: { id: own, organizationId: partner },
      body: { reason: 'Brak środków.', version },
    });
    expect((await browser.get(`/api/initiatives/${own}`)).status).toBe(404);
    const followers = await world.rows(Prisma.sql`
      SELECT FROM initiative_follower WHERE person_id = ${actor.personId}::uuid AND initiative_id = ${own}::uuid`);
    expect(followers).toEqual([]);
    // That it has withdrawn is told; what happens afterwards is not.
    const kinds = async (): Promise<string[]> =>
      (await browser.get('/api/notifications')).body.items
        .filter(({ event }: { event: { facts: { initiativeId: string } } }) => event.facts.initiativeId === own)
        .map(({ event }: { event: { kind: string } }) => event.kind);
    expect(await kinds()).toEqual(['initiative.part-withdrawn']);
    const wydmy = await world.actor('wydmyOfficial');
    const seen = await readInitiative(world.database, wydmy, own);
    await moveInitiative(world.unit, wydmy, {
      params: { id: own },
      body: { stage: 'ABANDONED', reason: 'Nie ma partnera.', version: seen?.version ?? 0 },
    });
    expect(await kinds()).toEqual(['initiative.part-withdrawn']);
    expect(await readGuests(world.database, wydmy, own)).toMatchObject({ partners: [], abilities: { invite: false } });
  });
});
