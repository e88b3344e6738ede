import { buffer } from 'node:stream/consumers';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { partBytes, type UploadTarget } from '@blizej/contracts';
import { clamd, finding } from '../../../test/clamd.ts';
import { begin, pdf, sendFile } from '../../../test/files.ts';
import { refusal } from '../../../test/refusals.ts';
import { newTask } from '../../../test/tasks.ts';
import { useWorld } from '../../../test/world.ts';
import { people } from '../../demo/people.ts';
import { Prisma } from '../../platform/database/database.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import { listNotifications } from '../activity/activity.queries.ts';
import { closeTask, createTask, submitAnswer } from '../tasks/index.ts';
import { cancelUpload } from './actions/cancel-upload.ts';
import { changeDocument } from './actions/change-document.ts';
import { finishUpload } from './actions/finish-upload.ts';
import { removeDocument, restoreDocument } from './actions/remove-document.ts';
import { sendPart } from './actions/send-part.ts';
import {
  findFile,
  findSignedFile,
  listDocuments,
  listSignedFiles,
  readDocument,
  readUpload,
} from './documents.queries.ts';
import { partKey } from './document.rules.ts';
import { digestOf } from './file-key.ts';
import { tidyFiles } from './tidy-files.job.ts';

const world = useWorld();
let network: Extract<UploadTarget, { kind: 'NETWORK' }>;
beforeAll(async () => {
  network = { kind: 'NETWORK', networkId: await world.network('woda'), folder: null };
});
const contentOf = async (key: string) => buffer(await world.files.store.get(key));

