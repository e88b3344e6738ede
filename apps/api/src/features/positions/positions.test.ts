import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  commentsAtMost,
  openAmendmentsAtMost,
  paragraphsAtMost,
  type BallotChoice,
  type PositionView,
} from '@blizej/contracts';
import { cast, hours, mayors, type Mayor } from '../../../test/ballots.ts';
import { actorWith } from '../../../test/actors.ts';
import { readPdf } from '../../../test/pdf.ts';
import { expectRefusal, refusal } from '../../../test/refusals.ts';
import { useWorld } from '../../../test/world.ts';
import { people, type GminaKey, type PersonKey } from '../../demo/people.ts';
import type { Actor } from '../../kernel/actor.ts';
import { holdings as registry } from '../../holdings.ts';
import { Prisma } from '../../platform/database/database.ts';
import type { PdfDocument } from '../../platform/pdf/pdf-document.ts';
import { renderPdf } from '../../platform/pdf/pdf.ts';
import type { Letter } from '../../platform/mail/letter.ts';
import { endAppointment } from '../appointments/actions/end-appointment.ts';
import { readHandOver } from '../appointments/actions/read-hand-over.ts';
import { turnBallots } from '../ballots/index.ts';
import { withdrawBallot } from '../ballots/actions/withdraw-ballot.ts';
import { decideAmendment, proposeAmendment, withdrawAmendment } from './actions/amend-position.ts';
import { commentPosition } from './actions/comment-position.ts';
import { draftPosition } from './actions/draft-position.ts';
import { nameRapporteur } from './actions/name-rapporteur.ts';
import { openConsultation } from './actions/open-consultation.ts';
import { beginSilence, objectToSilence, putToVote } from './actions/put-to-vote.ts';
import { recordAnswer, recordEffect, sendPosition, setAddressees } from './actions/send-position.ts';
import { recordDissent, signPosition, takeStand } from './actions/take-stand.ts';
import { turnPositions } from './actions/turn-positions.ts';
import { withdrawPosition } from './actions/withdraw-position.ts';
import { changePosition, writePositionText } from './actions/write-position.ts';
import { mailPosition } from './mail-position.job.ts';
import { amendmentsDocument, positionDocument, printedOf } from './position-documents.ts';
import {
  comparePosition,
  listPositions,
  listRegister,
  readDrafting,
  readPosition,
  readRegistered,
} from './positions.queries.ts';

const world = useWorld();
let official: Actor;
let secretary: Actor;
beforeAll(async () => {
  official = await world.actor('jantarowoOfficial');
  secretary = await world.actor('secretary');
});

const reason = 'Tak uzgodniły gminy.';
const gminaOf = (key: PersonKey) => world.gmina(people[key].organization as GminaKey);
const draft = async (by = official, more: { wantedBy?: string } = {}): Promise<PositionView> =>
  draftPosition(world.unit, by, {
    body: {
      titlePl: `Stanowisko ${crypto.randomUUID()}`,
      titleEn: 'A position',
      occasion: 'Zmienia się ustawa o wodach.',
      occasionEn: 'The law on waters is changing.',
      aim: 'Chcemy, aby minister zmienił zdanie.',
      nature: 'POSITION',
      threshold: 50,
      isPublic: true,
      paragraphs: [
        { pl: 'Pierwszy akapit.', en: 'First paragraph.' },
        { pl: 'Drugi akapit.', en: 'Second paragraph.' },
      ],
      ...(by === official && { networkId: await world.network('woda') }),
      ...more,
    },
  });
const consult = ({ id, version }: PositionView, until = hours(48), by = official) =>
  openConsultation(world.unit, by, { params: { id }, body: { until: until.toISOString(), version } });
const consulted = async (): Promise<PositionView> => consult(await draft());
const seen = async ({ id }: { id: string }, by: PersonKey = 'foczyMayor'): Promise<PositionView> => {
  const view = await readPosition(world.database, await world.actor(by), id);
  if (!view) throw new Error(`${by} does not see the position.`);
  return view;
};
const paragraphOf = (view: PositionView, at: number): string => view.text.paragraphs[at]?.id ?? '';
const amend = async (view: PositionView, by: PersonKey, pl: string, at = 0) =>
  proposeAmendment(world.unit, await world.actor(by), {
    params: { id: view.id },
    body: {
      organizationId: await gminaOf(by),
      paragraphId: paragraphOf(view, at),
      kind: 'REPLACE',
      pl,
      reason,
      textNumber: view.text.number,
    },
  });
const decide = (view: PositionView, at: number, accepted = true, by = official) =>
  decideAmendment(world.unit, by, {
    params: { id: view.id, amendmentId: view.amendments[at]?.id ?? '' },
    body: { accepted, reason, version: view.version },
  });
const stand = async ({ id }: { id: string }, by: Mayor, kind: 'ENDORSES' | 'OBJECTS' = 'ENDORSES') =>
  takeStand(world.unit, await world.actor(by), {
    params: { id, organizationId: await gminaOf(by) },
    body: { stand: kind, ...(kind === 'OBJECTS' && { reason }) },
  });
const endorsed = async (): Promise<PositionView> => {
  let view = await consulted();
  for (const mayor of mayors.slice(0, 4)) view = await stand(view, mayor);
  return view;
};
const vote = async ({ id }: { id: string }, by = secretary, withoutEnglish?: boolean) =>
  putToVote(world.unit, by, {
    params: { id },
    body: {
      quorum: 'HALF',
      majority: 'SIMPLE',
      majorityOf: 'VOTES',
      closesAt: hours(48).toISOString(),
      ...(withoutEnglish && { withoutEnglish }),
      version: (await seen({ id })).version,
    },
  });
/** Puts a position to the vote, votes, and lets the clock close and settle it. */
const decided = async (choices: readonly BallotChoice[], from?: PositionView): Promise<PositionView> => {
  const view = await vote(from ?? (await endorsed()));
  for (const [at, choice] of choices.entries())
    await cast(world, view.ballotId ?? '', mayors[at] ?? 'foczyMayor', choice);
  const later = world.unit.at(hours(49));
  await turnBallots(later);
  await turnPositions(later);
  return seen(view);
};
const adopted = (): Promise<PositionView> => decided(['FOR', 'FOR', 'FOR', 'FOR', 'AGAINST']);
/** The events of a kind of one position, with those who were told. */
const eventsOf = ({ id }: { id: string }, kind: string) =>
  world.rows<{ id: string; told: string[] }>(Prisma.sql`
    SELECT event.id, ARRAY(SELECT person.name FROM notification JOIN person ON person.id = notification.person_id
                           WHERE notification.event_id = event.id) AS told
    FROM event WHERE kind = ${kind} AND facts ->> 'positionId' = ${id}`);
