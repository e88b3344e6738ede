import { describe, expect, test } from '@jest/globals';
import type { RichPiece, RichText } from '@blizej/contracts';
import { actorWith } from '../../../test/actors.ts';
import { expectRefusal, refusal } from '../../../test/refusals.ts';
import { useWorld } from '../../../test/world.ts';
import { people } from '../../demo/people.ts';
import type { Actor } from '../../kernel/actor.ts';
import { Prisma } from '../../platform/database/database.ts';
import { listEvents } from '../activity/index.ts';
import { declarePart, moveInitiative } from '../initiatives/index.ts';
import { readInitiative } from '../initiatives/initiatives.queries.ts';
import { markRead } from './actions/answer-comment.ts';
import { writeComment } from './actions/write-comment.ts';
import { listComments, listMentionables, listReceipts } from './conversations.queries.ts';
import { readPlace } from './conversations.store.ts';

const doc = (...content: RichPiece[]): RichText => ({ type: 'doc', content: [{ type: 'paragraph', content }] });
const text = (words: string): RichPiece => ({ type: 'text', text: words });

describe('What is said in an initiative', () => {
  const world = useWorld();
  const roofs = async (): Promise<string> =>
    (await world.row<{ id: string }>(Prisma.sql`SELECT id FROM initiative WHERE title_pl LIKE 'Zielone%'`)).id;
  const say = async (as: Actor, body: RichText, kind: 'COMMENT' | 'ANNOUNCEMENT' = 'COMMENT') =>
    writeComment(world.unit, as, { params: { place: 'initiatives', id: await roofs() }, body: { body, kind } });

  test('is read and written by those who take part, and by nobody else of the association', async () => {
    const id = await roofs();
    const member = await world.actor('mewiaOfficial');
    const { abilities } = await say(member, doc(text('Kiedy przetarg?')));
    expect(abilities).toMatchObject({ edit: true, react: true });
    const { facts, told } = await world.newest('comment.written-on-initiative');
    expect(facts).toMatchObject({ initiativeId: id });
    expect(told).toContainEqual({ name: people.jantarowoOfficial.name, reason: 'INFORMED' });
    const kinds = async (as: Actor) =>
      (await listEvents(world.database, as, { initiativeId: id }, undefined)).items.map(({ kind }) => kind);
    expect(await kinds(member)).toContain('comment.written-on-initiative');
    // Nor by a gmina whose part is only declared.
    for (const who of ['bursztynowiecOfficial', 'wydmyOfficial'] as const) {
      const outsider = await world.actor(who);
      expect(await readInitiative(world.database, outsider, id)).toMatchObject({ abilities: { readWork: false } });
      expect(await listComments(world.database, outsider, 'initiatives', id, undefined)).toBeUndefined();
      await expectRefusal(say(outsider, doc(text('Halo?'))), 'not-found');
      expect(await kinds(outsider)).not.toContain('comment.written-on-initiative');
      expect(told.map(({ name }) => name)).not.toContain(people[who].name);
    }
  });

  test('mentions those who take part; whoever does not is not told', async () => {
    const person = async (
      key: 'jantarowoOfficial' | 'wydmyOfficial' | 'bursztynowiecOfficial',
    ): Promise<RichPiece> => ({
      type: 'mention',
      attrs: { kind: 'PERSON', id: (await world.actor(key)).personId },
    });
    const member = await world.actor('mewiaOfficial');
    await say(member, doc(text('Pytanie do '), await person('jantarowoOfficial')));
    expect((await world.newest('comment.written-on-initiative')).told).toContainEqual({
      name: people.jantarowoOfficial.name,
      reason: 'ASKED',
    });
    for (const who of ['bursztynowiecOfficial', 'wydmyOfficial'] as const) {
      const refused = await refusal(say(member, doc(await person(who))));
      expect(refused.extras.issues).toEqual([{ in: 'body', pointer: '/body', code: 'not_taking_part' }]);
    }
  });

  test('a guest speaks, is mentioned and reads announcements, as long as the guest’s organization takes part', async () => {
    const [partner] = await world.rows<{ id: string; person: string }>(Prisma.sql`
      WITH partner AS (INSERT INTO organization (kind, name, fictional) VALUES ('PARTNER', 'Partner zza morza', true) RETURNING id),
           person AS (INSERT INTO person (name, email) VALUES ('Gustav Gast', 'gustav@gast.example') RETURNING id),
           office AS (INSERT INTO appointment (person_id, organization_id, office, starts_on)
                      SELECT person.id, partner.id, 'PARTNER_CONTACT', '2024-01-01' FROM person, partner)
      SELECT partner.id, person.id AS person FROM partner, person`);
    const guest = { ...actorWith(['PARTNER_CONTACT', partner?.id ?? '']), personId: partner?.person ?? '' };
    await expectRefusal(say(guest, doc(text('Hello'))), 'not-found');
    const id = await roofs();
    await declarePart(world.unit, await world.actor('secretary'), {
      params: { id },
      body: { organizationId: partner?.id ?? '', role: 'PARTNER', part: 'Wiedza o dachach.' },
    });
    expect((await say(guest, doc(text('Hello')))).author.name).toBe('Gustav Gast');
    const place = await readPlace(world.database, await world.actor('mewiaOfficial'), 'initiatives', id);
    if (!place) throw new Error('The place is gone.');
    const found = await listMentionables(world.database, await world.actor('mewiaOfficial'), place, 'gustav');
    expect(found).toMatchObject([{ kind: 'PERSON', organization: 'Partner zza morza' }]);
    await expectRefusal(say(guest, doc(text('Do wszystkich')), 'ANNOUNCEMENT'), 'forbidden');
    const announced = await say(await world.actor('jantarowoMayor'), doc(text('Spotykamy się.')), 'ANNOUNCEMENT');
    expect((await world.newest('comment.announced-on-initiative')).told).toContainEqual({
      name: 'Gustav Gast',
      reason: 'INFORMED',
    });
    await markRead(world.unit, guest, announced.id);
    const receipts = await listReceipts(world.database, await world.actor('jantarowoMayor'), announced.id);
    expect(receipts?.readers.find(({ name }) => name === 'Gustav Gast')?.readAt).not.toBeNull();
  });

  test('ends with it', async () => {
    const id = await roofs();
    const official = await world.actor('jantarowoOfficial');
    const { version } = (await readInitiative(world.database, official, id)) ?? { version: 1 };
    await moveInitiative(world.unit, official, {
      params: { id },
      body: { stage: 'ABANDONED', reason: 'Koniec.', version },
    });
    const problem = await refusal(say(official, doc(text('Szkoda.'))));
    expect([problem.slug, problem.extras.state]).toEqual(['wrong-state', 'ABANDONED']);
  });
});
