import type { Ref } from 'react';
import { control, Field, type FieldWords } from './field.tsx';

interface TimeFieldProps extends FieldWords {
  /** A time of day, `HH:MM`, or empty. */
  readonly value: string;
  readonly onChange: (time: string) => void;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A time of day, typed or picked as the device does it. */
export const TimeField = ({ label, hint, error, value, onChange, ref }: TimeFieldProps) => (
  <Field label={label} hint={hint} error={error} narrow>
    {(wiring) => (
      <input
        {...wiring}
        ref={ref}
        type="time"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={control}
      />
    )}
  </Field>
);
