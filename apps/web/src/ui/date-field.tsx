import type { Ref } from 'react';
import { control, Field, type FieldWords } from './field.tsx';

interface DateFieldProps extends FieldWords {
  /** A day, `YYYY-MM-DD`, or empty. */
  readonly value: string;
  readonly onChange: (day: string) => void;
  readonly earliest?: string;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A day, typed or picked: a phone shows the wheel or the calendar that its owner knows. */
export const DateField = ({ label, hint, error, value, onChange, earliest, ref }: DateFieldProps) => (
  <Field label={label} hint={hint} error={error} narrow>
    {(wiring) => (
      <input
        {...wiring}
        ref={ref}
        type="date"
        value={value}
        min={earliest}
        max="2999-12-31"
        onChange={(event) => onChange(event.target.value)}
        className={control}
      />
    )}
  </Field>
);
