import type { AssignmentView } from '@blizej/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api, call, isProblem } from '../../lib/api.ts';
import { useDraft } from '../../lib/draft.ts';
import { sessionEnded } from '../../lib/session.ts';
import { answersQuery, assignmentQuery } from './tasks.queries.ts';

/** The typing rests for this long before it is saved. */
const rest = 1_500;

/** What is kept on the device: the text, and the version of the answer on which it was written. */
interface KeptAnswer {
  readonly text: string;
  readonly version: number;
}

const readKept = (kept: string | null): KeptAnswer | null => {
  try {
    const { text, version } = JSON.parse(kept ?? '{}') as Partial<KeptAnswer>;
    return typeof text === 'string' && typeof version === 'number' ? { text, version } : null;
  } catch {
    return null;
  }
};

type Saving = 'still' | 'saved' | 'typing' | 'saving' | 'device';

export interface AnswerWriting {
  readonly text: string;
  readonly write: (text: string) => void;
  readonly saving: Saving;
  /** The text was taken up from this device. */
  readonly isRestored: boolean;
  readonly discard: () => void;
  /** Somebody else has saved another answer meanwhile: both stand until the person decides. */
  readonly conflict: AssignmentView | null;
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
  /** Waits for what is being saved and gives the version to hand in, or null where a decision is needed first. */
  readonly settle: () => Promise<number | null>;
  readonly meetConflict: (error: unknown) => boolean;
  readonly finish: () => void;
}

/**
 * The writing of an answer. Every key stroke is kept on this device; when the typing rests it goes to the server, one
 * save after the other, each on the version of the one before. Nobody's text is overwritten unseen.
 */
export const useAnswer = (personId: string, assignment: AssignmentView): AnswerWriting => {
  const { task, organization } = assignment;
  const queries = useQueryClient();
  const draft = useDraft(personId, `answer.${task.id}.${organization.id}`);
  const [restored] = useState(() => {
    const kept = readKept(draft.kept);
    return kept && kept.text !== assignment.answer ? kept : null;
  });
  const [text, setText] = useState(restored?.text ?? assignment.answer);
  const [saving, setSaving] = useState<Saving>(restored ? 'device' : 'still');
  const [isRestored, setRestored] = useState(restored !== null);
  const [conflict, setConflict] = useState<AssignmentView | null>(
    restored && restored.version !== assignment.version && assignment.answer !== '' ? assignment : null,
  );
  // What the chain of saves works with; the screen follows by state.
  const current = useRef({ text, version: assignment.version, savedText: assignment.answer, finished: false });
  const chain = useRef<Promise<boolean>>(Promise.resolve(true));
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const meetConflict = useCallback((error: unknown): boolean => {
    if (!isProblem(error, 'version-conflict')) return false;
    setConflict(error.current as AssignmentView);
    return true;
  }, []);

  const save = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current);
    chain.current = chain.current.then(async () => {
      const { text: answer, version, savedText, finished } = current.current;
      if (finished || answer === savedText) return true;
      setSaving('saving');
      try {
        const view = await call(api.writeAnswer, {
          params: { id: task.id, organizationId: organization.id },
          body: { answer, version },
        });
        current.current = { ...current.current, version: view.version, savedText: answer };
        queries.setQueryData(assignmentQuery(task.id, organization.id).queryKey, view);
        void queries.invalidateQueries({ refetchType: 'none', queryKey: ['tasks'] });
        void queries.invalidateQueries({ refetchType: 'none', queryKey: ['start'] });
        if (savedText === '') void queries.invalidateQueries(answersQuery(task.id));
        if (current.current.text === answer) {
          draft.clear();
          setSaving('saved');
        }
        return true;
      } catch (error) {
        setSaving('device');
        if (isProblem(error, 'unauthenticated')) void queries.invalidateQueries({ queryKey: ['session'] });
        meetConflict(error);
        return false;
      }
    });
    return chain.current;
  }, [draft, meetConflict, organization.id, queries, task.id]);

  const write = (next: string): void => {
    current.current.text = next;
    setText(next);
    setRestored(false);
    draft.keep(JSON.stringify({ text: next, version: current.current.version }));
    setSaving('typing');
    clearTimeout(timer.current);
    if (!conflict) timer.current = setTimeout(() => void save(), rest);
  };

  const adopt = useCallback(
    (theirs: AssignmentView): void => {
      current.current = { ...current.current, text: theirs.answer, version: theirs.version, savedText: theirs.answer };
      draft.clear();
      setText(theirs.answer);
      setSaving('still');
      setRestored(false);
      setConflict(null);
    },
    [draft],
  );

  // A save may reach the server without its answer reaching us: what is kept here is then no draft any more.
  useEffect(() => {
    if (!restored) draft.clear();
  }, [draft, restored]);

  // A newer answer read from the server replaces the text only where nothing of ours is unsaved.
  useEffect(() => {
    const { version, text: mine, savedText } = current.current;
    if (assignment.version > version && mine === savedText) adopt(assignment);
  }, [assignment, adopt]);

  useEffect(() => {
    const retry = (): void => void save();
    window.addEventListener('online', retry);
    const forget = sessionEnded.subscribe(() => {
      if (!sessionEnded.get()) retry();
    });
    return () => {
      window.removeEventListener('online', retry);
      forget();
    };
  }, [save]);

  // Whoever leaves the page before the typing has rested takes nothing unsaved along.
  useEffect(() => () => void save(), [save]);

  return {
    text,
    write,
    saving,
    isRestored,
    discard: () => adopt(assignment),
    conflict,
    keepMine: () => {
      if (!conflict) return;
      current.current = { ...current.current, version: conflict.version, savedText: conflict.answer };
      setConflict(null);
      void save();
    },
    takeTheirs: () => {
      if (conflict) adopt(conflict);
    },
    settle: async () => {
      clearTimeout(timer.current);
      await chain.current;
      return conflict ? null : current.current.version;
    },
    meetConflict,
    finish: () => {
      current.current.finished = true;
      clearTimeout(timer.current);
      draft.clear();
    },
  };
};
