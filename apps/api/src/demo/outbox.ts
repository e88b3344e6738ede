import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { OutboxLetter } from '@blizej/contracts';
import PostalMime from 'postal-mime';

/** The newest letters of a folder of `.eml` files (see platform/mail/post.ts), newest first; none where there is none. */
export async function readOutbox(mailDir: string, most = 50): Promise<OutboxLetter[]> {
  const names = await readdir(mailDir).catch(() => []);
  const newest = names
    .filter((name) => /^\d.*\.eml$/.test(name))
    .toSorted()
    .toReversed()
    .slice(0, most);
  return Promise.all(
    newest.map(async (name) => {
      const { date, to, subject, text } = await PostalMime.parse(await readFile(path.join(mailDir, name)));
      return {
        id: name.replace(/\.eml$/, ''),
        at: new Date(date ?? 0).toISOString(),
        to: to?.map(({ address }) => address).join(', ') ?? '',
        subject: subject ?? '',
        text: text?.trim() ?? '',
      };
    }),
  );
}
