import { fileMaximum, partBytes, type Preview } from '@blizej/contracts';
import { Problem } from '../../kernel/problems.ts';

/** How long an upload can be gone on with after its last part, in hours. */
export const uploadHours = 24;

/** Refuses what could not become a file of the portal, before a byte of it is sent. */
export function expectSize(bytes: number): void {
  if (bytes === 0) throw new Problem('file-empty');
  if (bytes > fileMaximum) throw new Problem('file-too-large');
}

/** Refuses a file for which its organization has no room: what it has, and what it is sending, count. */
export function expectRoom(used: number, bytes: number, quota: number): void {
  if (used + bytes > quota) throw new Problem('quota-exceeded');
}

/** Where the parts of a file begin. */
export const offsetsOf = (bytes: number): number[] =>
  Array.from({ length: Math.ceil(bytes / partBytes) }, (_, part) => part * partBytes);

/** Where the store keeps a part of a file that is on its way. */
export const partKey = (uploadId: string, offset: number): string => `uploads/${uploadId}-${offset}`;

/** Which of the parts of a file begins at an offset, counted from 0. */
export const partNumber = (offset: number): number => offset / partBytes;

/** All that may lie of an upload beside its finished file. */
export const partKeys = ({ id, bytes }: { readonly id: string; readonly bytes: number }): string[] =>
  offsetsOf(bytes).map((offset) => partKey(id, offset));

/** How many bytes the part at an offset has; 0 where no part begins there. */
export const partAt = (offset: number, bytes: number): number =>
  offset % partBytes === 0 && offset < bytes ? Math.min(partBytes, bytes - offset) : 0;

const previews: Readonly<Record<string, Preview>> = {
  'image/png': 'IMAGE',
  'image/jpeg': 'IMAGE',
  'image/gif': 'IMAGE',
  'image/webp': 'IMAGE',
  'application/pdf': 'PDF',
};

/** How a file of a type can be looked at in a browser; null where it can only be kept. */
export const previewOf = (mediaType: string): Preview | null =>
  Object.hasOwn(previews, mediaType) ? (previews[mediaType] ?? null) : null;

/**
 * The range that a Range header asks for (RFC 9110, 14.2), counted from 0; undefined where it asks for none, for several,
 * or for something else than bytes: the whole is then the answer.
 * @throws Problem `range-not-satisfiable` where nothing of the file lies in it
 */
export function rangeOf(header: string | undefined, bytes: number): { start: number; end: number } | undefined {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  const start = first === '' ? Math.max(0, bytes - Number(last)) : Number(first);
  const end = first === '' || last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  if (first !== '' && last !== '' && Number(last) < start) return undefined;
  if (start >= bytes || (first === '' && Number(last) === 0)) throw new Problem('range-not-satisfiable');
  return { start, end };
}

/** Whether a tag is among those of an If-None-Match header. */
export const matches = (header: string | undefined, tag: string): boolean =>
  (header ?? '').split(',').some((part) => part.trim().replace(/^W\//, '') === tag);

/** A Content-Disposition with a name in any letters (RFC 6266), and one in plain letters for old programs. */
export const dispositionOf = (how: 'attachment' | 'inline', name: string): string => {
  const plain = name
    .normalize('NFD')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${plain}"; filename*=UTF-8''${encoded}`;
};

/**
 * The content security policy of a file that a browser gets: it may do nothing at all. The browsers' viewers of PDF do not
 * work in a sandbox and need their own style; a PDF has no part in the portal's origin anyway.
 */
export const policyOf = (preview: Preview | null): string =>
  preview === 'PDF'
    ? "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    : "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";
