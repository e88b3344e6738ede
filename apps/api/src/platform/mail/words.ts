import { createRequire } from 'node:module';
import type enMail from '@blizej/contracts/locales/en/mail.json';
import { language, type EventKind, type Language } from '@blizej/contracts';
import { createInstance, type TFunction } from 'i18next';

const load = createRequire(import.meta.url);
const instance = createInstance();
await instance.init({
  resources: Object.fromEntries(
    language.options.map((code) => [
      code,
      Object.fromEntries(
        ['mail', 'events', 'audit', 'exports', 'cards', 'positions'].map((namespace) => [
          namespace,
          load(`@blizej/contracts/locales/${code}/${namespace}.json`),
        ]),
      ),
    ]),
  ),
  fallbackLng: 'pl',
  interpolation: { escapeValue: false },
});
const inLanguage = Object.fromEntries(language.options.map((code) => [code, instance.getFixedT(code)])) as Record<
  Language,
  TFunction
>;

/** The words of a kind of letter: each has at least a subject. */
export type MailKey = keyof typeof enMail;

/** A text of a letter in the reader's language. */
export const mailWords = (reader: Language, key: string, values: Record<string, unknown> = {}): string =>
  inLanguage[reader](`mail:${key}`, values);

/** What happened, as a sentence in the reader's language. */
export const eventSentence = (reader: Language, kind: EventKind, values: Record<string, unknown>): string =>
  inLanguage[reader](`events:${kind}`, values);

/** Whom an event concerns, once nobody is to know any more. */
export const unnamed = (reader: Language): string => inLanguage[reader]('events:unnamed');

/** A word of the exported audit. */
export const auditWords = (reader: Language, key: string, values: Record<string, unknown> = {}): string =>
  inLanguage[reader](`audit:${key}`, values);

/** A word of an exported table. */
export const exportWords = (reader: Language, key: string, values: Record<string, unknown> = {}): string =>
  inLanguage[reader](`exports:${key}`, values);

/** A word of a card by which partners are looked for. */
export const cardWords = (reader: Language, key: string, values: Record<string, unknown> = {}): string =>
  inLanguage[reader](`cards:${key}`, values);

/** A word of what is written of a position outside the browser: its ballot's question, its documents and letters. */
export const positionWords = (reader: Language, key: string, values: Record<string, unknown> = {}): string =>
  inLanguage[reader](`positions:${key}`, values);
