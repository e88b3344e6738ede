import type { FileEnding } from '@blizej/contracts';
import { fileTypeFromBuffer } from 'file-type';

/** The old office formats are one container: which of them it is, only the name says. */
const oldOffice = 'application/x-cfb';
/** What is no known format but reads as text. */
const text = 'text/plain';

interface Format {
  readonly content: string;
  readonly mediaType: string;
}

/** The formats that are taken: by the ending of the name, what the content has to be and what it is then called. */
const formats: Readonly<Record<FileEnding, Format>> = {
  pdf: same('application/pdf'),
  png: same('image/png'),
  jpg: same('image/jpeg'),
  jpeg: same('image/jpeg'),
  gif: same('image/gif'),
  webp: same('image/webp'),
  docx: same('application/vnd.openxmlformats-officedocument.wordprocessingml.document'),
  xlsx: same('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
  pptx: same('application/vnd.openxmlformats-officedocument.presentationml.presentation'),
  odt: same('application/vnd.oasis.opendocument.text'),
  ods: same('application/vnd.oasis.opendocument.spreadsheet'),
  odp: same('application/vnd.oasis.opendocument.presentation'),
  rtf: same('application/rtf'),
  doc: { content: oldOffice, mediaType: 'application/msword' },
  xls: { content: oldOffice, mediaType: 'application/vnd.ms-excel' },
  ppt: { content: oldOffice, mediaType: 'application/vnd.ms-powerpoint' },
  zip: same('application/zip'),
  csv: { content: text, mediaType: 'text/csv' },
  txt: { content: text, mediaType: text },
};

function same(mediaType: string): Format {
  return { content: mediaType, mediaType };
}

/** The format that a file with this name has to have; undefined where such files are not taken. */
const formatOf = (name: string): Format | undefined => {
  const ending = /\.([^.]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(formats, ending) ? formats[ending as FileEnding] : undefined;
};

/** Whether files with a name like this are taken at all. */
export const isTaken = (name: string): boolean => formatOf(name) !== undefined;

/** Whether a file of this type may be called so. */
export const fitsName = (mediaType: string, name: string): boolean => formatOf(name)?.mediaType === mediaType;

/**
 * The type of a file by its content; undefined where that is not what its name says, or nothing that is taken.
 * @param beginning its first bytes, a MiB where it is longer: more is never looked at
 */
export async function mediaTypeOf(name: string, beginning: Buffer): Promise<string | undefined> {
  const format = formatOf(name);
  if (!format) return undefined;
  // What is cut off or broken may make the library stumble: it is then nothing that it knows.
  const known = await fileTypeFromBuffer(beginning).catch(() => undefined);
  const content = known?.mime ?? (isText(beginning) ? text : undefined);
  return content === format.content ? format.mediaType : undefined;
}

/** A text in any encoding of the Latin letters has no control characters but the ends of lines and tabs. */
const isText = (bytes: Buffer): boolean =>
  bytes.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0c || byte === 0x0d);
