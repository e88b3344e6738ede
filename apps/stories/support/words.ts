import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const locales = fileURLToPath(new URL('../../web/src/locales', import.meta.url));

type Texts = { readonly [key: string]: string | Texts };

const read = (language: string): Texts =>
  Object.fromEntries(
    readdirSync(`${locales}/${language}`).map((file) => [
      file.replace(/\.json$/, ''),
      JSON.parse(readFileSync(`${locales}/${language}/${file}`, 'utf8')) as Texts,
    ]),
  );

const texts = { pl: read('pl'), en: read('en') };

/**
 * What the portal says in a language, by the key of its locale files: `say('tasks.answer.send')`. Variables in braces are
 * filled in; a key that is missing fails the story.
 */
export const sayIn =
  (language: 'pl' | 'en') =>
  (key: string, values: Readonly<Record<string, string>> = {}): string => {
    const found = key
      .split('.')
      .reduce<string | Texts | undefined>(
        (at, part) => (typeof at === 'object' ? at[part] : undefined),
        texts[language],
      );
    if (typeof found !== 'string') throw new Error(`The portal has no text ${key}.`);
    return found.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
  };
