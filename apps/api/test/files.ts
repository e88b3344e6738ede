import type { DocumentView, UploadTarget } from '@blizej/contracts';
import { partBytes } from '@blizej/contracts';
import type { PersonKey } from '../src/demo/people.ts';
import { beginUpload, finishUpload, sendPart } from '../src/features/documents/index.ts';
import type { World } from './world.ts';

export const pdf = Buffer.from('%PDF-1.4\n% Plan wodny\n%%EOF\n');

/** Begins an upload as one of the demo's people. */
export const begin = async (
  world: World,
  who: PersonKey,
  target: UploadTarget,
  fileName: string,
  bytes: number,
  quota = Infinity,
) => beginUpload(world.unit, await world.actor(who), { body: { target, fileName, bytes } }, quota);

/** Sends a whole file as one of the demo's people, part by part. */
export async function sendFile(
  world: World,
  who: PersonKey,
  target: UploadTarget,
  fileName = 'Plan wodny.pdf',
  content: Buffer = pdf,
): Promise<DocumentView> {
  const actor = await world.actor(who);
  const { id } = await begin(world, who, target, fileName, content.length);
  for (let offset = 0; offset < content.length; offset += partBytes) {
    const part = content.subarray(offset, offset + partBytes);
    await sendPart(world.unit, world.files.store, actor, { params: { id, offset } }, part);
  }
  return finishUpload(world.unit, world.files, actor, { params: { id } });
}