const toldOf = async (kind: string) => (await world.newest(kind)).told.map(({ name }) => name);

describe('A draft', () => {
  test('is its own people’s until the consultation opens; whoever drafts it is its rapporteur', async () => {
    const view = await draft();
    expect(view).toMatchObject({
      state: 'DRAFT',
      rapporteur: { name: people.jantarowoOfficial.name },
      text: { number: 1 },
      abilities: { change: true, write: true, consult: true, putToVote: false },
    });
    const see = async (who: PersonKey) => readPosition(world.database, await world.actor(who), view.id);
    expect(await see('mewiaOfficial')).toBeUndefined();
    // The gmina's delegate has the vote alone; its mayor and the secretariat write with the rapporteur.
    expect((await see('jantarowoMayor'))?.abilities).toMatchObject({ write: true, consult: false });
    expect((await see('secretary'))?.abilities).toMatchObject({ write: true, consult: true });
    expect(await toldOf('position.drafted')).toEqual([]);
  });

  test('is drafted by the secretariat, or for a network by the gmina that leads it', async () => {
    await expectRefusal((async () => draft(await world.actor('mewiaOfficial')))(), 'forbidden');
    expect((await draft(secretary)).network).toBeNull();
    expect(await readDrafting(world.database, secretary)).toMatchObject({ forAssociation: true });
    const own = await readDrafting(world.database, official);
    expect(own.forAssociation).toBe(false);
    expect(own.networks.map(({ id }) => id)).toContain(await world.network('woda'));
  });

  test('every saved text is a version, on the version that was read; the same words again are none', async () => {
    const view = await draft();
    const write = (pl: string, version: number) =>
      writePositionText(world.unit, official, {
        params: { id: view.id },
        body: {
          titlePl: view.title.pl,
          titleEn: 'A position',
          paragraphs: [
            { id: paragraphOf(view, 0), pl: 'Pierwszy akapit.', en: 'First paragraph.' },
            { id: paragraphOf(view, 1), pl },
          ],
          version,
        },
      });
    const second = await write('Drugi akapit, lepszy.', view.version);
    expect(second.text).toMatchObject({
      number: 2,
      paragraphs: [{ id: paragraphOf(view, 0) }, { pl: 'Drugi akapit, lepszy.' }],
    });
    expect((await write('Drugi akapit, lepszy.', second.version)).text.number).toBe(2);
    expect((await refusal(write('Zapóźnione słowa.', view.version))).extras.current).toMatchObject({
      text: { number: 2 },
    });
    const compared = await comparePosition(world.database, official, view.id, { from: 1, to: 2 });
    expect(compared?.paragraphs.map(({ kind }) => kind)).toEqual(['SAME', 'CHANGED']);
    expect(
      await comparePosition(world.database, await world.actor('mewiaOfficial'), view.id, { from: 1, to: 2 }),
    ).toBeUndefined();
    await expectRefusal(comparePosition(world.database, official, view.id, { from: 1, to: 9 }), 'invalid');
    await expect(
      world.rows(Prisma.sql`UPDATE position_text SET title_pl = 'x' WHERE position_id = ${view.id}::uuid`),
    ).rejects.toThrow('permission denied');
  });

  test('changes what it is for as long as it is a draft', async () => {
    const view = await draft();
    const change = ({ id, version }: PositionView) =>
      changePosition(world.unit, official, {
        params: { id },
        body: {
          occasion: 'Nowa okoliczność sprawy.',
          aim: view.aim.pl,
          aimEn: 'We want the minister to think again.',
          nature: 'OPINION',
          threshold: 60,
          isPublic: false,
          version,
        },
      });
    expect(await change(view)).toMatchObject({
      occasion: { pl: 'Nowa okoliczność sprawy.', en: null },
      aim: { en: 'We want the minister to think again.' },
      nature: 'OPINION',
      threshold: 60,
    });
    await expectRefusal(change(await consulted()), 'wrong-state');
  });

  test('is wanted by a day to come; one that has passed since it was set may stay', async () => {
    const yesterday = await world.day(-1);
    const past = await refusal(draft(official, { wantedBy: yesterday }));
    expect(past.extras.issues).toEqual([{ in: 'body', pointer: '/wantedBy', code: 'due_in_past' }]);
    const view = await draft(official, { wantedBy: await world.day(0) });
    const { occasion, aim, nature, threshold, isPublic } = view;
    const change = (wantedBy: string, { id, version }: PositionView) =>
      changePosition(world.unit, official, {
        params: { id },
        body: { occasion: occasion.pl, aim: aim.pl, nature, threshold, isPublic, wantedBy, version },
      });
    await expectRefusal(change(yesterday, view), 'invalid');
    await world.rows(Prisma.sql`UPDATE position SET wanted_by = ${yesterday}::date WHERE id = ${view.id}::uuid`);
    expect(await change(yesterday, view)).toMatchObject({ wantedBy: yesterday });
  });
});