describe('A file', () => {
  const content = Buffer.concat([pdf, Buffer.alloc(2 * partBytes, 'gmina')]);

  test('comes in parts, goes on where it broke off, and is the same at the end', async () => {
    const actor = await world.actor('mewiaOfficial');
    const { id } = await begin(world, 'mewiaOfficial', network, 'plan.pdf', content.length);
    const send = (offset: number) =>
      sendPart(
        world.unit,
        world.files.store,
        actor,
        { params: { id, offset } },
        content.subarray(offset, offset + partBytes),
      );
    expect((await send(0)).received).toBe(partBytes);
    // The answer was lost: the same part once more changes nothing.
    expect((await send(0)).received).toBe(partBytes);
    const gap = await refusal(send(2 * partBytes));
    expect([gap.slug, gap.extras.current]).toEqual([
      'upload-out-of-step',
      expect.objectContaining({ received: partBytes }),
    ]);
    const early = await refusal(finishUpload(world.unit, world.files, actor, { params: { id } }));
    expect(early.slug).toBe('upload-out-of-step');
    expect((await readUpload(world.database, actor, id))?.received).toBe(partBytes);
    await send(partBytes);
    await send(2 * partBytes);
    const document = await finishUpload(world.unit, world.files, actor, { params: { id } });
    expect(document).toMatchObject({
      name: 'plan.pdf',
      folder: null,
      current: { number: 1, bytes: content.length, mediaType: 'application/pdf', scan: 'CLEAN', preview: 'PDF' },
    });
    const [kept] = await world.rows<{ key: string; sha256: Buffer }>(Prisma.sql`
      SELECT storage_key AS key, sha256 FROM document_version WHERE document_id = ${document.id}::uuid`);
    expect((await contentOf(kept?.key ?? '')).equals(content)).toBe(true);
    expect(kept?.sha256.toString('hex')).toBe(digestOf(content));
    // Asked again, it is the same document; and its parts are cleared.
    expect((await finishUpload(world.unit, world.files, actor, { params: { id } })).id).toBe(document.id);
    await world.letters();
    expect(await world.files.store.exists(partKey(id, 0))).toBe(false);
  });

  test('of which two bodies come for one part keeps the one that was noted, or has the part sent again', async () => {
    const actor = await world.actor('mewiaOfficial');
    const other = Buffer.concat([pdf, Buffer.alloc(2 * partBytes, 'powiat')]).subarray(0, content.length);
    const { id } = await begin(world, 'mewiaOfficial', network, 'dwa.pdf', content.length);
    const { store } = world.files;
    const send = (from: Buffer, offset: number, to = store) =>
      sendPart(world.unit, to, actor, { params: { id, offset } }, from.subarray(offset, offset + partBytes));
    const finish = () => finishUpload(world.unit, world.files, actor, { params: { id } });
    await send(content, 0);
    await send(content, partBytes);
    // Alone it is refused, and changes nothing.
    expect((await refusal(send(other, partBytes))).slug).toBe('part-differs');
    // At the same time: what is noted first and written first is written over by the other.
    let isNoted = (): void => undefined;
    const noted = new Promise<void>((resolve) => (isNoted = resolve));
    let isBegun = (): void => undefined;
    const begun = new Promise<void>((resolve) => (isBegun = resolve));
    const late: FileStore = {
      get: (key, range) => store.get(key, range),
      exists: (key) => store.exists(key),
      delete: (key) => store.delete(key),
      async put(...put) {
        isBegun();
        await noted;
        await store.put(...put);
      },
    };
    const second = refusal(send(other, 2 * partBytes, late));
    await begun;
    await send(content, 2 * partBytes);
    isNoted();
    expect((await second).slug).toBe('part-differs');
    const problem = await refusal(finish());
    expect([problem.slug, problem.extras.current]).toEqual([
      'upload-out-of-step',
      expect.objectContaining({ received: 2 * partBytes }),
    ]);
    await send(content, 2 * partBytes);
    const documents = await Promise.all([finish(), finish()]);
    expect(documents[0].id).toBe(documents[1].id);
    const [kept] = await world.rows<{ key: string; sha256: Buffer }>(Prisma.sql`
      SELECT storage_key AS key, sha256 FROM document_version WHERE document_id = ${documents[0].id}::uuid`);
    expect((await contentOf(kept?.key ?? '')).equals(content)).toBe(true);
    expect(kept?.sha256.toString('hex')).toBe(digestOf(content));
  });

  test('is refused before it is sent where it is empty, too large, of no such kind, or has no room', async () => {
    const slug = async (name: string, bytes: number, quota?: number) =>
      (await refusal(begin(world, 'mewiaOfficial', network, name, bytes, quota))).slug;
    expect(await slug('plan.pdf', 0)).toBe('file-empty');
    expect(await slug('film.pdf', 5_000_000_000)).toBe('file-too-large');
    expect(await slug('program.exe', 10)).toBe('file-type-refused');
    // What is on its way counts: it has its room already.
    const { used } = await world.row<{ used: number }>(Prisma.sql`
      SELECT sum(bytes)::int AS used FROM document_version WHERE organization_id = ${await world.gmina('mewia')}::uuid`);
    await begin(world, 'mewiaOfficial', network, 'a.pdf', 60, used + 100);
    expect(await slug('b.pdf', 41, used + 100)).toBe('quota-exceeded');
    await begin(world, 'mewiaOfficial', network, 'b.pdf', 40, used + 100);
  });

  test('whose content is not its name is refused, and its upload is over', async () => {
    const problem = await refusal(sendFile(world, 'mewiaOfficial', network, 'plan.png', pdf));
    expect(problem.slug).toBe('file-type-refused');
    const rows = await world.rows(Prisma.sql`SELECT FROM document WHERE name = 'plan.png'`);
    expect(rows).toEqual([]);
  });

  test('that is on its way is its sender’s own, and given up it is over', async () => {
    const { id } = await begin(world, 'mewiaOfficial', network, 'plan.pdf', 100);
    expect(await readUpload(world.database, await world.actor('secretary'), id)).toBeUndefined();
    await cancelUpload(world.unit, await world.actor('mewiaOfficial'), { params: { id } });
    expect(await readUpload(world.database, await world.actor('mewiaOfficial'), id)).toBeUndefined();
  });
});

