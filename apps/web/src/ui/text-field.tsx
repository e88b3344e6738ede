import type { Ref } from 'react';
import { control, Field, type FieldWords } from './field.tsx';

interface TextFieldProps extends FieldWords {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onBlur?: () => void;
  readonly type?: 'text' | 'email' | 'password' | 'url';
  readonly name?: string;
  readonly autoComplete?: string;
  readonly lang?: string;
  /** Which keys a phone shows. */
  readonly inputMode?: 'decimal';
  /** Goes to the input, so that the focus can move to the first error. */
  readonly ref?: Ref<HTMLInputElement>;
}

/** A line of text. */
export const TextField = ({ label, hint, error, onChange, ...input }: TextFieldProps) => (
  <Field label={label} hint={hint} error={error}>
    {(wiring) => (
      <input {...wiring} {...input} onChange={(event) => onChange(event.target.value)} className={control} />
    )}
  </Field>
);
