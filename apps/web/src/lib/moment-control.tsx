import { useState } from 'react';
import type { FieldPath, FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useAssociation } from './association.ts';
import { useField, type ContractForm } from './contract-form.tsx';
import { useFormat } from './format.ts';
import { DateField } from '../ui/date-field.tsx';
import { TimeField } from '../ui/time-field.tsx';
import { instantOf, wallClockOf, type WallClock } from './moment.ts';

interface MomentControlProps<V extends FieldValues> {
  readonly of: ContractForm<V>;
  readonly name: FieldPath<V>;
  readonly hint?: string;
}

/** A moment as people set it: a day and a time by the association's clock. */
export const MomentControl = <V extends FieldValues>({ of, name, hint }: MomentControlProps<V>) => {
  const { t } = useTranslation();
  const format = useFormat();
  const timeZone = useAssociation()?.timeZone ?? 'Europe/Warsaw';
  const { value, onChange, label, error, ref } = useField({ of, name });
  const [shown, setShown] = useState<WallClock>(() =>
    value ? wallClockOf(String(value), timeZone) : { day: '', time: '' },
  );
  const set = (change: Partial<WallClock>): void => {
    const next = { ...shown, ...change };
    setShown(next);
    // Half a moment is none: it is refused at the field, never taken for “at once”.
    onChange(instantOf(next, timeZone) || next.day || next.time);
  };
  // What is told of half a moment stands at the half that is missing.
  const isTimeMissing = shown.day !== '' && shown.time === '';
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="pb-1 font-semibold">{label}</legend>
      {hint !== undefined && <p className="text-small text-soft">{hint}</p>}
      <div className="flex flex-wrap gap-4">
        <DateField
          label={t('day')}
          value={shown.day}
          onChange={(day) => set({ day })}
          earliest={format.today}
          {...(!isTimeMissing && { error, ref })}
        />
        <TimeField
          label={t('time')}
          value={shown.time}
          onChange={(time) => set({ time })}
          {...(isTimeMissing && { error, ref })}
        />
      </div>
    </fieldset>
  );
};
