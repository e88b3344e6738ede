import { useEffect, useMemo, useRef, useState } from 'react';

const prefix = 'blizej.draft.';

const readDraft = (key: string): string | null => {
  try {
    return localStorage.getItem(prefix + key);
  } catch {
    return null;
  }
};

const writeDraft = (key: string, text: string | null): void => {
  try {
    if (text === null) localStorage.removeItem(prefix + key);
    else localStorage.setItem(prefix + key, text);
  } catch {
    // Full or forbidden storage: the text still lives in the page.
  }
};

export interface Draft {
  /** What was being written here, if it was never sent. */
  readonly kept: string | null;
  readonly keep: (text: string) => void;
  readonly clear: () => void;
}

/**
 * Text that a person is writing, kept on this device until it is sent: it survives a reload, a lost connection and an
 * ended session. One draft for each person and thing.
 */
export const useDraft = (personId: string, thing: string): Draft => {
  const key = `${personId}.${thing}`;
  const [kept] = useState(() => readDraft(key));
  return useMemo(
    () => ({ kept, keep: (text: string) => writeDraft(key, text), clear: () => writeDraft(key, null) }),
    [key, kept],
  );
};

/**
 * A draft that goes on under another name, as on a newer version of the thing: what is written now is kept under that one,
 * and nothing under the former.
 */
export const useCarriedOver = (draft: Draft, write: () => string | null): void => {
  const former = useRef(draft);
  useEffect(() => {
    const text = former.current === draft ? null : write();
    if (text === null) return;
    former.current.clear();
    former.current = draft;
    draft.keep(text);
  });
};
