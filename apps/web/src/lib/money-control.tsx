import { useEffect, useState } from 'react';
import type { FieldPath, FieldValues } from 'react-hook-form';
import { TextField } from '../ui/text-field.tsx';
import { useField, type ContractForm } from './contract-form.tsx';
import { useLanguage } from './i18n.ts';
import { amountIssue, boundOf, groszeOf, zlotyOf } from './money.ts';

interface MoneyControlProps<V extends FieldValues, Name extends FieldPath<V>> {
  readonly of: ContractForm<V>;
  readonly name: Name;
  readonly hint?: string;
}

/** An amount that is typed in złoty and sent in whole grosze; what is no amount stays as it was typed, and is refused. */
export const MoneyControl = <V extends FieldValues, Name extends FieldPath<V>>(props: MoneyControlProps<V, Name>) => {
  const { value, onChange, ...field } = useField(props);
  const language = useLanguage();
  const [typed, setTyped] = useState(() => (typeof value === 'number' ? zlotyOf(value, language) : String(value)));
  const { name } = props;
  const { tellBy } = props.of;
  useEffect(() => {
    tellBy(name, (issue, refused) =>
      typeof refused === 'number' || typeof refused === 'string' ? amountIssue(refused, boundOf(issue)) : undefined,
    );
  }, [tellBy, name]);
  return (
    <TextField
      {...field}
      hint={props.hint}
      inputMode="decimal"
      value={typed}
      onChange={(text) => {
        setTyped(text);
        const grosze = groszeOf(text);
        onChange(Number.isNaN(grosze) ? text : grosze);
      }}
    />
  );
};
