import { describe, expect, test } from '@jest/globals';
import { type CommentKind, type Mention, type RichPiece, type RichText } from '@blizej/contracts';
import { expectRefusal, refusal } from '../../../test/refusals.ts';
import { newTask } from '../../../test/tasks.ts';
import { usePortal } from '../../../test/world.ts';
import { people, type PersonKey } from '../../demo/people.ts';
import { Prisma } from '../../platform/database/database.ts';
import { closeTask } from '../tasks/actions/close-task.ts';
import { markRead, react } from './actions/answer-comment.ts';
import { editComment, removeComment } from './actions/edit-comment.ts';
import { writeComment } from './actions/write-comment.ts';
import { listComments, listReceipts } from './conversations.queries.ts';

const text = (words: string): RichPiece => ({ type: 'text', text: words });
const doc = (...content: RichPiece[]): RichText => ({ type: 'doc', content: [{ type: 'paragraph', content }] });

describe('What is said by networks and tasks', () => {
  const portal = usePortal();
  const { world } = portal;

  const say = async (who: PersonKey, body: RichText, kind: CommentKind = 'COMMENT') =>
    writeComment(world.unit, await world.actor(who), {
      params: { place: 'networks', id: await world.network('woda') },
      body: { body, kind },
    });
  const person = async (key: PersonKey): Promise<RichPiece> => ({
    type: 'mention',
    attrs: { kind: 'PERSON', id: (await world.actor(key)).personId },
  });
  const path = async (of = '/reach') => `/api/conversations/networks/${await world.network('woda')}${of}`;
  const reach = async (who: PersonKey, mentions: Mention[], kind: CommentKind = 'COMMENT'): Promise<number> => {
    const answer = await (await portal.as(who)).post(await path()).send({ mentions, kind });
    expect(answer.status).toBe(200);
    return (answer.body as { people: number }).people;
  };

  test('reaches whom it mentions, and those who spoke before; as many as was said before it was sent', async () => {
    const mention = await person('wydmyOfficial');
    const mentions = mention.type === 'mention' ? [mention.attrs] : [];
    const expected = await reach('mewiaOfficial', mentions);
    const said = await say('mewiaOfficial', doc(text('Pytanie do '), mention));
    expect(said).toMatchObject({
      author: { name: people.mewiaOfficial.name },
      abilities: { edit: true, remove: true },
    });
    expect(said.mentioned).toEqual([{ ...mentions[0], name: { pl: people.wydmyOfficial.name, en: null } }]);
    const { told } = await world.newest('comment.written');
    expect(told).toHaveLength(expected);
    expect(told.find(({ name }) => name === people.wydmyOfficial.name)).toMatchObject({ reason: 'ASKED' });
    expect(told.find(({ name }) => name === people.jantarowoOfficial.name)).toMatchObject({ reason: 'INFORMED' });
    expect(told.map(({ name }) => name)).not.toContain(people.mewiaOfficial.name);
  });

  test('a whole network is reached at once; nobody is told twice', async () => {
    const id = await world.network('woda');
    const all = await reach('mewiaOfficial', [{ kind: 'NETWORK', id }]);
    expect(all).toBe(
      await reach('mewiaOfficial', [
        { kind: 'NETWORK', id },
        { kind: 'ORGANIZATION', id: await world.gmina('wydmy') },
      ]),
    );
    const plain = await reach('mewiaOfficial', []);
    expect(all).toBeGreaterThan(plain);
  });

  test('nobody is told of what is not theirs to see', async () => {
    const refused = await refusal(say('mewiaOfficial', doc(await person('bursztynowiecOfficial'))));
    expect(refused.extras.issues).toEqual([{ in: 'body', pointer: '/body', code: 'not_in_network' }]);
    const outsider = await world.actor('bursztynowiecOfficial');
    const id = await world.network('woda');
    expect(await listComments(world.database, outsider, 'networks', id, undefined)).toBeUndefined();
    await expectRefusal(say('bursztynowiecOfficial', doc(text('Halo?'))), 'not-found');
    const feed = await (await portal.as('bursztynowiecOfficial')).get(`/api/networks/${id}/activity`);
    expect(JSON.stringify(feed.body)).not.toContain('comment.');
    const own = await (await portal.as('mewiaOfficial')).get(`/api/networks/${id}/activity`);
    expect(JSON.stringify(own.body)).toContain('comment.written');
  });

  test('is edited by its author alone; how it read before stays, and who is mentioned only now is told', async () => {
    const said = await say('mewiaOfficial', doc(text('Piersza wersja')));
    const edit = async (who: PersonKey, body: RichText, version: number) =>
      editComment(world.unit, await world.actor(who), { params: { id: said.id }, body: { body, version } });
    await expectRefusal(edit('secretary', doc(text('Nie moje')), 1), 'forbidden');
    const edited = await edit('mewiaOfficial', doc(text('Pierwsza wersja, '), await person('sosnowyOfficial')), 1);
    expect(edited).toMatchObject({ version: 2 });
    expect(edited.editedAt).not.toBeNull();
    expect((await world.newest('comment.changed')).told.map(({ name }) => name)).toEqual([people.sosnowyOfficial.name]);
    await expectRefusal(edit('mewiaOfficial', doc(text('Ze starej karty')), 1), 'version-conflict');
    const versions = await (await portal.as('wydmyOfficial')).get(`/api/comments/${said.id}/versions`);
    expect(versions.body).toMatchObject({ items: [{ version: 1, body: doc(text('Piersza wersja')) }] });
  });

  test('is taken back with all that it was, and that it was stays', async () => {
    const said = await say('mewiaOfficial', doc(text('Tajemnica')));
    const actor = await world.actor('mewiaOfficial');
    await editComment(world.unit, actor, {
      params: { id: said.id },
      body: { body: doc(text('Nic takiego')), version: 1 },
    });
    await react(world.unit, await world.actor('wydmyOfficial'), said.id, 'AGREE', true);
    const remove = async (who: PersonKey) =>
      removeComment(world.unit, await world.actor(who), { params: { id: said.id }, body: { version: 2 } });
    await expectRefusal(remove('jantarowoMayor'), 'forbidden');
    expect(await remove('mewiaOfficial')).toMatchObject({
      body: null,
      reactions: [],
      abilities: { edit: false, react: false },
    });
    await expectRefusal(remove('mewiaOfficial'), 'wrong-state');
    expect(
      await world.row(Prisma.sql`
        SELECT (SELECT count(*)::int FROM comment_version WHERE comment_id = ${said.id}::uuid) AS versions,
               (SELECT count(*)::int FROM event WHERE detail::text LIKE '%Tajemnica%') AS leaks`),
    ).toEqual({ versions: 0, leaks: 0 });
  });

  test('an announcement is the lead’s; each says that they have read it, once, and the author sees who has not', async () => {
    await expectRefusal(say('mewiaOfficial', doc(text('Wszyscy!')), 'ANNOUNCEMENT'), 'forbidden');
    const announced = await say('jantarowoOfficial', doc(text('Spotkanie w środę.')), 'ANNOUNCEMENT');
    const expected = await reach('jantarowoOfficial', [], 'ANNOUNCEMENT');
    expect((await world.newest('comment.announced')).told).toHaveLength(expected);
    const reader = await world.actor('mewiaOfficial');
    await markRead(world.unit, reader, announced.id);
    expect(await markRead(world.unit, reader, announced.id)).toMatchObject({ receipt: { count: 1, mine: true } });
    const receipts = await listReceipts(world.database, await world.actor('jantarowoOfficial'), announced.id);
    const read = receipts?.readers.filter(({ readAt }) => readAt !== null).map(({ name }) => name);
    expect(read).toEqual([people.mewiaOfficial.name]);
    expect(receipts?.readers.map(({ name }) => name)).toContain(people.wydmyMayor.name);
    await expectRefusal(
      markRead(world.unit, reader, (await say('mewiaOfficial', doc(text('Zwykły')))).id),
      'wrong-state',
    );
  });

  test('a reaction stands once a person and kind, and can be taken back', async () => {
    const { id } = await say('mewiaOfficial', doc(text('Dobry pomysł?')));
    const actor = await world.actor('wydmyOfficial');
    await Promise.all([react(world.unit, actor, id, 'THANKS', true), react(world.unit, actor, id, 'THANKS', true)]);
    const other = await react(world.unit, await world.actor('sosnowyOfficial'), id, 'THANKS', true);
    expect(other.reactions).toEqual([{ kind: 'THANKS', count: 2, mine: true }]);
    expect((await react(world.unit, actor, id, 'THANKS', false)).reactions).toEqual([
      { kind: 'THANKS', count: 1, mine: false },
    ]);
  });

  test('a task is closed while somebody writes: what is said then is refused, clearly', async () => {
    const task = await newTask(world, 'jantarowo');
    await closeTask(world.unit, await world.actor('secretary'), { params: { id: task.id }, body: { version: 1 } });
    const late = writeComment(world.unit, await world.actor('jantarowoOfficial'), {
      params: { place: 'tasks', id: task.id },
      body: { body: doc(text('Jeszcze jedno')), kind: 'COMMENT' },
    });
    await expectRefusal(late, 'wrong-state');
  });

  test.each([
    ['script', { type: 'script', content: [text('alert(1)')] }],
    ['html', { type: 'paragraph', content: [{ type: 'html', html: '<script>' }] }],
    [
      'a link that runs',
      {
        type: 'paragraph',
        content: [{ ...text('tu'), marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] }],
      },
    ],
    ['nothing', { type: 'paragraph', content: [text('   ')] }],
    ['a letter that turns the line round', { type: 'paragraph', content: [text('fdp.\u202eexe')] }],
    ['too much', { type: 'paragraph', content: [text('a'.repeat(3000)), text('b'.repeat(3000))] }],
  ])('%s is refused, and nothing stands', async (_, block) => {
    const agent = await portal.as('mewiaOfficial');
    const before = await world.row(Prisma.sql`SELECT count(*) FROM comment`);
    const answer = await agent.post(await path('')).send({ body: { type: 'doc', content: [block] } });
    expect(answer.status).toBe(422);
    expect(await world.row(Prisma.sql`SELECT count(*) FROM comment`)).toEqual(before);
  });

  test('what the editor adds of its own is left out, and a retry says it once', async () => {
    const agent = await portal.as('mewiaOfficial');
    const link = { type: 'link', attrs: { href: 'https://bip.example/1', target: '_blank', onclick: 'x()' } };
    const key = crypto.randomUUID();
    const send = async () =>
      agent
        .post(await path(''))
        .set('idempotency-key', key)
        .send({
          body: {
            type: 'doc',
            content: [{ type: 'paragraph', attrs: { style: 'x' }, content: [{ ...text('tu'), marks: [link] }] }],
          },
        });
    const [first, second] = [await send(), await send()];
    expect(first.status).toBe(201);
    expect((second.body as { id: string }).id).toBe((first.body as { id: string }).id);
    expect((first.body as { body: RichText }).body).toEqual(
      doc({ type: 'text', text: 'tu', marks: [{ type: 'link', attrs: { href: 'https://bip.example/1' } }] }),
    );
  });
});