describe('The rapporteur', () => {
  const name = async (view: PositionView, who: PersonKey, by: PersonKey = 'secretary') =>
    nameRapporteur(world.unit, await world.actor(by), {
      params: { id: view.id },
      body: { personId: (await world.actor(who)).personId, version: view.version },
    });
  const colleague = people.jantarowoColleague.name;

  test('is named among those who draft it and the secretariat, by who keeps it or decides for them, and is told', async () => {
    const view = await draft();
    expect((await refusal(name(view, 'mewiaOfficial'))).extras.issues).toMatchObject([
      { pointer: '/personId', code: 'unknown_person' },
    ]);
    await expectRefusal(name(await consulted(), 'mewiaOfficial', 'mewiaMayor'), 'forbidden');
    const named = await name(view, 'jantarowoColleague', 'jantarowoOfficial');
    expect(named).toMatchObject({ rapporteur: { name: colleague }, abilities: { consult: false } });
    expect(await toldOf('position.rapporteur-named')).toEqual([colleague]);
    expect((await seen(named, 'jantarowoColleague')).abilities).toMatchObject({ consult: true, entrust: true });
    // Also once the gminas are asked, and after the adoption.
    const later = await name(await name(await adopted(), 'secretary'), 'jantarowoOfficial', 'jantarowoMayor');
    expect(later).toMatchObject({ state: 'ADOPTED', rapporteur: { name: people.jantarowoOfficial.name } });
  });

  test('whose office has passed is none: the secretariat is told once, and names another one', async () => {
    const view = await name(await consulted(), 'jantarowoColleague');
    const { personId } = await world.actor('jantarowoColleague');
    const until = (day: string) =>
      world.rows(
        Prisma.sql`UPDATE appointment SET ends_on = ${day === '' ? null : day}::date WHERE person_id = ${personId}::uuid`,
      );
    await until(await world.day(-1));
    expect((await seen(view, 'secretary')).rapporteur).toBeNull();
    expect(await eventsOf(view, 'position.rapporteur-left')).toEqual([]);
    await turnPositions(world.unit);
    await turnPositions(world.unit);
    const left = await world.newest('position.rapporteur-left');
    expect(left.facts).toMatchObject({ positionId: view.id });
    expect(left.told).toEqual(
      expect.arrayContaining([
        { name: people.secretary.name, reason: 'ASKED' },
        { name: people.jantarowoMayor.name, reason: 'INFORMED' },
      ]),
    );
    expect(await eventsOf(view, 'position.rapporteur-left')).toHaveLength(1);
    await amend(view, 'mewiaOfficial', 'Kto to rozpatrzy?');
    expect(await toldOf('position.amended')).toContain(people.secretary.name);
    expect(await name(await seen(view, 'secretary'), 'jantarowoOfficial')).toMatchObject({
      state: 'CONSULTATION',
      rapporteur: { name: people.jantarowoOfficial.name },
    });
    await until('');
  });

  test('who leaves hands positions over, to somebody of the gmina or to nobody', async () => {
    const [first, second] = [
      await name(await draft(), 'jantarowoColleague'),
      await name(await consulted(), 'jantarowoColleague'),
    ];
    const mayor = await world.actor('jantarowoMayor');
    const { id } = await world.row<{ id: string }>(Prisma.sql`
      SELECT id FROM appointment WHERE person_id = ${(await world.actor('jantarowoColleague')).personId}::uuid`);
    const { holdings } = await readHandOver(world.unit, mayor, registry, id);
    const kept = holdings.filter(({ kind }) => kind === 'position');
    expect(kept.map(({ within }) => within?.pl)).toEqual([first, second].map(({ title }) => title.pl));
    const moves = holdings.map(({ kind, id: held }) => ({
      kind,
      id: held,
      toPersonId: held === first.id ? official.personId : null,
    }));
    await endAppointment(world.unit, mayor, registry, { params: { id }, body: { endsOn: await world.day(-1), moves } });
    expect((await seen(first, 'secretary')).rapporteur).toMatchObject({ name: people.jantarowoOfficial.name });
    expect((await seen(second, 'secretary')).rapporteur).toBeNull();
    expect(await eventsOf(second, 'position.rapporteur-left')).toMatchObject([
      { told: expect.arrayContaining([people.secretary.name]) },
    ]);
  });
});

