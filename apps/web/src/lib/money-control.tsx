import { useState } from 'react';
import type { FieldPath, FieldValues } from 'react-hook-form';
import { TextField } from '../ui/text-field.tsx';
import { useField, type ContractForm } from './contract-form.tsx';
import { groszeOf, zlotyOf } from './money.ts';

interface MoneyControlProps<V extends FieldValues, Name extends FieldPath<V>> {
  readonly of: ContractForm<V>;
  readonly name: Name;
  readonly hint?: string;
}

/** An amount that is typed in złoty and sent in whole grosze; what is no amount, the contract's own check refuses. */
export const MoneyControl = <V extends FieldValues, Name extends FieldPath<V>>(props: MoneyControlProps<V, Name>) => {
  const { value, onChange, ...field } = useField(props);
  const [typed, setTyped] = useState(() => (typeof value === 'number' ? zlotyOf(value) : ''));
  return (
    <TextField
      {...field}
      hint={props.hint}
      inputMode="decimal"
      value={typed}
      onChange={(text) => {
        setTyped(text);
        onChange(groszeOf(text));
      }}
    />
  );
};
