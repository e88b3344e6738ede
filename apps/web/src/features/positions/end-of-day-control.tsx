import { useState } from 'react';
import type { FieldPath, FieldValues } from 'react-hook-form';
import { useAssociation } from '../../lib/association.ts';
import { useField, type ContractForm } from '../../lib/contract-form.tsx';
import { endOfDay } from '../../lib/end-of-day.ts';
import { dayAfter, useFormat } from '../../lib/format.ts';
import { DateField } from '../../ui/date-field.tsx';

interface EndOfDayControlProps<V extends FieldValues> {
  readonly of: ContractForm<V>;
  readonly name: FieldPath<V>;
  readonly hint: string;
}

/** A moment by its day alone: the end of it, by the association's clocks. */
export const EndOfDayControl = <V extends FieldValues>({ of, name, hint }: EndOfDayControlProps<V>) => {
  const format = useFormat();
  const timeZone = useAssociation()?.timeZone ?? 'Europe/Warsaw';
  const { onChange, label, error, ref } = useField({ of, name });
  const [day, setDay] = useState('');
  return (
    <DateField
      label={label}
      hint={hint}
      value={day}
      earliest={dayAfter(format.today, 1)}
      error={error}
      ref={ref}
      onChange={(chosen) => {
        setDay(chosen);
        onChange(endOfDay(chosen, timeZone));
      }}
    />
  );
};
