import type { FieldPath, FieldValues } from 'react-hook-form';
import { TextField } from '../ui/text-field.tsx';
import { useField, type ContractForm } from './contract-form.tsx';

interface NumberControlProps<V extends FieldValues> {
  readonly of: ContractForm<V>;
  readonly name: FieldPath<V>;
  readonly hint?: string;
}

/** A whole number as people type it; what is none is refused at the field. */
export const NumberControl = <V extends FieldValues>({ of, name, hint }: NumberControlProps<V>) => {
  const { value, onChange, ...field } = useField({ of, name });
  return (
    <TextField
      {...field}
      hint={hint}
      value={String(value)}
      inputMode="decimal"
      onChange={(text) => onChange(/^\d+$/.test(text.trim()) ? Number(text) : text)}
    />
  );
};