describe('A document of a network', () => {
  test('is told to its members once, however many come at once', async () => {
    await sendFile(world, 'wydmyOfficial', network, 'pierwszy.pdf');
    const first = await world.newest('document.added');
    expect(first).toMatchObject({ actor: people.wydmyOfficial.name, facts: { document: 'pierwszy.pdf' } });
    expect(first.told.map(({ name }) => name)).toContain(people.jantarowoOfficial.name);
    expect(new Set(first.told.map(({ reason }) => reason))).toEqual(new Set(['INFORMED']));
    await sendFile(world, 'wydmyOfficial', network, 'drugi.pdf');
    expect((await world.newest('document.added')).told).toEqual([]);
  });

  test('gets versions, another name and a folder from whoever may change it', async () => {
    const lead = await world.actor('jantarowoOfficial');
    const { id, version } = await sendFile(world, 'mewiaOfficial', network, 'wzór.pdf');
    const renewed = await sendFile(world, 'jantarowoOfficial', { kind: 'DOCUMENT', documentId: id }, 'nowy.pdf');
    expect(renewed).toMatchObject({ id, name: 'wzór.pdf', current: { number: 2, fileName: 'nowy.pdf' } });
    expect(renewed.versions.map(({ number }) => number)).toEqual([2, 1]);
    const change = (body: { name: string; folder: string | null; version: number }) =>
      changeDocument(world.unit, lead, { params: { id }, body });
    expect((await refusal(change({ name: 'wzór.pdf', folder: 'Wzory', version }))).slug).toBe('version-conflict');
    const wrong = await refusal(change({ name: 'wzór.docx', folder: null, version: renewed.version }));
    expect(wrong.extras.issues).toEqual([{ in: 'body', pointer: '/name', code: 'not_its_type' }]);
    const moved = await change({ name: 'Wzór.pdf', folder: 'Wzory', version: renewed.version });
    expect(moved).toMatchObject({ name: 'Wzór.pdf', folder: 'Wzory' });
    const page = await listDocuments(world.database, lead, network, { folder: 'Wzory' });
    expect(page?.items.map((item) => item.id)).toEqual([id]);
    expect(page?.folders).toEqual(['Notatki', 'Wzory', 'Wzory zapisów']);
    const other = await world.actor('sosnowyOfficial');
    const problem = await refusal(
      changeDocument(world.unit, other, {
        params: { id },
        body: { name: 'x.pdf', folder: null, version: moved.version },
      }),
    );
    expect(problem.slug).toBe('forbidden');
  });

  test('that is taken away can be put back for a day; then it is gone with its files', async () => {
    const actor = await world.actor('mewiaOfficial');
    const { id, version } = await sendFile(world, 'mewiaOfficial', network, 'do usunięcia.pdf');
    const remove = (of: number) => removeDocument(world.unit, actor, { params: { id }, body: { version: of } });
    await remove(version);
    expect(await readDocument(world.database, actor, id)).toBeUndefined();
    expect(await findFile(world.database, actor, id, 1)).toBeUndefined();
    const restored = await restoreDocument(world.unit, actor, { params: { id } });
    expect((await world.newest('document.restored')).facts).toMatchObject({ document: 'do usunięcia.pdf' });
    const { storageKey } = (await findFile(world.database, actor, id, 1)) ?? { storageKey: '' };
    await remove(restored.version);
    await tidyFiles(world.unit);
    expect(await restoreDocument(world.unit, actor, { params: { id } })).toMatchObject({ id });
    await remove(restored.version + 2);
    await world.rows(Prisma.sql`UPDATE document SET removed_at = now() - interval '25 hours' WHERE id = ${id}::uuid`);
    await tidyFiles(world.unit);
    await world.letters();
    expect(await world.files.store.exists(storageKey)).toBe(false);
    expect((await refusal(restoreDocument(world.unit, actor, { params: { id } }))).slug).toBe('not-found');
  });
});

test('An upload with which nobody goes on is cleared after a day, with what has arrived of it', async () => {
  const actor = await world.actor('mewiaOfficial');
  const { id } = await begin(world, 'mewiaOfficial', network, 'plan.pdf', partBytes + 1);
  await sendPart(world.unit, world.files.store, actor, { params: { id, offset: 0 } }, Buffer.alloc(partBytes));
  expect(await world.files.store.exists(partKey(id, 0))).toBe(true);
  await world.rows(Prisma.sql`UPDATE upload SET expires_at = now() - interval '1 second' WHERE id = ${id}::uuid`);
  await tidyFiles(world.unit);
  await world.letters();
  expect(await world.files.store.exists(partKey(id, 0))).toBe(false);
  expect(await world.rows(Prisma.sql`SELECT FROM upload WHERE id = ${id}::uuid`)).toEqual([]);
});

