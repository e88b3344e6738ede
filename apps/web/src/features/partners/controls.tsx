import { X } from 'lucide-react';
import { useId, useState } from 'react';
import type { FieldPath, FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useField, type ContractForm } from '../../lib/contract-form.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface SeveralProps<T extends string> {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly value: readonly T[];
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T[]) => void;
}

/** Several of many: chosen one by one from a list, and taken off again. */
export const Several = <T extends string>({ label, hint, error, value, options, onChange }: SeveralProps<T>) => {
  const { t } = useTranslation('partners');
  const id = useId();
  const nameOf = (one: T): string => options.find((option) => option.value === one)?.label ?? one;
  return (
    <div role="group" aria-labelledby={id} className="flex flex-col gap-2">
      <span id={id} className="sr-only">
        {label}
      </span>
      <Select<string>
        label={label}
        hint={hint}
        error={error}
        value=""
        options={[
          { value: '', label: t('several.choose') },
          ...options.filter((option) => !value.includes(option.value)),
        ]}
        onChange={(chosen) => {
          const added = options.find((option) => option.value === chosen);
          if (added) onChange([...value, added.value]);
        }}
      />
      {value.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {value.map((one) => (
            <li key={one}>
              <button
                type="button"
                aria-label={t('several.removeOf', { name: nameOf(one) })}
                onClick={() => onChange(value.filter((other) => other !== one))}
                className="inline-flex min-h-11 items-center gap-2 rounded-round bg-sunken px-4 hover:bg-sea-wash hover:text-sea"
              >
                {nameOf(one)}
                <X aria-hidden className="size-4" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};

interface NumberControlProps<V extends FieldValues, Name extends FieldPath<V>> {
  readonly of: ContractForm<V>;
  readonly name: Name;
  readonly hint?: string;
}

/** A whole number as people type it; what is none, the contract's own check refuses. */
export const NumberControl = <V extends FieldValues, Name extends FieldPath<V>>(props: NumberControlProps<V, Name>) => {
  const { value, onChange, ...field } = useField(props);
  const [typed, setTyped] = useState(() => (typeof value === 'number' ? String(value) : ''));
  return (
    <TextField
      {...field}
      hint={props.hint}
      inputMode="decimal"
      value={typed}
      onChange={(text) => {
        setTyped(text);
        onChange(text.trim() === '' ? '' : /^\d{1,6}$/.test(text.trim()) ? Number(text) : Number.NaN);
      }}
    />
  );
};