describe('The consultation', () => {
  test('asks all member gminas, and is put off but never shortened', async () => {
    const view = await consulted();
    const opened = await world.newest('position.consultation-opened');
    expect(opened.told).toContainEqual({ name: people.foczyOfficial.name, reason: 'ASKED' });
    await expectRefusal(consult(view, hours(24)), 'invalid');
    expect(await consult(view, hours(72))).toMatchObject({ state: 'CONSULTATION' });
    await expectRefusal(consult(await seen(view), hours(96), await world.actor('mewiaOfficial')), 'forbidden');
  });

  test('takes comments for a gmina by its people, on a paragraph that is there, until its end by the database’s clock', async () => {
    const view = await consulted();
    const say = async (by: PersonKey, paragraphId?: string, unit = world.unit) =>
      commentPosition(unit, await world.actor(by), {
        params: { id: view.id },
        body: { organizationId: await gminaOf(by), text: 'Popieramy ten akapit.', ...(paragraphId && { paragraphId }) },
      });
    const { comments } = await say('mewiaOfficial', paragraphOf(view, 1));
    expect(comments).toMatchObject([
      { organization: { name: 'Mewia Zatoka' }, paragraphId: paragraphOf(view, 1), textNumber: 1 },
    ]);
    expect(await toldOf('position.commented-on-paragraph')).toEqual([people.jantarowoOfficial.name]);
    expect((await world.newest('position.commented-on-paragraph')).facts).toMatchObject({ paragraph: 2 });
    await expectRefusal(say('mewiaOfficial', crypto.randomUUID()), 'invalid');
    await expectRefusal(say('mewiaOfficial', undefined, world.unit.at(hours(48))), 'consultation-over');
    // Whatever the portal thinks, the database takes nothing after the end.
    const brief = await consult(await draft(), hours(0.0002));
    await new Promise((resume) => setTimeout(resume, 900));
    await expect(
      world.rows(Prisma.sql`
        INSERT INTO position_comment (position_id, text_number, organization_id, person_id, text)
        VALUES (${brief.id}::uuid, 1, ${await gminaOf('mewiaOfficial')}::uuid, ${official.personId}::uuid, 'Za późno.')`),
    ).rejects.toThrow('takes no position_comment now');
    const foreign = commentPosition(world.unit, await world.actor('mewiaOfficial'), {
      params: { id: view.id },
      body: { organizationId: await world.gmina('foczy'), text: 'W imieniu innej gminy.' },
    });
    await expectRefusal(foreign, 'forbidden');
  });

  test('an accepted amendment makes a new version with its gmina named; a rejected one changes nothing', async () => {
    let view = await amend(await consulted(), 'mewiaOfficial', 'Pierwszy akapit, lepszy.');
    view = await amend(view, 'sosnowyOfficial', 'Drugi akapit, lepszy.', 1);
    expect(view.openAmendments).toBe(2);
    view = await decide(await seen(view, 'jantarowoOfficial'), 0);
    expect(view.text).toMatchObject({
      number: 2,
      paragraphs: [{ pl: 'Pierwszy akapit, lepszy.', en: null }, {}],
    });
    expect(view.versions[0]).toMatchObject({ number: 2, amendmentOf: { name: 'Mewia Zatoka' } });
    expect(view.amendments[0]).toMatchObject({ state: 'ACCEPTED', mergedIn: 2, decision: { reason } });
    expect(await toldOf('position.amendment-accepted')).toContain(people.mewiaOfficial.name);
    expect((await world.newest('position.amendment-accepted')).facts).toMatchObject({ paragraph: 1, number: 2 });
    view = await decide(view, 1, false);
    expect(view).toMatchObject({ text: { number: 2 }, openAmendments: 0 });
    expect((await world.newest('position.amendment-rejected')).facts).toMatchObject({ paragraph: 2 });
    await expectRefusal(decide(view, 1), 'wrong-state');
    await expect(
      world.rows(Prisma.sql`UPDATE amendment SET text_pl = 'x' WHERE position_id = ${view.id}::uuid`),
    ).rejects.toThrow('stands');
    // The record tells of both, in either language.
    const association = { pl: 'Stowarzyszenie', en: 'Association' };
    const record = await readPdf(await renderPdf(amendmentsDocument(view, 'en', association)));
    expect(record).toMatchObject({ isTagged: true, language: 'en-GB' });
    expect(record.texts.join(' ')).toContain('Mewia Zatoka: paragraph 1, other words');
    expect(record.texts.join(' ')).toContain('Rejected');
  });

  test('of two amendments to one paragraph the second sees the changed words, and is not merged over them', async () => {
    let view = await amend(await consulted(), 'mewiaOfficial', 'Tak chce Mewia.');
    view = await amend(view, 'sosnowyOfficial', 'Tak chce Sosnowy Brzeg.');
    view = await decide(await seen(view, 'jantarowoOfficial'), 0);
    expect(view.amendments[1]).toMatchObject({ state: 'PROPOSED', outdated: true, before: { pl: 'Pierwszy akapit.' } });
    const problem = await refusal(decide(view, 1));
    expect(problem.slug).toBe('paragraph-changed');
    expect(problem.extras.current).toMatchObject({ text: { paragraphs: [{ pl: 'Tak chce Mewia.' }, {}] } });
    expect((await seen(view)).text.number).toBe(2);
    // Whoever still reads the old text is told before the words are sent to the rapporteur.
    const stale = proposeAmendment(world.unit, await world.actor('foczyOfficial'), {
      params: { id: view.id },
      body: {
        organizationId: await world.gmina('foczy'),
        paragraphId: paragraphOf(view, 0),
        kind: 'REPLACE',
        pl: 'Słowa do starej wersji.',
        reason,
        textNumber: 1,
      },
    });
    await expectRefusal(stale, 'paragraph-changed');
  });

  test('two decisions at once on one paragraph: one is merged, the other sees it', async () => {
    let view = await amend(await consulted(), 'mewiaOfficial', 'Tak chce Mewia.');
    view = await amend(view, 'sosnowyOfficial', 'Tak chce Sosnowy Brzeg.');
    view = await seen(view, 'jantarowoOfficial');
    const outcomes = await Promise.allSettled([decide(view, 0), decide(view, 1, true, secretary)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await seen(view)).text.number).toBe(2);
  });

  test('a gmina takes back its own amendment, and no other’s', async () => {
    const view = await amend(await consulted(), 'mewiaOfficial', 'Inaczej jednak.');
    const params = { id: view.id, amendmentId: view.amendments[0]?.id ?? '' };
    await expectRefusal(withdrawAmendment(world.unit, await world.actor('foczyOfficial'), { params }), 'forbidden');
    const after = await withdrawAmendment(world.unit, await world.actor('mewiaMayor'), { params });
    expect(after.amendments[0]?.state).toBe('WITHDRAWN');
  });

  test('takes so many open amendments and comments from a gmina, and no more; others have their own', async () => {
    let view = await consulted();
    for (let at = 0; at < openAmendmentsAtMost; at += 1) view = await amend(view, 'mewiaOfficial', `Poprawka ${at}.`);
    await expectRefusal(amend(view, 'mewiaOfficial', 'Jeszcze jedna.'), 'too-many');
    await expect(amend(view, 'sosnowyOfficial', 'Nasza pierwsza.')).resolves.toBeDefined();
    await decide(await seen(view, 'jantarowoOfficial'), 0, false);
    await expect(amend(view, 'mewiaOfficial', 'Znów jest miejsce.')).resolves.toBeDefined();
    await world.rows(Prisma.sql`
      INSERT INTO position_comment (position_id, text_number, organization_id, person_id, text)
      SELECT ${view.id}::uuid, 1, ${await gminaOf('mewiaOfficial')}::uuid, ${official.personId}::uuid, 'Uwaga.'
      FROM generate_series(1, ${commentsAtMost}::int)`);
    const say = async (by: PersonKey) =>
      commentPosition(world.unit, await world.actor(by), {
        params: { id: view.id },
        body: { organizationId: await gminaOf(by), text: 'Jeszcze uwaga.' },
      });
    await expectRefusal(say('mewiaOfficial'), 'too-many');
    await expect(say('sosnowyOfficial')).resolves.toBeDefined();
  });

  test('an amendment makes no text longer than one may be', async () => {
    const { id, version, title } = await consulted();
    const longest = await writePositionText(world.unit, official, {
      params: { id },
      body: {
        titlePl: title.pl,
        paragraphs: Array.from({ length: paragraphsAtMost }, (_, at) => ({ pl: `Akapit ${at}.` })),
        version,
      },
    });
    await proposeAmendment(world.unit, await world.actor('mewiaOfficial'), {
      params: { id },
      body: {
        organizationId: await gminaOf('mewiaOfficial'),
        paragraphId: paragraphOf(longest, 0),
        kind: 'ADD_AFTER',
        pl: 'O jeden akapit za dużo.',
        reason,
        textNumber: longest.text.number,
      },
    });
    await expectRefusal(decide(await seen(longest, 'jantarowoOfficial'), 0), 'too-many');
  });

  test('gminas that are silent two days before its end are reminded, once', async () => {
    const view = await stand(await consult(await draft(), hours(72)), 'mewiaMayor');
    const moment = world.unit.at(hours(30));
    await turnPositions(moment);
    const reminded = await eventsOf(view, 'position.consultation-ending');
    expect(reminded[0]?.told).toContain(people.foczyMayor.name);
    expect(reminded[0]?.told).not.toContain(people.mewiaMayor.name);
    await turnPositions(moment);
    expect(await eventsOf(view, 'position.consultation-ending')).toHaveLength(1);
  });
});

