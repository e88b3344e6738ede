import type { AssignmentView, WrittenAnswers } from '@blizej/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api, call, isProblem } from '../../lib/api.ts';
import { useDraft } from '../../lib/draft.ts';
import { sessionEnded } from '../../lib/session.ts';
import { answersQuery, assignmentQuery } from './tasks.queries.ts';

/** The typing rests for this long before it is saved. */
const rest = 1_500;

/** What is written: a text, or answers to the questions of the form. */
export interface AnswerContent {
  readonly answer: string;
  readonly answers: WrittenAnswers;
}

const contentOf = ({ answer, answers }: AssignmentView): AnswerContent => ({ answer, answers });

/** The server keeps no order of keys. */
const inOrder = (_key: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;

const isSame = (one: AnswerContent, other: AnswerContent): boolean =>
  JSON.stringify(one, inOrder) === JSON.stringify(other, inOrder);

const isBlank = ({ answer, answers }: AnswerContent): boolean => answer === '' && Object.keys(answers).length === 0;

/** What is kept on the device: the content, and the version of the answer on which it was written. */
interface KeptAnswer extends AnswerContent {
  readonly version: number;
}

const readKept = (kept: string | null): KeptAnswer | null => {
  try {
    const { answer, answers, version } = JSON.parse(kept ?? '{}') as Partial<KeptAnswer>;
    return typeof answer === 'string' && typeof answers === 'object' && typeof version === 'number'
      ? { answer, answers, version }
      : null;
  } catch {
    return null;
  }
};

type Saving = 'still' | 'saved' | 'typing' | 'saving' | 'device';

export interface AnswerWriting {
  readonly content: AnswerContent;
  readonly write: (content: AnswerContent) => void;
  readonly saving: Saving;
  /** The text was taken up from this device. */
  readonly isRestored: boolean;
  readonly discard: () => void;
  /** Somebody else has saved another answer meanwhile: both stand until the person decides. */
  readonly conflict: AssignmentView | null;
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
  /** The questions have changed while they were being answered. */
  readonly isFormChanged: boolean;
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
    return kept && !isSame({ answer: kept.answer, answers: kept.answers }, contentOf(assignment)) ? kept : null;
  });
  const [content, setContent] = useState<AnswerContent>(() =>
    restored ? { answer: restored.answer, answers: restored.answers } : contentOf(assignment),
  );
  const [isFormChanged, setFormChanged] = useState(assignment.formChanged);
  const [saving, setSaving] = useState<Saving>(restored ? 'device' : 'still');
  const [isRestored, setRestored] = useState(restored !== null);
  const [conflict, setConflict] = useState<AssignmentView | null>(
    restored && restored.version !== assignment.version && !isBlank(contentOf(assignment)) ? assignment : null,
  );
  // What the chain of saves works with; the screen follows by state.
  const current = useRef({
    content,
    version: assignment.version,
    formVersion: assignment.form?.version,
    saved: contentOf(assignment),
    finished: false,
  });
  const chain = useRef<Promise<boolean>>(Promise.resolve(true));
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const meetConflict = useCallback(
    (error: unknown): boolean => {
      if (isProblem(error, 'form-changed')) {
        const newer = error.current as AssignmentView;
        current.current.formVersion = newer.form?.version;
        // Saved anew as soon as it is written on, or handed in again; until then it is on this device.
        queries.setQueryData(assignmentQuery(newer.task.id, newer.organization.id).queryKey, newer);
        setFormChanged(true);
        return true;
      }
      if (!isProblem(error, 'version-conflict')) return false;
      setConflict(error.current as AssignmentView);
      return true;
    },
    [queries],
  );

  const save = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current);
    chain.current = chain.current.then(async () => {
      const { content: written, version, formVersion, saved, finished } = current.current;
      if (finished || isSame(written, saved)) return true;
      setSaving('saving');
      try {
        const view = await call(api.writeAnswer, {
          params: { id: task.id, organizationId: organization.id },
          body:
            formVersion === undefined
              ? { answer: written.answer, version }
              : { answers: written.answers, formVersion, version },
        });
        current.current = { ...current.current, version: view.version, saved: written };
        queries.setQueryData(assignmentQuery(task.id, organization.id).queryKey, view);
        void queries.invalidateQueries({ refetchType: 'none', queryKey: ['tasks'] });
        void queries.invalidateQueries({ refetchType: 'none', queryKey: ['start'] });
        if (isBlank(saved)) void queries.invalidateQueries(answersQuery(task.id));
        if (current.current.content === written) {
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

  const write = (next: AnswerContent): void => {
    current.current.content = next;
    setContent(next);
    setRestored(false);
    draft.keep(JSON.stringify({ ...next, version: current.current.version }));
    setSaving('typing');
    clearTimeout(timer.current);
    if (!conflict) timer.current = setTimeout(() => void save(), rest);
  };

  const adopt = useCallback(
    (theirs: AssignmentView): void => {
      const saved = contentOf(theirs);
      current.current = {
        ...current.current,
        content: saved,
        version: theirs.version,
        formVersion: theirs.form?.version,
        saved,
      };
      draft.clear();
      setContent(saved);
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
    const { version, content: mine, saved } = current.current;
    if (assignment.version > version && isSame(mine, saved)) adopt(assignment);
    const asked = assignment.form?.version;
    if (asked === undefined || asked === current.current.formVersion) return;
    current.current.formVersion = asked;
    setFormChanged(true);
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
    content,
    write,
    isFormChanged,
    saving,
    isRestored,
    discard: () => adopt(assignment),
    conflict,
    keepMine: () => {
      if (!conflict) return;
      current.current = { ...current.current, version: conflict.version, saved: contentOf(conflict) };
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
