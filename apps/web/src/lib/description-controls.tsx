import type { Goal } from '@blizej/contracts';
import { useId, useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { goals } from './choices.ts';
import { useField, type ContractForm } from './contract-form.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { TextField } from '../ui/text-field.tsx';

interface ListControlProps<V extends FieldValues> {
  readonly of: ContractForm<V & { goals: Goal[]; topics?: string[] | undefined }>;
}

/** To what the network brings its gminas closer: one goal at least. */
export const GoalsControl = <V extends FieldValues>({ of }: ListControlProps<V>) => {
  const { t } = useTranslation('life');
  const form = of as unknown as ContractForm<{ goals: Goal[] }>;
  const { value, onChange, label, error, ref } = useField({ of: form, name: 'goals' });
  const chosen: readonly Goal[] = value;
  const id = useId();
  return (
    <fieldset aria-describedby={`${id}-hint${error ? ` ${id}-error` : ''}`} className="flex flex-col gap-1">
      <legend className="pb-1 font-semibold">{label}</legend>
      <p id={`${id}-hint`} className="text-small text-soft">
        {t('goalsHint')}
      </p>
      <div ref={ref} tabIndex={-1}>
        {goals.map((goal) => (
          <Checkbox
            key={goal}
            isSelected={chosen.includes(goal)}
            onChange={(isChosen) => onChange(goals.filter((one) => (one === goal ? isChosen : chosen.includes(one))))}
          >
            {t(`goal.${goal}`)}
            <span className="block text-small text-soft">{t(`goalHint.${goal}`)}</span>
          </Checkbox>
        ))}
      </div>
      {error !== undefined && (
        <p id={`${id}-error`} className="text-small font-semibold text-bad">
          {error}
        </p>
      )}
    </fieldset>
  );
};

interface TopicsControlProps<V extends FieldValues> {
  readonly of: ContractForm<V & { topics?: string[] | undefined }>;
}

/** Topics as people type them: divided by commas. */
export const TopicsControl = <V extends FieldValues>({ of }: TopicsControlProps<V>) => {
  const { t } = useTranslation('life');
  const form = of as unknown as ContractForm<{ topics: string[] }>;
  const { value, onChange, ...field } = useField({ of: form, name: 'topics' });
  const [text, setText] = useState(() => [...value].join(', '));
  return (
    <TextField
      {...field}
      lang="pl"
      hint={t('topicsHint')}
      value={text}
      onChange={(typed) => {
        setText(typed);
        onChange(
          typed
            .split(',')
            .map((topic) => topic.trim())
            .filter((topic) => topic !== ''),
        );
      }}
    />
  );
};