describe('Unity', () => {
  test('a gmina’s latest word counts: its mayor’s or delegate’s, and an objection says why', async () => {
    const view = await consulted();
    await expectRefusal(
      takeStand(world.unit, await world.actor('mewiaOfficial'), {
        params: { id: view.id, organizationId: await world.gmina('mewia') },
        body: { stand: 'ENDORSES' },
      }),
      'forbidden',
    );
    const mute = takeStand(world.unit, await world.actor('mewiaMayor'), {
      params: { id: view.id, organizationId: await world.gmina('mewia') },
      body: { stand: 'OBJECTS' },
    });
    expect((await refusal(mute)).extras.issues).toMatchObject([{ pointer: '/reason', code: 'required' }]);
    await stand(view, 'mewiaMayor', 'OBJECTS');
    const after = await stand(view, 'mewiaMayor');
    expect(after).toMatchObject({
      unity: { endorse: 1, object: 0, members: 8 },
      missing: 3,
      mine: { stand: 'ENDORSES' },
    });
    expect(after.stands).toHaveLength(8);
    // What was said of an earlier version may be said again of the new one.
    const { titlePl, paragraphs } = { titlePl: view.title.pl, paragraphs: [{ pl: 'Inne słowa.' }] };
    await writePositionText(world.unit, official, {
      params: { id: view.id },
      body: { titlePl, paragraphs, version: view.version },
    });
    expect(await seen(view, 'mewiaMayor')).toMatchObject({ text: { number: 2 }, mine: { textNumber: 1 } });
    expect(await stand(view, 'mewiaMayor')).toMatchObject({ mine: { stand: 'ENDORSES', textNumber: 2 } });
  });

  test('under the threshold it does not go to the vote, and the refusal says how many are missing', async () => {
    const view = await stand(await consulted(), 'mewiaMayor');
    const problem = await refusal(vote(view));
    expect([problem.slug, problem.extras.issues]).toEqual([
      'unity-missing',
      [{ in: 'body', pointer: '', code: 'endorsements_missing', params: { count: 3 } }],
    ]);
    expect((await seen(view)).state).toBe('CONSULTATION');
  });

  test('with an amendment that nobody has decided it does not go to the vote either', async () => {
    await expectRefusal(vote(await amend(await endorsed(), 'mewiaOfficial', 'Jeszcze inaczej.')), 'amendments-open');
    await expectRefusal(vote(await endorsed(), official), 'forbidden');
  });

  test('a paragraph that an amendment left without English is named before the vote, and stands so only where it is meant', async () => {
    let view = await amend(await endorsed(), 'mewiaOfficial', 'Tak chce Mewia.');
    view = await decide(await seen(view, 'jantarowoOfficial'), 0);
    expect(view.withoutEnglish).toEqual({ title: false, paragraphs: [1] });
    const problem = await refusal(vote(view));
    expect([problem.slug, problem.extras.issues]).toEqual([
      'english-incomplete',
      [
        {
          in: 'body',
          pointer: '/withoutEnglish',
          code: 'paragraphs_without_english',
          params: { paragraphs: '1' },
        },
      ],
    ]);
    const silence = { until: hours(73).toISOString(), version: view.version };
    const begin = (body: typeof silence & { withoutEnglish?: boolean }) =>
      beginSilence(world.unit, secretary, { params: { id: view.id }, body });
    await expectRefusal(begin(silence), 'english-incomplete');
    expect(await vote(view, secretary, true)).toMatchObject({ state: 'VOTING' });
    // Whoever reads it in English is told, and hears the Polish words as Polish.
    const association = { pl: 'Stowarzyszenie', en: 'Association' };
    const print = async (document: PdfDocument) => readPdf(await renderPdf(document));
    const english = await print(positionDocument(printedOf(await seen(view)), 'en', association));
    const words = english.texts.join(' ').replaceAll(/\s+/g, ' ');
    expect(words).toContain('This paragraph exists in Polish only: Tak chce Mewia. Second paragraph.');
    expect(words).toContain('The law on waters is changing.');
    // The paragraph, and what the position is to reach.
    expect(english.foreign).toEqual(['pl-PL', 'pl-PL']);
    const record = await print(amendmentsDocument(await seen(view), 'en', association));
    expect(record.texts.join(' ')).toContain('In Polish only:');
    expect(record.texts.join(' ')).not.toContain('First paragraph.');
    expect(record.foreign).toEqual(['pl-PL']);
    expect((await print(positionDocument(printedOf(await seen(view)), 'pl', association))).foreign).toEqual([]);
  });

  test('silence may be begun on Polish words alone where that is meant', async () => {
    const view = await decide(
      await seen(await amend(await consulted(), 'mewiaOfficial', 'Po polsku.'), 'jantarowoOfficial'),
      0,
    );
    const { id, version } = view;
    expect(
      await beginSilence(world.unit, secretary, {
        params: { id },
        body: { until: hours(73).toISOString(), withoutEnglish: true, version },
      }),
    ).toMatchObject({ state: 'VOTING' });
  });
});

