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