describe('The files of an answer', () => {
  test('are the gmina’s own until it is handed in, then the secretariat’s too, and never another gmina’s', async () => {
    const task = await newTask(world, 'jantarowo', 'mewia');
    const organizationId = await world.gmina('jantarowo');
    const answer = { kind: 'ANSWER', taskId: task.id, organizationId } as const;
    const { id } = await sendFile(world, 'jantarowoOfficial', answer, 'Tajny szkic.pdf');
    const sees = async (who: 'jantarowoColleague' | 'secretary' | 'mewiaOfficial') =>
      Boolean(await findFile(world.database, await world.actor(who), id, 1));
    expect([await sees('jantarowoColleague'), await sees('secretary'), await sees('mewiaOfficial')]).toEqual([
      true,
      false,
      false,
    ]);
    // Nor does its name stand in an event that the secretariat reads.
    expect(JSON.stringify(await world.newest('document.added-to-answer'))).not.toContain('Tajny');
    expect((await refusal(sendFile(world, 'mewiaOfficial', answer))).slug).toBe('not-found');
    await submitAnswer(world.unit, await world.actor('jantarowoOfficial'), {
      params: { id: task.id, organizationId },
      body: { answer: 'W załączniku.', version: 1 },
    });
    expect([await sees('jantarowoColleague'), await sees('secretary'), await sees('mewiaOfficial')]).toEqual([
      true,
      true,
      false,
    ]);
    // Handed in, they stand as they are.
    expect((await refusal(sendFile(world, 'jantarowoOfficial', answer))).slug).toBe('wrong-state');
  });

  test('that are on their way when the task is closed are refused, and say so', async () => {
    const task = await newTask(world, 'jantarowo');
    const answer = { kind: 'ANSWER', taskId: task.id, organizationId: await world.gmina('jantarowo') } as const;
    const actor = await world.actor('jantarowoOfficial');
    const { id } = await begin(world, 'jantarowoOfficial', answer, 'plan.pdf', pdf.length);
    await sendPart(world.unit, world.files.store, actor, { params: { id, offset: 0 } }, pdf);
    await closeTask(world.unit, await world.actor('secretary'), {
      params: { id: task.id },
      body: { version: task.version },
    });
    const problem = await refusal(finishUpload(world.unit, world.files, actor, { params: { id } }));
    expect([problem.slug, problem.extras.state]).toEqual(['wrong-state', 'CLOSED']);
  });
});

test('A question for a file is answered by one that was added to the answer, and by no other', async () => {
  const asked = { kind: 'FILE', key: 'plan1', label: { pl: 'Plan', en: null }, hint: null, required: true } as const;
  const task = await createTask(world.unit, await world.actor('secretary'), {
    body: {
      networkId: network.networkId,
      title: 'Plan wodny gminy',
      body: 'Prosimy o plan.',
      dueOn: '2099-01-01',
      priority: 'NORMAL',
      organizationIds: [await world.gmina('jantarowo'), await world.gmina('mewia')],
      fields: [asked],
    },
  });
  const params = { id: task.id, organizationId: await world.gmina('jantarowo') };
  const actor = await world.actor('jantarowoOfficial');
  const submit = (name: string) =>
    submitAnswer(world.unit, actor, {
      params,
      body: { answers: { plan1: name }, formVersion: 1, version: 1 },
    });
  const missing = [{ in: 'body', pointer: '/answers/plan1', code: 'no_such_file' }];
  expect((await refusal(submit('Plan.pdf'))).extras.issues).toEqual(missing);
  // A neighbour's file of this name is none of this answer's, and one that was taken away is no more.
  await sendFile(
    world,
    'mewiaOfficial',
    { kind: 'ANSWER', taskId: task.id, organizationId: await world.gmina('mewia') },
    'Plan.pdf',
  );
  const target = { kind: 'ANSWER', taskId: task.id, organizationId: params.organizationId } as const;
  const removed = await sendFile(world, 'jantarowoOfficial', target, 'Plan.pdf');
  await removeDocument(world.unit, actor, { params: { id: removed.id }, body: { version: removed.version } });
  expect((await refusal(submit('Plan.pdf'))).extras.issues).toEqual(missing);
  await sendFile(world, 'jantarowoOfficial', target, 'Plan.pdf');
  expect(await submit('Plan.pdf')).toMatchObject({ state: 'SUBMITTED', answers: { plan1: 'Plan.pdf' } });
});

test('Only the secretariat asks a task with files; whoever is asked is told, and reads them', async () => {
  const task = await newTask(world, 'jantarowo');
  const target = { kind: 'TASK', taskId: task.id } as const;
  expect((await refusal(sendFile(world, 'jantarowoOfficial', target))).slug).toBe('forbidden');
  const { id } = await sendFile(world, 'secretary', target, 'Wzór.pdf');
  const { told } = await world.newest('document.added');
  expect(told.map(({ name }) => name)).toContain(people.jantarowoMayor.name);
  expect(await findFile(world.database, await world.actor('jantarowoOfficial'), id, 1)).toBeDefined();
  expect(await findFile(world.database, await world.actor('bursztynowiecOfficial'), id, 1)).toBeUndefined();
});

