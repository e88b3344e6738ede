import type { Route } from '@blizej/contracts';
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { send, type Address, type CallOf } from './api.ts';

/** How long the browser has to begin to keep a file, in milliseconds. */
const grace = 60_000;

/** Gives a file to the browser, which keeps it where its owner wants. */
const keep = (file: Blob, name: string): void => {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), grace);
};

/** A cell as a spreadsheet may read it: nothing in it is a formula (OWASP: CSV injection). */
const cell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Hands the reader a text, a line each. */
export const downloadText = (fileName: string, lines: readonly string[]): void =>
  keep(new Blob([lines.join('\r\n'), '\r\n'], { type: 'text/plain;charset=utf-8' }), fileName);

/** Hands the reader a table as a CSV file that a Polish spreadsheet opens as it is: semicolons, and the mark of UTF-8. */
export const downloadTable = (fileName: string, rows: readonly (readonly string[])[]): void => {
  const text = rows.map((row) => row.map(cell).join(';')).join('\r\n');
  keep(new Blob(['\ufeff', text], { type: 'text/csv;charset=utf-8' }), fileName);
};

/** Hands the reader a document as a JSON file that a human can read too. */
export const downloadJson = (fileName: string, document: unknown): void =>
  keep(new Blob([JSON.stringify(document, null, 2)], { type: 'application/json' }), fileName);

/** Fetches a file of the portal and keeps it; what goes wrong is told on the page, not in a file. */
export const useDownload = <R extends Route & { readonly file: string }>(
  route: Address<R>,
): UseMutationResult<void, Error, CallOf<R>> =>
  useMutation({
    mutationFn: async (sent: CallOf<R>) => {
      const response = await send(route, sent);
      const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
      keep(await response.blob(), name ?? 'portal');
    },
  });
