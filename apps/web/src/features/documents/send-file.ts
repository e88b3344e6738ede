import { partBytes, type DocumentView, type UploadTarget, type UploadView } from '@blizej/contracts';
import { api, ApiProblem, call, isProblem, newIdempotencyKey } from '../../lib/api.ts';

/** How often sending is tried again where the connection is there and yet nothing arrives, and how long between, in ms. */
const tries = 8;
const longestWait = 15_000;

interface Manner {
  readonly signal: AbortSignal;
  /** How much has arrived, and whether it goes on or waits for the connection. */
  readonly onProgress: (received: number, isWaiting: boolean) => void;
}

const prefix = 'blizej.upload.';

/** The same file to the same place: chosen again after a reload, it goes on where it broke off. */
const keyOf = (file: File, target: UploadTarget): string =>
  prefix + JSON.stringify([target, file.name, file.size, file.lastModified]);

const kept = (key: string): string | null => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};

const keep = (key: string, id: string | null): void => {
  try {
    if (id === null) localStorage.removeItem(key);
    else localStorage.setItem(key, id);
  } catch {
    // Full or forbidden storage: after a reload the file begins anew.
  }
};

/** Waits for so long, or until the connection is back; ends at once where the sender gave up. */
const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer);
      window.removeEventListener('online', end);
      signal.removeEventListener('abort', giveUp);
      resolve();
    };
    const giveUp = (): void => {
      end();
      reject(signal.reason as Error);
    };
    const timer = setTimeout(end, navigator.onLine ? milliseconds : 2 ** 31 - 1);
    window.addEventListener('online', end);
    signal.addEventListener('abort', giveUp);
  });

const isPassing = (error: unknown): boolean =>
  error instanceof ApiProblem && ['offline', 'unavailable', 'too-many-requests'].includes(error.slug);

/** Does a step again and again where only the connection stands in its way. */
async function patiently<T>(step: () => Promise<T>, signal: AbortSignal, onWait: () => void): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await step();
    } catch (error) {
      if (!isPassing(error) || attempt === tries) throw error;
      onWait();
      await pause(Math.min(longestWait, 500 * 2 ** attempt), signal);
    }
  }
}

/** An upload of this file that was begun earlier and can be gone on with. */
async function earlier(key: string, signal: AbortSignal): Promise<UploadView | undefined> {
  const id = kept(key);
  if (id === null) return undefined;
  return call(api.readUpload, { params: { id }, signal }).catch((error: unknown) => {
    if (!isProblem(error, 'not-found')) throw error;
    keep(key, null);
    return undefined;
  });
}

/** Sends a file part by part, through lost connections, and gives the document that it became. */
export async function sendFile(
  file: File,
  target: UploadTarget,
  { signal, onProgress }: Manner,
): Promise<DocumentView> {
  const key = keyOf(file, target);
  const idempotencyKey = newIdempotencyKey();
  let received = 0;
  const onWait = (): void => onProgress(received, true);
  let upload = await patiently(
    async () =>
      (await earlier(key, signal)) ??
      (await call(api.beginUpload, {
        body: { target, fileName: file.name, bytes: file.size },
        idempotencyKey,
        signal,
      })),
    signal,
    onWait,
  );
  keep(key, upload.id);
  const { id } = upload;
  try {
    while (upload.received < upload.bytes) {
      ({ received } = upload);
      onProgress(received, false);
      const bytes = file.slice(received, received + partBytes);
      const params = { id, offset: String(received) };
      upload = await patiently(() => call(api.sendPart, { params, bytes, signal }), signal, onWait).catch(
        (error: unknown) => {
          // Another page sends the same file: this one goes on from where that one is.
          if (isProblem(error, 'upload-out-of-step')) return call(api.readUpload, { params: { id }, signal });
          throw error;
        },
      );
    }
    onProgress(upload.bytes, false);
    const document = await patiently(() => call(api.finishUpload, { params: { id }, signal }), signal, onWait);
    keep(key, null);
    return document;
  } catch (error) {
    if (signal.aborted) {
      keep(key, null);
      // Nobody waits for it: what has arrived is cleared in a day, if this does not arrive.
      void call(api.cancelUpload, { params: { id } }).catch(() => undefined);
    }
    if ((['file-type-refused', 'not-found', 'part-differs'] as const).some((slug) => isProblem(error, slug)))
      keep(key, null);
    throw error;
  }
}