test('The files of a resolution are kept by the secretariat, read by every member, and known to nobody else', async () => {
  const [resolution] = await world.rows<{ id: string }>(Prisma.sql`SELECT id FROM resolution WHERE number = '18/2026'`);
  const target = { kind: 'RESOLUTION', resolutionId: resolution?.id ?? '' } as const;
  expect((await refusal(sendFile(world, 'jantarowoMayor', target))).slug).toBe('forbidden');
  const { id, version, folder } = await sendFile(world, 'secretary', target, 'Uchwała.pdf');
  expect(folder).toBeNull();
  expect(await world.newest('document.added-to-resolution')).toMatchObject({
    facts: { resolution: '18/2026', document: 'Uchwała.pdf' },
    told: [],
  });
  const seenBy = async (who: 'jantarowoOfficial' | 'bursztynowiecOfficial' | 'outsider') => {
    const actor =
      who === 'outsider' ? { ...(await world.actor('jantarowoOfficial')), offices: [] } : await world.actor(who);
    const file = await findFile(world.database, actor, id, 1);
    const list = await listDocuments(world.database, actor, target, {});
    return [file !== undefined, list?.items.map(({ name }) => name), list?.abilities.add];
  };
  expect(await seenBy('jantarowoOfficial')).toEqual([true, ['Uchwała.pdf'], false]);
  expect(await seenBy('bursztynowiecOfficial')).toEqual([true, ['Uchwała.pdf'], false]);
  expect(await seenBy('outsider')).toEqual([false, undefined, undefined]);
  const secretary = await world.actor('secretary');
  const renamed = await changeDocument(world.unit, secretary, {
    params: { id },
    body: { name: 'Uchwała 18-2026.pdf', folder: null, version },
  });
  expect((await world.newest('document.renamed-in-resolution')).facts).toMatchObject({ before: 'Uchwała.pdf' });
  const wrong = await refusal(
    changeDocument(world.unit, secretary, {
      params: { id },
      body: { name: renamed.name, folder: 'Uchwały', version: renamed.version },
    }),
  );
  expect(wrong.extras.issues).toEqual([{ in: 'body', pointer: '/folder', code: 'folder_not_wanted' }]);
  const second = await sendFile(world, 'secretary', { kind: 'DOCUMENT', documentId: id }, 'Uchwała z poprawką.pdf');
  expect(second.current.number).toBe(2);
  await removeDocument(world.unit, secretary, { params: { id }, body: { version: second.version } });
  expect(await seenBy('jantarowoOfficial')).toEqual([false, [], false]);
  expect((await world.newest('document.removed-from-resolution')).facts).toMatchObject({ resolution: '18/2026' });
});

test('What names no resolution is not found, not even by the secretariat', async () => {
  const target = { kind: 'RESOLUTION', resolutionId: await world.network('woda') } as const;
  expect((await refusal(sendFile(world, 'secretary', target))).slug).toBe('not-found');
  expect(await listDocuments(world.database, await world.actor('secretary'), target, {})).toBeUndefined();
  const noTask = { kind: 'TASK', taskId: target.resolutionId } as const;
  expect(await listDocuments(world.database, await world.actor('secretary'), noTask, {})).toBeUndefined();
});

/** A position of the demo, by the beginning of its title. */
const positionCalled = async (title: string): Promise<Extract<UploadTarget, { kind: 'POSITION' }>> => {
  const { id } = await world.row<{ id: string }>(
    Prisma.sql`SELECT id FROM position WHERE starts_with(title_pl, ${title})`,
  );
  return { kind: 'POSITION', positionId: id };
};

