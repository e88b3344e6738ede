import { CircleAlert } from 'lucide-react';
import { useId, type Ref } from 'react';

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly hint?: string;
  /** The language of the label, where it is another than the page's. */
  readonly lang?: string;
}

interface RadioGroupProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly options: readonly Choice<T>[];
  readonly error?: string | undefined;
  /** The first of them, which takes the focus where one is missing. */
  readonly ref?: Ref<HTMLInputElement>;
}

/** One of a few, all in view. */
export const RadioGroup = <T extends string>({ label, value, onChange, options, error, ref }: RadioGroupProps<T>) => {
  const name = useId();
  return (
    <fieldset className="flex flex-col" aria-describedby={error === undefined ? undefined : `${name}-error`}>
      <legend className="pb-1 font-semibold">{label}</legend>
      {options.map((option, at) => (
        <label key={option.value} className="flex min-h-11 cursor-pointer items-center gap-3 rounded-control py-1">
          <input
            type="radio"
            ref={at === 0 ? ref : undefined}
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="size-6 shrink-0"
          />
          <span className="flex flex-col">
            <span lang={option.lang}>{option.label}</span>
            {option.hint !== undefined && <span className="text-small text-soft">{option.hint}</span>}
          </span>
        </label>
      ))}
      {error !== undefined && (
        <p id={`${name}-error`} className="flex items-start gap-1.5 text-small font-semibold text-bad">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {error}
        </p>
      )}
    </fieldset>
  );
};
