import { CircleAlert } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { classes } from './classes.ts';

/** What every field says around its control. */
export interface FieldWords {
  readonly label: string;
  /** Said before the control: what to write, why it is asked. */
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

/** The look of what is typed into or chosen from. */
export const control =
  'w-full min-h-11 rounded-control border border-control bg-surface px-3 py-2 text-ink placeholder:text-soft hover:border-sea aria-invalid:border-2 aria-invalid:border-bad';

interface Wiring {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FieldProps extends FieldWords {
  readonly narrow?: boolean;
  /** Draws the control, joined with its label, hint and error. */
  readonly children: (wiring: Wiring) => ReactNode;
}

export const Field = ({ label, hint, error, narrow = false, children }: FieldProps) => {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={classes('flex flex-col gap-1.5', narrow && 'max-w-64')}>
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-small text-soft">
          {hint}
        </p>
      )}
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {error !== undefined && (
        <p id={`${id}-error`} className="flex items-start gap-1.5 text-small font-semibold text-bad">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {error}
        </p>
      )}
    </div>
  );
};