describe('A signed copy of a position', () => {
  test('comes back as a PDF once it is adopted, by whoever keeps it; all gminas are told, and read it', async () => {
    const target = await positionCalled('Zachowanie');
    expect((await refusal(sendFile(world, 'mewiaMayor', target))).slug).toBe('forbidden');
    expect((await refusal(begin(world, 'secretary', target, 'Stanowisko.docx', 10))).slug).toBe('signed-copy-is-pdf');
    const open = await positionCalled('Ponowne');
    const early = await refusal(sendFile(world, 'secretary', open));
    expect([early.slug, early.extras.state]).toEqual(['wrong-state', 'CONSULTATION']);
    const { id, version } = await sendFile(world, 'secretary', target, 'Podpisane, po angielsku.pdf');
    const { facts, told } = await world.newest('document.added-to-position');
    expect(facts).toMatchObject({ positionId: target.positionId, document: 'Podpisane, po angielsku.pdf' });
    expect(told).toContainEqual({ name: people.wydmyMayor.name, reason: 'INFORMED' });
    const reader = await world.actor('wydmyOfficial');
    const list = await listDocuments(world.database, reader, target, {});
    expect([list?.items[0]?.id, list?.abilities.add]).toEqual([id, false]);
    const outsider = { ...reader, offices: [] };
    expect(await listDocuments(world.database, outsider, target, {})).toBeUndefined();
    expect(await findFile(world.database, outsider, id, 1)).toBeUndefined();
    const newVersion = { kind: 'DOCUMENT', documentId: id } as const;
    expect((await refusal(begin(world, 'secretary', newVersion, 'Skan.png', 10))).slug).toBe('signed-copy-is-pdf');
    const renamed = await changeDocument(world.unit, await world.actor('secretary'), {
      params: { id },
      body: { name: 'Signed.pdf', folder: null, version },
    });
    expect((await world.newest('document.renamed-in-position')).facts).toMatchObject({ document: 'Signed.pdf' });
    await removeDocument(world.unit, await world.actor('secretary'), {
      params: { id },
      body: { version: renamed.version },
    });
    expect((await world.newest('document.removed-from-position')).facts).toMatchObject({ document: 'Signed.pdf' });
    expect((await listSignedFiles(world.database, target.positionId))?.map((file) => file.id)).not.toContain(id);
  });

  test('of a public position is anybody’s, under that position alone', async () => {
    const target = await positionCalled('Zachowanie');
    const { id } = await sendFile(world, 'secretary', target, 'Publiczne.pdf');
    expect((await listSignedFiles(world.database, target.positionId))?.[0]).toMatchObject({
      id,
      name: 'Publiczne.pdf',
    });
    expect(await findSignedFile(world.database, target.positionId, id)).toMatchObject({ mediaType: 'application/pdf' });
    const other = await positionCalled('Ponowne');
    expect(await findSignedFile(world.database, other.positionId, id)).toBeUndefined();
    const publish = (isPublic: boolean) =>
      world.asOwner(`ALTER TABLE position DISABLE TRIGGER position_stands;
        UPDATE position SET is_public = ${isPublic} WHERE id = '${target.positionId}';
        ALTER TABLE position ENABLE TRIGGER position_stands`);
    await publish(false);
    expect(await listSignedFiles(world.database, target.positionId)).toBeUndefined();
    expect(await findSignedFile(world.database, target.positionId, id)).toBeUndefined();
    await publish(true);
  });
});