describe('The vote', () => {
  test('opens a ballot on the words as they stand, and they stand from then on', async () => {
    const view = await vote(await endorsed());
    expect(view).toMatchObject({ state: 'VOTING', abilities: { write: false, takeStand: false } });
    const ballot = await world.row<{ state: string; nature: string; question: string }>(
      Prisma.sql`SELECT state, nature, question_pl AS question FROM ballot WHERE id = ${view.ballotId}::uuid`,
    );
    expect(ballot).toMatchObject({ state: 'OPEN', nature: 'POSITION' });
    expect(ballot.question).toMatch(/wersja 1\? Skrót SHA-256 tekstu: [0-9a-f]{64}$/);
    expect((await world.newest('ballot.opened')).told).toContainEqual({
      name: people.foczyMayor.name,
      reason: 'DECIDE',
    });
    await expect(
      world.rows(Prisma.sql`UPDATE position SET text_number = 7 WHERE id = ${view.id}::uuid`),
    ).rejects.toThrow('stands');
  });

  test('its result decides the position, exactly once, under a number of the register', async () => {
    const view = await adopted();
    expect(view).toMatchObject({ state: 'ADOPTED', decision: { by: 'BALLOT' } });
    const told = await world.newest('position.adopted');
    expect(told.facts).toMatchObject({ positionId: view.id, number: view.decision?.number });
    expect(told.told).toContainEqual({ name: people.wydmyMayor.name, reason: 'DECIDE' });
    // The clock comes again, twice at once.
    await Promise.all([turnPositions(world.unit.at(hours(50))), turnPositions(world.unit.at(hours(50)))]);
    expect((await world.newest('position.adopted')).id).toBe(told.id);
    await expect(
      world.rows(Prisma.sql`UPDATE position SET number = number + 1 WHERE id = ${view.id}::uuid`),
    ).rejects.toThrow('stands in the register');
  });

  test('a majority against rejects it, without a number', async () => {
    expect(await decided(['AGAINST', 'AGAINST', 'AGAINST', 'FOR'])).toMatchObject({
      state: 'REJECTED',
      decision: null,
    });
  });

  test('without a quorum nothing is decided: it goes back to its consultation, and may be put to the vote anew', async () => {
    const view = await decided(['FOR']);
    expect(view).toMatchObject({ state: 'CONSULTATION', ballotId: null });
    expect(await toldOf('position.undecided')).toContain(people.jantarowoOfficial.name);
    expect(await vote(view)).toMatchObject({ state: 'VOTING' });
  });

  test('a ballot that the secretariat withdraws leads back, too', async () => {
    const view = await vote(await endorsed());
    const { version } = await world.row<{ version: number }>(
      Prisma.sql`SELECT version FROM ballot WHERE id = ${view.ballotId}::uuid`,
    );
    await withdrawBallot(world.unit, secretary, { params: { id: view.ballotId ?? '' }, body: { reason, version } });
    // Nobody waits for the clock: it follows with the withdrawal.
    await world.letters();
    expect(await seen(view)).toMatchObject({ state: 'CONSULTATION', ballotId: null });
    expect(await eventsOf(view, 'position.undecided')).toEqual([]);
    const [withdrawn] = await eventsOf(view, 'position.ballot-withdrawn');
    expect(withdrawn?.told).toEqual(expect.arrayContaining([people.jantarowoOfficial.name, people.foczyMayor.name]));
    expect(await vote(view)).toMatchObject({ state: 'VOTING' });
  });

  test('withdrawing the position withdraws its ballot; an adopted one is withdrawn no more', async () => {
    const view = await vote(await endorsed());
    const withdraw = ({ id, version }: PositionView) =>
      withdrawPosition(world.unit, secretary, { params: { id }, body: { reason, version } });
    await cast(world, view.ballotId ?? '', 'mewiaMayor', 'FOR');
    expect(await withdraw(view)).toMatchObject({ state: 'WITHDRAWN', withdrawal: reason });
    // Who votes all the same is told so, and nothing is counted.
    const problem = await refusal(cast(world, view.ballotId ?? '', 'foczyMayor'));
    expect(problem.slug).toBe('ballot-withdrawn');
    const later = world.unit.at(hours(49));
    await turnBallots(later);
    await turnPositions(later);
    const ballot = await world.row(Prisma.sql`
      SELECT state, outcome, voted_count AS voted,
             (SELECT count(*)::int FROM ballot_vote WHERE ballot_id = ballot.id) AS votes
      FROM ballot WHERE id = ${view.ballotId}::uuid`);
    expect(ballot).toEqual({ state: 'WITHDRAWN', outcome: null, voted: 1, votes: 1 });
    expect(await seen(view, 'secretary')).toMatchObject({ state: 'WITHDRAWN', decision: null });
    await expectRefusal(withdraw(await adopted()), 'wrong-state');
  });

  test('is taken back by the secretariat alone, which asked it; before it by the rapporteur, too', async () => {
    const withdraw = ({ id, version }: PositionView) =>
      withdrawPosition(world.unit, official, { params: { id }, body: { reason, version } });
    const view = await vote(await endorsed());
    expect((await seen(view, 'jantarowoOfficial')).abilities.withdraw).toBe(false);
    expect((await seen(view, 'secretary')).abilities.withdraw).toBe(true);
    await expectRefusal(withdraw(view), 'forbidden');
    expect(await withdraw(await consulted())).toMatchObject({ state: 'WITHDRAWN' });
  });

  test('many adopted at once get numbers in a row: none twice, none left out', async () => {
    const begun: PositionView[] = [];
    for (let at = 0; at < 6; at += 1) begun.push(await consulted());
    for (const { id, version } of begun)
      await beginSilence(world.unit, secretary, {
        params: { id },
        body: { until: hours(73).toISOString(), version },
      });
    await Promise.all([1, 2, 3, 4].map(() => turnPositions(world.unit.at(hours(74)))));
    for (const one of begun) expect((await seen(one)).state).toBe('ADOPTED');
    const { decision } = await seen(begun[0] ?? { id: '' });
    const rows = await world.rows<{ number: number }>(
      Prisma.sql`SELECT number FROM position WHERE year = ${decision?.year}::int ORDER BY number`,
    );
    const taken = rows.map(({ number }) => number);
    expect(taken).toEqual(taken.map((_, at) => at + 1));
  });
});

describe('The silence procedure', () => {
  const begin = ({ id, version }: PositionView, until = hours(73)) =>
    beginSilence(world.unit, secretary, { params: { id }, body: { until: until.toISOString(), version } });
  const silent = async (): Promise<PositionView> => begin(await consulted());
  const object = async ({ id }: { id: string }, by: Mayor, unit = world.unit) =>
    objectToSilence(unit, await world.actor(by), {
      params: { id },
      body: { organizationId: await gminaOf(by), reason },
    });

  test('is not for what a gmina objects to, nor for less than three full days', async () => {
    const view = await stand(await consulted(), 'wydmyMayor', 'OBJECTS');
    expect((await seen(view, 'secretary')).abilities.beginSilence).toBe(false);
    await expectRefusal(begin(view), 'gmina-objects');
    const agreed = await stand(view, 'wydmyMayor');
    expect((await seen(agreed, 'secretary')).abilities.beginSilence).toBe(true);
    expect((await refusal(begin(agreed, hours(71)))).extras.issues).toMatchObject([
      { pointer: '/until', code: 'too_soon' },
    ]);
    expect(await begin(agreed)).toMatchObject({ state: 'VOTING' });
  });

  test('nobody objecting, the clock adopts it, and it is recorded as such', async () => {
    const view = await silent();
    expect(view).toMatchObject({ state: 'VOTING', ballotId: null });
    expect((await world.newest('position.silence-begun')).told).toContainEqual({
      name: people.foczyMayor.name,
      reason: 'DECIDE',
    });
    await turnPositions(world.unit.at(hours(72)));
    expect((await seen(view)).state).toBe('VOTING');
    await turnPositions(world.unit.at(hours(73.1)));
    expect(await seen(view)).toMatchObject({ state: 'ADOPTED', decision: { by: 'SILENCE' } });
    await expectRefusal(object(view, 'foczyMayor', world.unit.at(hours(74))), 'wrong-state');
  });

  test('one objection opens a ballot, and that decides', async () => {
    const view = await silent();
    const broken = await object(view, 'wydmyMayor');
    expect(broken).toMatchObject({ state: 'VOTING', unity: { object: 1 }, abilities: { object: false } });
    expect(broken.ballotId).not.toBeNull();
    // From then on the list names the end of the ballot, not of the silence.
    const closesIn = new Date(broken.votingUntil ?? '').getTime() - Date.now();
    expect(closesIn).toBeGreaterThan(6.9 * 86_400_000);
    const { items } = await listPositions(world.database, secretary, { state: 'VOTING' });
    expect(items.find(({ id }) => id === view.id)?.votingUntil).toBe(broken.votingUntil);
    await expectRefusal(object(view, 'foczyMayor'), 'wrong-state');
    // The day on which it would have been adopted passes.
    await turnPositions(world.unit.at(hours(74)));
    expect((await seen(view)).state).toBe('VOTING');
  });

  test('an objection after the time is told that it is too late, whether the clock has turned it or not', async () => {
    await expectRefusal(object(await silent(), 'wydmyMayor', world.unit.at(hours(73.1))), 'silence-over');
  });

  test('the database adopts nothing in silence before its time', async () => {
    const { id } = await silent();
    await expect(
      world.rows(Prisma.sql`
        UPDATE position SET state = 'ADOPTED', adopted_by = 'SILENCE', decided_on = portal_today(), year = 2020, number = 1
        WHERE id = ${id}::uuid`),
    ).rejects.toThrow('Nothing has adopted');
  });
});

