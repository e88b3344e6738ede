import { stepsAtMost, type AssignmentView, type ChecklistStep } from '@blizej/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.ts';
import { assignmentQuery } from './tasks.queries.ts';

/** The steps of the gmina's own way to its answer: a note among colleagues that nobody else sees. */
export const Checklist = ({ assignment }: { readonly assignment: AssignmentView }) => {
  const { t } = useTranslation('tasks');
  const { task, organization, checklist, abilities } = assignment;
  const [text, setText] = useState('');
  const params = { id: task.id, organizationId: organization.id };
  const queries = useQueryClient();
  // What the deed answers is drawn at once: a tick must not wait for the whole page.
  const show = (view: AssignmentView): void =>
    void queries.setQueryData(assignmentQuery(task.id, organization.id).queryKey, view);
  const add = useDeed(api.addStep, show);
  const change = useDeed(api.changeStep, show);
  const remove = useDeed(api.removeStep, show);
  // A tick shows at the press, not with the answer.
  const [ticking, setTicking] = useState<Pick<ChecklistStep, 'id' | 'done'> | null>(null);
  const isTicked = ({ id, done }: ChecklistStep): boolean => (ticking?.id === id ? ticking.done : done);
  const tick = ({ id }: ChecklistStep, done: boolean): void => {
    setTicking({ id, done });
    change.mutate({ params: { ...params, stepId: id }, body: { done } }, { onSettled: () => setTicking(null) });
  };
  if (checklist === null || (checklist.length === 0 && !abilities.writeChecklist)) return null;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim()) add.mutate({ params, body: { text } }, { onSuccess: () => setText('') });
  };
  const takeOff = (step: ChecklistStep, position: number): void =>
    remove.mutate(
      { params: { ...params, stepId: step.id } },
      {
        onSuccess: () =>
          toast({
            message: t('steps.removed'),
            undo: {
              label: t('change.undo'),
              onUndo: () => add.mutate({ params, body: { text: step.text, position } }),
            },
          }),
      },
    );
  const move = (step: ChecklistStep, position: number): void =>
    change.mutate({ params: { ...params, stepId: step.id }, body: { position } });
  return (
    <details open={checklist.some(({ done }) => !done)} className="rounded-control border border-line px-4 py-2">
      <summary className="flex min-h-11 cursor-pointer flex-wrap items-center gap-x-3 font-semibold">
        {t('steps.title')}
        {checklist.length > 0 && (
          <span className="text-small font-normal text-soft">
            {t('steps.progress', { count: checklist.filter(({ done }) => done).length, total: checklist.length })}
          </span>
        )}
      </summary>
      <div className="flex flex-col gap-3 pb-3">
        <p className="text-small text-soft">{t('steps.what')}</p>
        {checklist.length > 0 && (
          <ol className="flex flex-col">
            {checklist.map((step, at) => (
              <li key={step.id} className="flex flex-wrap items-center justify-between gap-x-4 border-t border-line">
                {abilities.writeChecklist ? (
                  <Checkbox isSelected={isTicked(step)} onChange={(done) => tick(step, done)}>
                    {step.text}
                    {step.doneBy && <span className="ps-2 text-small text-soft">{step.doneBy}</span>}
                  </Checkbox>
                ) : (
                  <span className="py-2">
                    {step.text}
                    {step.done && <span className="ps-2 text-small text-soft">{t('steps.done')}</span>}
                  </span>
                )}
                {abilities.writeChecklist && (
                  <span className="ms-auto flex">
                    {at > 0 && (
                      <IconButton label={t('steps.up', { step: step.text })} onPress={() => move(step, at - 1)}>
                        <ChevronUp aria-hidden className="size-5" />
                      </IconButton>
                    )}
                    {at < checklist.length - 1 && (
                      <IconButton label={t('steps.down', { step: step.text })} onPress={() => move(step, at + 1)}>
                        <ChevronDown aria-hidden className="size-5" />
                      </IconButton>
                    )}
                    <IconButton label={t('steps.remove', { step: step.text })} onPress={() => takeOff(step, at)}>
                      <X aria-hidden className="size-5" />
                    </IconButton>
                  </span>
                )}
              </li>
            ))}
          </ol>
        )}
        <DeedFailure error={add.error ?? change.error ?? remove.error} />
        {abilities.writeChecklist && checklist.length < stepsAtMost && (
          <form onSubmit={send} noValidate className="flex flex-wrap items-end gap-3">
            <div className="min-w-0 flex-1 basis-60">
              <TextField label={t('steps.new')} value={text} onChange={setText} />
            </div>
            <Button type="submit" isPending={add.isPending}>
              {t('steps.add')}
            </Button>
          </form>
        )}
      </div>
    </details>
  );
};