describe('Where there is a virus scanner', () => {
  const infected = Buffer.concat([pdf, Buffer.from('EICAR')]);
  beforeAll(async () => {
    world.files = { ...world.files, scanner: await clamd(finding) };
  });

  test('a file waits, and is its sender’s alone, until it is found clean', async () => {
    const { id, current } = await sendFile(world, 'mewiaOfficial', network, 'czysty.pdf');
    expect(current).toMatchObject({ scan: 'PENDING', readable: true });
    const other = await world.actor('wydmyOfficial');
    expect((await readDocument(world.database, other, id))?.current).toMatchObject({
      scan: 'PENDING',
      readable: false,
    });
    await world.letters();
    expect((await readDocument(world.database, other, id))?.current).toMatchObject({ scan: 'CLEAN', readable: true });
  });

  test('of a signed copy anybody has the newest state that was found clean', async () => {
    const target = await positionCalled('Zachowanie');
    const { id } = await sendFile(world, 'secretary', target, 'Skan.pdf');
    expect(await findSignedFile(world.database, target.positionId, id)).toBeUndefined();
    await world.letters();
    const first = await findSignedFile(world.database, target.positionId, id);
    expect(first?.scan).toBe('CLEAN');
    await sendFile(world, 'secretary', { kind: 'DOCUMENT', documentId: id }, 'Lepszy skan.pdf');
    expect((await findSignedFile(world.database, target.positionId, id))?.storageKey).toBe(first?.storageKey);
  });

  test('an infected version is removed, the one before it stands, and its sender is told', async () => {
    const { id } = await sendFile(world, 'mewiaOfficial', network, 'wzór.pdf');
    await world.letters();
    await sendFile(world, 'mewiaOfficial', { kind: 'DOCUMENT', documentId: id }, 'zły.pdf', infected);
    const actor = await world.actor('mewiaOfficial');
    const { storageKey } = (await findFile(world.database, actor, id, 2)) ?? { storageKey: '' };
    await world.letters();
    await world.letters();
    expect(await world.files.store.exists(storageKey)).toBe(false);
    expect(await findFile(world.database, actor, id, 2)).toBeUndefined();
    const document = await readDocument(world.database, actor, id);
    expect(document?.current.number).toBe(1);
    expect(document?.versions[0]).toMatchObject({ number: 2, scan: 'INFECTED', readable: false });
    const { facts, told } = await world.newest('document.infected');
    expect(facts).toEqual({ document: 'zły.pdf' });
    expect(told).toEqual([{ name: people.mewiaOfficial.name, reason: 'INFORMED' }]);
    const inbox = await listNotifications(world.database, actor, {});
    expect(inbox.items.map(({ event }) => event.kind)).toContain('document.infected');
  });

  test('a document that was infected from the first is none', async () => {
    const { id } = await sendFile(world, 'mewiaOfficial', network, 'zły.pdf', infected);
    await world.letters();
    expect(await readDocument(world.database, await world.actor('mewiaOfficial'), id)).toBeUndefined();
  });
});

test('What a version holds is never changed, not even by the portal itself', async () => {
  await expect(world.rows(Prisma.sql`UPDATE document_version SET sha256 = sha256('x'), bytes = 1`)).rejects.toThrow(
    'never changed',
  );
});

describe('A document of an initiative', () => {
  const target = async (): Promise<Extract<UploadTarget, { kind: 'INITIATIVE' }>> => {
    const { id } = await world.row<{ id: string }>(
      Prisma.sql`SELECT id FROM initiative WHERE title_pl LIKE 'Zielone%'`,
    );
    return { kind: 'INITIATIVE', initiativeId: id };
  };

  test('is added, read and renamed by those who take part; others of the association see none', async () => {
    const place = await target();
    const document = await sendFile(world, 'mewiaOfficial', place, 'Ekspertyza.pdf');
    const { facts, told } = await world.newest('document.added-to-initiative');
    expect(facts).toMatchObject({ initiativeId: place.initiativeId, document: 'Ekspertyza.pdf' });
    expect(told).toContainEqual({ name: people.jantarowoMayor.name, reason: 'INFORMED' });
    expect(told.map(({ name }) => name)).not.toContain(people.mewiaMayor.name);
    // Another one at once is not told of again.
    await sendFile(world, 'mewiaOfficial', place, 'Zdjęcia.pdf');
    expect((await world.newest('document.added-to-initiative')).told).toEqual([]);
    const official = await world.actor('jantarowoOfficial');
    const listed = await listDocuments(world.database, official, place, {});
    expect(listed?.items.map(({ name }) => name)).toEqual(expect.arrayContaining(['Ekspertyza.pdf', 'Zdjęcia.pdf']));
    expect(listed?.abilities.add).toBe(true);
    // Nor does a gmina whose part is only declared.
    for (const who of ['bursztynowiecOfficial', 'wydmyOfficial'] as const) {
      const outsider = await world.actor(who);
      expect(await listDocuments(world.database, outsider, place, {})).toBeUndefined();
      expect(await readDocument(world.database, outsider, document.id)).toBeUndefined();
    }
    const renamed = await changeDocument(world.unit, await world.actor('jantarowoOfficial'), {
      params: { id: document.id },
      body: { name: 'Ekspertyza stropów.pdf', folder: null, version: document.version },
    });
    expect(renamed.name).toBe('Ekspertyza stropów.pdf');
    expect((await world.newest('document.renamed-in-initiative')).facts).toMatchObject({ before: 'Ekspertyza.pdf' });
  });

  test('stands as it is once the initiative has ended', async () => {
    const place = await target();
    await world.rows(Prisma.sql`UPDATE initiative SET stage = 'ABANDONED' WHERE id = ${place.initiativeId}::uuid`);
    expect((await refusal(sendFile(world, 'mewiaOfficial', place))).slug).toBe('wrong-state');
  });
});
