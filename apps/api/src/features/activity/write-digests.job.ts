import type { DigestPart } from '../../kernel/digest.ts';
import type { UnitOfWork } from '../../kernel/work.ts';
import { insertDigests, takeTurn } from './digest.store.ts';

/** Begins today's letters: who is told of anything gets one. Called twice, or by two instances, it adds only what is new. */
export const writeDigests = (unit: UnitOfWork, parts: readonly DigestPart[]): Promise<void> =>
  unit.run(null, async (work) => {
    await takeTurn(work);
    const people: string[] = [];
    for (const part of parts) people.push(...(await part.note(work)));
    for (const { id, day } of await insertDigests(work, people)) {
      work.enqueue({ name: 'mail-digest', payload: { personId: id, day } });
    }
  });
