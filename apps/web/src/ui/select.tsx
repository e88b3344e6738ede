import { ChevronDown } from 'lucide-react';
import type { Ref } from 'react';
import { classes } from './classes.ts';
import { control, Field, type FieldWords } from './field.tsx';

interface SelectProps<T extends string> extends FieldWords {
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string; readonly lang?: string }[];
  readonly onChange: (value: T) => void;
  readonly ref?: Ref<HTMLSelectElement>;
}

/** One of many: the browser's own list, found by typing the first letters. */
export const Select = <T extends string>({ label, hint, error, value, options, onChange, ref }: SelectProps<T>) => (
  <Field label={label} hint={hint} error={error}>
    {(wiring) => (
      <span className="relative">
        <select
          {...wiring}
          ref={ref}
          value={value}
          onChange={(event) => onChange(event.target.value as T)}
          className={classes(control, 'appearance-none pe-10 text-ellipsis')}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} lang={option.lang}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute end-3 top-1/2 size-4 -translate-y-1/2 text-soft"
        />
      </span>
    )}
  </Field>
);
