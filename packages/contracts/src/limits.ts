/** The longest answer, in characters. */
export const answerMaximum = 20_000;

/** The shortest and the longest reason, in characters, without space around it. */
export const reasonLength = { minimum: 3, maximum: 2000 } as const;

/** The largest file, in bytes: 50 MiB. */
export const fileMaximum = 52_428_800;

/** A file is sent in parts of so many bytes (1 MiB), the last may be smaller: each arrives in time on a slow line too. */
export const partBytes = 1_048_576;

/** The endings of the names of files that are taken; the content has to be what they say. */
export const fileEndings = [
  'pdf',
  'docx',
  'xlsx',
  'pptx',
  'odt',
  'ods',
  'odp',
  'rtf',
  'doc',
  'xls',
  'ppt',
  'png',
  'jpg',
  'jpeg',
  'gif',
  'webp',
  'csv',
  'txt',
  'zip',
] as const;
export type FileEnding = (typeof fileEndings)[number];

/** What a form and the answers to it may come to. */
export const formLimits = {
  fields: 30,
  options: 20,
  columns: 8,
  rows: 20,
  label: 300,
  hint: 500,
  unit: 20,
  shortText: 300,
  longText: 5000,
  /** The largest number, either side of nought. */
  number: 1_000_000_000_000,
  /** All answers of one gmina to one form, as JSON, in characters. */
  answers: 200_000,
} as const;

/** How many tasks are changed at once. */
export const tasksAtOnce = 100;

/** How long a change of several tasks can be undone, in minutes. */
export const undoMinutes = 10;

/** What a comment may come to: characters, blocks of a text or items of a list, pieces of a line, whom it mentions. */
export const commentLimits = { text: 5000, blocks: 200, items: 100, pieces: 300, mentions: 50 } as const;
