import { standardDueDays, standardTasksAtMost, type FormField } from '@blizej/contracts';
import type { z } from 'zod';
import { Plus } from 'lucide-react';
import { useImperativeHandle, useRef, type ReactNode, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { standardTask } from '../../lib/contract.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';

export type WrittenTask = z.input<typeof standardTask>;

/** The designer of a task's questions, which another room of the house has. */
export type DesignQuestions = (of: {
  readonly fields: readonly FormField[];
  readonly onChange: (fields: FormField[]) => void;
  readonly error: string | undefined;
}) => ReactNode;

/** How many days a task may give, offered as people count them. */
const usualDays = [7, 14, 21, 30, 60, 90] as const;

const newTask = (): WrittenTask => ({ title: '', body: '', dueDays: standardDueDays.usual });

interface StandardTasksControlProps {
  readonly value: readonly WrittenTask[];
  readonly onChange: (tasks: WrittenTask[]) => void;
  /** It was tried to send: what is missing is said at its place. */
  readonly error: string | undefined;
  readonly questions: DesignQuestions;
  readonly ref?: Ref<{ focus: () => void }>;
}

/** What every network of a kind is asked: tasks that are sent with a day of their own once it is at work. */
export const StandardTasksControl = ({ value, onChange, error, questions, ref }: StandardTasksControlProps) => {
  const { t } = useTranslation(['templates', 'tasks', 'problems', 'common']);
  const box = useRef<HTMLDivElement>(null);
  useImperativeHandle(ref, () => ({
    focus: () => box.current?.querySelector<HTMLElement>('[aria-invalid], input, button')?.focus(),
  }));
  const change = (at: number, by: Partial<WrittenTask>): void =>
    onChange(value.map((task, place) => (place === at ? { ...task, ...by } : task)));
  const wrongIn = (text: string): string | undefined =>
    error !== undefined && text.trim().length < 3 ? t('problems:issues.required') : undefined;
  const titles = value.map(({ title }) => title.trim().toLocaleLowerCase('pl'));
  const isTwin = (at: number): boolean =>
    titles[at] !== '' && titles.some((title, other) => other < at && title === titles[at]);
  return (
    <div ref={box} className="flex flex-col items-start gap-5">
      <ol className="flex w-full flex-col gap-5">
        {value.map((task, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- a task has no name of its own before it is written
          <li key={at}>
            <fieldset className="flex min-w-0 flex-col gap-4 rounded-card border border-line p-4">
              <legend className="px-1 font-semibold">{t('task.number', { number: at + 1 })}</legend>
              <TextField
                label={t('tasks:write.title')}
                value={task.title}
                error={isTwin(at) ? t('task.twin') : wrongIn(task.title)}
                onChange={(title) => change(at, { title })}
              />
              <TextArea
                label={t('tasks:write.body')}
                value={task.body}
                error={wrongIn(task.body)}
                maximum={10_000}
                onChange={(body) => change(at, { body })}
              />
              <Select
                label={t('tasks:repeat.dueDays')}
                value={String(task.dueDays)}
                onChange={(days) => change(at, { dueDays: Number(days) })}
                options={[...new Set([...usualDays, task.dueDays])]
                  .sort((one, other) => one - other)
                  .map((days) => ({ value: String(days), label: t('days', { count: days }) }))}
              />
              <Checkbox
                isSelected={task.priority === 'HIGH'}
                onChange={(isUrgent) => change(at, { priority: isUrgent ? 'HIGH' : 'NORMAL' })}
              >
                {t('task.urgent')}
              </Checkbox>
              {questions({
                fields: (task.fields ?? []) as FormField[],
                onChange: (fields) => change(at, { fields: fields.length > 0 ? fields : null }),
                error: task.fields ? error : undefined,
              })}
              <div>
                <Button
                  kind="quiet"
                  label={t('task.removeNumber', { number: at + 1 })}
                  onPress={() => onChange(value.filter((_, place) => place !== at))}
                >
                  {t('task.remove')}
                </Button>
              </div>
            </fieldset>
          </li>
        ))}
      </ol>
      {value.length < standardTasksAtMost && (
        <Button onPress={() => onChange([...value, newTask()])}>
          <Plus aria-hidden className="size-5" />
          {t('task.add')}
        </Button>
      )}
      {error !== undefined && value.length > 0 && (
        <p className="text-small font-semibold text-bad">{t('task.incomplete')}</p>
      )}
    </div>
  );
};
