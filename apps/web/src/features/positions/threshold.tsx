import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../ui/text-field.tsx';

interface ThresholdProps {
  readonly label: string;
  readonly error: string | undefined;
  readonly value: number;
  readonly onChange: (value: unknown) => void;
}

/** A percentage as people type it. */
export const Threshold = ({ label, error, value, onChange }: ThresholdProps) => {
  const { t } = useTranslation('positions');
  const [typed, setTyped] = useState(String(value));
  return (
    <TextField
      label={label}
      hint={t('field.thresholdHint')}
      error={error}
      value={typed}
      onChange={(text) => {
        setTyped(text);
        const number = Number(text.trim().replace(/%$/, ''));
        onChange(text.trim() === '' || Number.isNaN(number) ? text : number);
      }}
    />
  );
};