describe('After the adoption', () => {
  const address = ({ id, version }: PositionView, answerDueOn: string) =>
    setAddressees(world.unit, official, {
      params: { id },
      body: {
        addressees: [
          { name: 'Departament Przykładowy', email: 'kancelaria@departament.example', answerDueOn },
          { name: 'Sejmik Zmyślony', eDelivery: 'AE:PL-12345-67890-ABCDE-12' },
        ],
        version,
      },
    });
  const send = (view: PositionView, at: number, channel: 'MAIL' | 'LETTER' | 'E_DELIVERY', sentOn?: string) =>
    sendPosition(world.unit, official, {
      params: { id: view.id, addresseeId: view.addressees[at]?.id ?? '' },
      body: { channel, ...(sentOn && { sentOn }), ...(channel === 'E_DELIVERY' && { proof: 'ED-1' }) },
    });

  test('mayors sign, once each; a gmina’s dissent stands beside it until it is sent', async () => {
    const view = await adopted();
    const sign = async (by: PersonKey) =>
      signPosition(world.unit, await world.actor(by), {
        params: { id: view.id },
        body: { organizationId: await gminaOf(by) },
      });
    await sign('mewiaMayor');
    const signed = await sign('mewiaMayor');
    expect(signed.signatures).toMatchObject([{ organization: { name: 'Mewia Zatoka' }, by: people.mewiaMayor.name }]);
    expect(signed.abilities.sign).toBe(false);
    await expectRefusal(sign('mewiaOfficial'), 'forbidden');
    const dissent = async () =>
      recordDissent(world.unit, await world.actor('latarnikowoMayor'), {
        params: { id: view.id, organizationId: await world.gmina('latarnikowo') },
        body: { pl: 'Gmina Latarnikowo jest innego zdania.' },
      });
    expect((await dissent()).dissents).toMatchObject([{ organization: { name: 'Latarnikowo' } }]);
    const association = { pl: 'Stowarzyszenie', en: 'Association' };
    const printed = await readPdf(await renderPdf(positionDocument(printedOf(await seen(view)), 'pl', association)));
    expect(printed.texts.join(' ')).toContain('Gmina Latarnikowo jest innego zdania.');
    expect(printed.texts.join(' ')).toContain(`Stanowisko nr ${view.decision?.number}/${view.decision?.year}`);
    const addressed = await address(await seen(view), await world.day(10));
    await send(addressed, 0, 'MAIL');
    await send(addressed, 1, 'E_DELIVERY');
    await expectRefusal(dissent(), 'wrong-state');
  });

  test('a dissent is not for a gmina that openly voted for it; where the vote was secret, nobody knows', async () => {
    const view = await adopted();
    const dissent = async (by: Mayor, { id } = view) =>
      recordDissent(world.unit, await world.actor(by), {
        params: { id, organizationId: await gminaOf(by) },
        body: { pl: 'Jednak jesteśmy innego zdania.' },
      });
    // Those who voted for it, who voted against, and who did not vote.
    expect((await seen(view, 'mewiaMayor')).abilities.dissent).toBe(false);
    await expectRefusal(dissent('mewiaMayor'), 'voted-for');
    expect((await seen(view, 'latarnikowoMayor')).abilities.dissent).toBe(true);
    await dissent('latarnikowoMayor');
    await dissent('foczyMayor');
    expect((await seen(view)).dissents).toHaveLength(2);
    // A sealed vote has no choice that could be held against anybody.
    await world.asOwner(`ALTER TABLE ballot_vote DISABLE TRIGGER USER;
      UPDATE ballot_vote SET choice = NULL, digest = repeat('0', 64)
      WHERE ballot_id = '${view.ballotId}' AND organization_id = '${await world.gmina('mewia')}';
      ALTER TABLE ballot_vote ENABLE TRIGGER USER`);
    expect((await seen(view, 'mewiaMayor')).abilities.dissent).toBe(true);
    await dissent('mewiaMayor');
  });

  test('it is sent once it went to all, answered once all have answered; the letter carries both languages', async () => {
    let view = await address(await adopted(), await world.day(10));
    await expectRefusal(send(view, 1, 'LETTER'), 'address-missing');
    view = await send(view, 0, 'MAIL');
    expect(view.state).toBe('ADOPTED');
    const letters: Letter[] = [];
    const post = { send: async (letter: Letter) => void letters.push(letter), close: () => undefined };
    await mailPosition(world.unit, post, 'http://localhost:3000', view.addressees[0]?.dispatches[0]?.id ?? '');
    expect(letters).toMatchObject([{ to: { address: 'kancelaria@departament.example' } }]);
    expect(letters[0]?.paragraphs).toContain('Pierwszy akapit.');
    const [polish, english] = await Promise.all((letters[0]?.attachments ?? []).map(({ content }) => readPdf(content)));
    expect([polish?.language, english?.language]).toEqual(['pl-PL', 'en-GB']);
    expect(english?.texts.join(' ')).toContain('First paragraph.');
    const rewrite = setAddressees(world.unit, official, {
      params: { id: view.id },
      body: { addressees: [], version: view.version },
    });
    await expectRefusal(rewrite, 'addressee-sent');
    await expectRefusal(send(view, 0, 'MAIL'), 'mailed-today');
    view = await send(view, 1, 'E_DELIVERY');
    expect(view.state).toBe('SENT');
    // Of one of them no day is known by which it should answer.
    expect(view.addressees.map(({ late }) => late)).toEqual([false, false]);
    const answer = (at: number, receivedOn: string) =>
      recordAnswer(world.unit, official, {
        params: { id: view.id, addresseeId: view.addressees[at]?.id ?? '' },
        body: { kind: 'PARTLY', receivedOn, text: 'Częściowo tak.' },
      });
    await expectRefusal((async () => answer(0, await world.day(-1)))(), 'invalid');
    await expectRefusal((async () => answer(0, await world.day(1)))(), 'invalid');
    view = await answer(0, await world.day(0));
    expect(view.state).toBe('SENT');
    view = await answer(1, await world.day(0));
    expect(view).toMatchObject({ state: 'ANSWERED', addressees: [{ answers: [{ kind: 'PARTLY' }] }, {}] });
    view = await recordEffect(world.unit, official, {
      params: { id: view.id },
      body: { effect: 'Zmieniono ustawę.', version: view.version },
    });
    expect(view.effect).toEqual({ pl: 'Zmieniono ustawę.', en: null });
    view = await recordEffect(world.unit, official, {
      params: { id: view.id },
      body: { effect: 'Zmieniono ustawę.', effectEn: 'The law was changed.', version: view.version },
    });
    const { effect } = (await readRegistered(world.database, view.id)) ?? {};
    expect(effect).toEqual({ pl: 'Zmieniono ustawę.', en: 'The law was changed.' });
  });

  test('an addressee without any address is refused at its field, unless it was sent there before', async () => {
    const view = await address(await adopted(), await world.day(10));
    const { addressees } = await send(view, 1, 'E_DELIVERY');
    const keep = async (written: { id?: string; name: string; email?: string; address?: string }[]) =>
      setAddressees(world.unit, official, {
        params: { id: view.id },
        body: {
          addressees: [{ id: addressees[1]?.id ?? '', name: 'Sejmik Zmyślony' }, ...written],
          version: (await seen(view)).version,
        },
      });
    const nowhere = await refusal(
      keep([{ name: 'Urząd Morski' }, { name: 'Urząd Lądowy', email: 'ul@urzad.example' }]),
    );
    expect(nowhere.extras.issues).toEqual([{ in: 'body', pointer: '/addressees/1/address', code: 'address_missing' }]);
    const kept = await keep([{ name: 'Urząd Morski', address: 'ul. Zmyślona 1, 00-001 Nigdzie' }]);
    expect(kept.addressees.map(({ name }) => name)).toEqual(['Sejmik Zmyślony', 'Urząd Morski']);
    // Written before an address was asked for, it is still read.
    await world.rows(Prisma.sql`UPDATE addressee SET address = NULL WHERE position_id = ${view.id}::uuid`);
    expect((await seen(view)).addressees[1]).toMatchObject({ name: 'Urząd Morski', address: null, email: null });
  });

  test('it is sent to one addressee fifty times at the most, and answers come no more often', async () => {
    const view = await address(await adopted(), await world.day(10));
    await send(view, 1, 'E_DELIVERY');
    const addresseeId = view.addressees[1]?.id ?? '';
    const answer = async () =>
      recordAnswer(world.unit, official, {
        params: { id: view.id, addresseeId },
        body: { kind: 'PARTLY', receivedOn: await world.day(0), text: 'Częściowo tak.' },
      });
    await answer();
    await world.rows(Prisma.sql`
      INSERT INTO dispatch (addressee_id, channel, sent_on, person_id)
      SELECT addressee_id, channel, sent_on, person_id FROM dispatch CROSS JOIN generate_series(1, 49)
      WHERE addressee_id = ${addresseeId}::uuid`);
    await world.rows(Prisma.sql`
      INSERT INTO addressee_answer (addressee_id, kind, received_on, text, person_id)
      SELECT addressee_id, kind, received_on, text, person_id FROM addressee_answer CROSS JOIN generate_series(1, 49)
      WHERE addressee_id = ${addresseeId}::uuid`);
    await expectRefusal(send(view, 1, 'E_DELIVERY'), 'too-many');
    await expectRefusal(answer(), 'too-many');
  });

  test('an answer that is late is told to the rapporteur, once', async () => {
    const position = await adopted();
    const past = await refusal((async () => address(position, await world.day(-1)))());
    expect(past.extras.issues).toEqual([{ in: 'body', pointer: '/addressees/0/answerDueOn', code: 'due_in_past' }]);
    const view = await address(position, await world.day(0));
    await send(view, 1, 'E_DELIVERY');
    await sendPosition(world.unit, official, {
      params: { id: view.id, addresseeId: view.addressees[0]?.id ?? '' },
      body: { channel: 'MAIL' },
    });
    await world.rows(Prisma.sql`
      UPDATE addressee SET answer_due_on = answer_due_on - 1 WHERE position_id = ${view.id}::uuid`);
    await turnPositions(world.unit);
    expect(await eventsOf(view, 'position.answer-late')).toMatchObject([{ told: [people.jantarowoOfficial.name] }]);
    await turnPositions(world.unit);
    expect(await eventsOf(view, 'position.answer-late')).toHaveLength(1);
    expect((await seen(view)).addressees[0]).toMatchObject({ late: true });
  });

  test('what is public stands in the register for anybody; a draft, or what is not public, never', async () => {
    const view = await adopted();
    expect(await readRegistered(world.database, view.id)).toMatchObject({ title: view.title, signatures: [] });
    expect((await listRegister(world.database, undefined)).items.map(({ id }) => id)).toContain(view.id);
    const open = await consulted();
    expect(await readRegistered(world.database, open.id)).toBeUndefined();
    await world.asOwner(`ALTER TABLE position DISABLE TRIGGER position_stands;
      UPDATE position SET is_public = false WHERE id = '${view.id}'; ALTER TABLE position ENABLE TRIGGER position_stands`);
    expect(await readRegistered(world.database, view.id)).toBeUndefined();
  });
});

