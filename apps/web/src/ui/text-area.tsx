import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from './classes.ts';
import { control, Field, type FieldWords } from './field.tsx';

interface TextAreaProps extends FieldWords {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onBlur?: () => void;
  readonly name?: string;
  readonly lang?: string;
  /** The longest text, in characters: what is left is said when little is left. */
  readonly maximum: number;
  readonly rows?: number;
  readonly ref?: Ref<HTMLTextAreaElement>;
}

/** A text of several lines; the field grows with it. */
export const TextArea = ({ label, hint, error, maximum, rows = 4, onChange, ...area }: TextAreaProps) => {
  const { t } = useTranslation();
  const left = maximum - area.value.length;
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => (
        <>
          <textarea
            {...wiring}
            {...area}
            rows={rows}
            onChange={(event) => onChange(event.target.value)}
            className={classes(control, 'field-sizing-content min-h-[6.5rem] resize-y leading-relaxed')}
          />
          {left < maximum / 5 && (
            <span
              className={classes('text-small tabular-nums', left < 0 ? 'font-semibold text-bad' : 'text-soft')}
              aria-live="polite"
            >
              {left < 0 ? t('charactersOver', { count: -left }) : t('charactersLeft', { count: left })}
            </span>
          )}
        </>
      )}
    </Field>
  );
};
