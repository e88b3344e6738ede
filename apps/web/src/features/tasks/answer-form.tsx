import { answerMaximum, carriedAnswers, leftOver, type AssignmentView, type TaskForm } from '@blizej/contracts';
import { useQuery } from '@tanstack/react-query';
import { useId, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { isProblem } from '../../lib/api.ts';
import { useLocalized } from '../../lib/i18n.ts';
import { useIssueWords } from '../../lib/problem-words.ts';
import { useSession } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { toast } from '../../ui/toast.ts';
import { AnswersRead } from './answers-read.tsx';
import { DeclineButton } from './decline-button.tsx';
import { focusQuestion, Questions } from './question.tsx';
import { addedFilesQuery } from './tasks.queries.ts';
import { useAnswer, type AnswerContent, type AnswerWriting } from './use-answer.ts';

interface ConflictProps {
  readonly writing: AnswerWriting;
  readonly theirs: AssignmentView;
}

interface WrittenProps {
  readonly form: TaskForm | null;
  readonly content: AnswerContent;
}

/** What one of two has written. */
const Written = ({ form, content }: WrittenProps) => {
  const { t } = useTranslation('tasks');
  return form ? (
    <AnswersRead fields={form.fields} answers={content.answers} />
  ) : (
    <span className="whitespace-pre-wrap">{content.answer || t('conflict.empty')}</span>
  );
};

/** Two people wrote at once: both texts side by side, and one decision. */
const Conflict = ({ writing, theirs }: ConflictProps) => {
  const { t } = useTranslation(['tasks', 'problems']);
  return (
    <div className="flex flex-col gap-4">
      <Notice kind="care" title={t('problems:version-conflict.title')} announced>
        <p>{t('problems:version-conflict.detail')}</p>
      </Notice>
      <div className="grid gap-6 md:grid-cols-2">
        <section aria-label={t('conflict.mine')} className="flex flex-col items-start gap-3">
          <h3 className="text-h3">{t('conflict.mine')}</h3>
          <div className="w-full flex-1 rounded-control border-2 border-sea bg-surface p-3">
            <Written form={theirs.form} content={writing.content} />
          </div>
          <Button kind="primary" onPress={writing.keepMine}>
            {t('conflict.keepMine')}
          </Button>
        </section>
        <section aria-label={t('conflict.theirs')} className="flex flex-col items-start gap-3">
          <h3 className="text-h3">{t('conflict.theirs')}</h3>
          <div className="w-full flex-1 rounded-control border border-control bg-sunken p-3">
            <Written form={theirs.form} content={theirs} />
          </div>
          <Button onPress={writing.takeTheirs}>{t('conflict.takeTheirs')}</Button>
        </section>
      </div>
    </div>
  );
};

/** The gmina writes its answer: kept as it is written, handed in when it is ready. */
export const AnswerForm = ({ assignment }: { readonly assignment: AssignmentView }) => {
  const { t } = useTranslation(['tasks', 'forms']);
  const { person } = useSession();
  const localized = useLocalized();
  const say = useIssueWords();
  const { task, organization, abilities, keeper, form } = assignment;
  const params = { id: task.id, organizationId: organization.id };
  const writing = useAnswer(person.id, assignment);
  const asksForFiles = form?.fields.some(({ kind }) => kind === 'FILE') === true;
  const files = useQuery({ ...addedFilesQuery(task.id, organization.id), enabled: asksForFiles });
  const formId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [isEmpty, setEmpty] = useState(false);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [attempt, setAttempt] = useState(0);
  const { answer, answers } = writing.content;
  // Also what this device has written at questions that came and went while it was open.
  const forms = form ? [form, { version: 0, fields: assignment.leftOver.map(({ field: asked }) => asked) }] : [];
  const left = leftOver(forms, answers);
  const submit = useDeed(api.submitAnswer, () => {
    writing.finish();
    toast({ message: t('answer.done') });
  });
  const take = useDeed(api.takeAssignment, () => toast({ message: t('answer.taken') }));

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (form) {
      // The schemas come when they are needed: whoever only reads loads none.
      const { checkAnswers } = await import('./check-answers.ts');
      const { issues } = checkAnswers(form.fields, carriedAnswers(form.fields, answers));
      const told = issues.map((issue) => [issue.pointer.split('/')[2] ?? '', say(issue)] as const);
      setErrors(Object.fromEntries(told.toReversed()));
      setAttempt((tries) => tries + 1);
      if (issues.length > 0) return undefined;
    } else {
      const empty = answer.trim() === '';
      setEmpty(empty);
      if (empty) return field.current?.focus();
    }
    const version = await writing.settle();
    if (version === null) return undefined;
    submit.mutate(
      {
        params,
        body: form
          ? { answers: carriedAnswers(form.fields, answers), formVersion: form.version, version }
          : { answer, version },
      },
      { onError: (error) => void writing.meetConflict(error) },
    );
  };

  const listed = [
    ...(errors[''] === undefined ? [] : [{ field: form?.fields[0]?.key ?? '', message: t('answer.empty') }]),
    ...(form?.fields ?? []).flatMap(({ key, label }) =>
      errors[key] === undefined ? [] : [{ field: key, message: `${localized(label)}: ${errors[key]}` }],
    ),
  ];

  if (writing.conflict) return <Conflict writing={writing} theirs={writing.conflict} />;
  return (
    <div className="flex flex-col gap-5">
      {writing.isRestored && (
        <Notice kind="calm" title={t('answer.restored')} announced>
          <div className="flex flex-wrap items-center gap-x-4">
            <p>{t('answer.restoredWhat')}</p>
            <Button kind="quiet" onPress={writing.discard}>
              {t('answer.discard')}
            </Button>
          </div>
        </Notice>
      )}
      {writing.isFormChanged && (
        <Notice kind="care" title={t('forms:changed.title')} announced>
          <p>{t('forms:changed.what')}</p>
        </Notice>
      )}
      {left.length > 0 && (
        <Notice kind="calm" title={t('forms:leftOver')}>
          <AnswersRead fields={left.map((one) => one.field)} answers={answers} />
        </Notice>
      )}
      {keeper && keeper.id !== person.id && (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p>{t('answer.keptBy', { name: keeper.name })}</p>
          {abilities.take && (
            <Button isPending={take.isPending} onPress={() => take.mutate({ params })}>
              {t('answer.take')}
            </Button>
          )}
        </div>
      )}
      <form id={formId} onSubmit={(event) => void send(event)} noValidate className="flex flex-col gap-5">
        {form ? (
          <>
            <ErrorSummary errors={listed} attempt={attempt} onGo={focusQuestion} />
            <Questions
              fields={form.fields}
              answers={carriedAnswers(form.fields, answers)}
              errors={errors}
              files={files.data ?? []}
              onChange={(key, value) => {
                setErrors(({ [key]: _corrected, '': _nothing, ...others }) => others);
                writing.write({ ...writing.content, answers: { ...answers, [key]: value } });
              }}
            />
            <p className="text-small text-soft">{t('answer.hint')}</p>
          </>
        ) : (
          <TextArea
            ref={field}
            label={t('answer.label')}
            hint={t('answer.hint')}
            value={answer}
            onChange={(text) => writing.write({ ...writing.content, answer: text })}
            maximum={answerMaximum}
            rows={7}
            error={isEmpty && answer.trim() === '' ? t('answer.empty') : undefined}
          />
        )}
        <p role="status" className="min-h-5 text-small text-soft">
          {writing.saving !== 'still' && t(`answer.saving.${writing.saving}`)}
        </p>
      </form>
      {!isProblem(submit.error, 'version-conflict') && !isProblem(submit.error, 'form-changed') && (
        <DeedFailure error={submit.error} />
      )}
      <DeedFailure error={take.error} />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" form={formId} kind="primary" isPending={submit.isPending}>
          {t('answer.send')}
        </Button>
        {abilities.decline && (
          <DeclineButton assignment={assignment} version={writing.settle} onDone={writing.finish} />
        )}
      </div>
    </div>
  );
};
