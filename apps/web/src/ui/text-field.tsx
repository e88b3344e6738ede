import { useId, type Ref } from 'react';
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
  readonly inputMode?: 'decimal' | 'numeric';
  /** What could be written, offered as one types. */
  readonly suggestions?: readonly string[];
  /** Goes to the input, so that the focus can move to the first error. */
  readonly ref?: Ref<HTMLInputElement>;
}

/** A line of text. */
export const TextField = ({ label, hint, error, onChange, suggestions, ...input }: TextFieldProps) => {
  const listId = useId();
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => (
        <>
          <input
            {...wiring}
            {...input}
            {...(suggestions && { list: listId })}
            onChange={(event) => onChange(event.target.value)}
            className={control}
          />
          {suggestions && (
            <datalist id={listId}>
              {suggestions.map((suggestion) => (
                <option key={suggestion} value={suggestion} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  );
};
