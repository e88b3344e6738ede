import { answerMaximum, type AssignmentView } from '@blizej/contracts';
import { useId, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { isProblem } from '../../lib/api.ts';
import { useSession } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { toast } from '../../ui/toast.ts';
import { DeclineButton } from './decline-button.tsx';
import { useAnswer, type AnswerWriting } from './use-answer.ts';

interface ConflictProps {
  readonly writing: AnswerWriting;
  readonly theirs: AssignmentView;
}

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
          <p className="w-full flex-1 rounded-control border-2 border-sea bg-surface p-3 whitespace-pre-wrap">
            {writing.text}
          </p>
          <Button kind="primary" onPress={writing.keepMine}>
            {t('conflict.keepMine')}
          </Button>
        </section>
        <section aria-label={t('conflict.theirs')} className="flex flex-col items-start gap-3">
          <h3 className="text-h3">{t('conflict.theirs')}</h3>
          <p className="w-full flex-1 rounded-control border border-control bg-sunken p-3 whitespace-pre-wrap">
            {theirs.answer || t('conflict.empty')}
          </p>
          <Button onPress={writing.takeTheirs}>{t('conflict.takeTheirs')}</Button>
        </section>
      </div>
    </div>
  );
};

/** The gmina writes its answer: kept as it is written, handed in when it is ready. */
export const AnswerForm = ({ assignment }: { readonly assignment: AssignmentView }) => {
  const { t } = useTranslation('tasks');
  const { person } = useSession();
  const { task, organization, abilities, keeper } = assignment;
  const params = { id: task.id, organizationId: organization.id };
  const writing = useAnswer(person.id, assignment);
  const formId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [isEmpty, setEmpty] = useState(false);
  const submit = useDeed(api.submitAnswer, () => {
    writing.finish();
    toast({ message: t('answer.done') });
  });
  const take = useDeed(api.takeAssignment, () => toast({ message: t('answer.taken') }));

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const empty = writing.text.trim() === '';
    setEmpty(empty);
    if (empty) return field.current?.focus();
    const version = await writing.settle();
    if (version === null) return undefined;
    submit.mutate(
      { params, body: { answer: writing.text, version } },
      { onError: (error) => void writing.meetConflict(error) },
    );
  };

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
        <TextArea
          ref={field}
          label={t('answer.label')}
          hint={t('answer.hint')}
          value={writing.text}
          onChange={writing.write}
          maximum={answerMaximum}
          rows={7}
          error={isEmpty && writing.text.trim() === '' ? t('answer.empty') : undefined}
        />
        <p role="status" className="min-h-5 text-small text-soft">
          {writing.saving !== 'still' && t(`answer.saving.${writing.saving}`)}
        </p>
      </form>
      {!isProblem(submit.error, 'version-conflict') && <DeedFailure error={submit.error} />}
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