test('The list is searched without marks, narrowed by state, and read by its numbers as a register', async () => {
  const view = await consulted();
  const ids = async (query: Parameters<typeof listPositions>[2]) =>
    (await listPositions(world.database, official, query)).items.map(({ id }) => id);
  expect(await ids({ search: view.title.pl.toUpperCase() })).toEqual([view.id]);
  expect(await ids({ search: view.title.pl, state: 'ADOPTED' })).toEqual([]);
  const register = await listPositions(world.database, official, { register: true });
  const numbers = register.items.map(({ decision }) => (decision ? decision.year * 10_000 + decision.number : 0));
  expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
  expect(numbers.every((number) => number > 0)).toBe(true);
});

test('The list leads from a ballot to the position that it decides, for those who may see it', async () => {
  const { id, ballotId } = await vote(await endorsed());
  const ofBallot = async (by: Actor, of = ballotId ?? '') =>
    (await listPositions(world.database, by, { ballotId: of })).items.map((position) => position.id);
  expect(await ofBallot(official)).toEqual([id]);
  expect(await ofBallot(official, crypto.randomUUID())).toEqual([]);
  expect(await ofBallot({ ...official, offices: [] })).toEqual([]);
});

test('A guest of a partner sees no position', async () => {
  const guest = { ...actorWith(['PARTNER_CONTACT', await world.gmina('mewia')]), personId: crypto.randomUUID() };
  expect((await listPositions(world.database, guest, {})).items).toEqual([]);
  expect(await readPosition(world.database, guest, (await consulted()).id)).toBeUndefined();
});
