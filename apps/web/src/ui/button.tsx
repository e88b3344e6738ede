import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ReactNode, Ref } from 'react';
import { classes } from './classes.ts';

/** `primary` is the one thing that matters on a page: at most one is in view. */
export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

const shape =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded-control px-4 py-2 text-body font-semibold leading-tight no-underline transition-colors select-none aria-disabled:cursor-progress aria-disabled:opacity-70 forced-colors:border forced-colors:border-current';

const kinds: Record<ButtonKind, string> = {
  primary:
    'bg-amber text-on-amber shadow-[inset_0_-2px_0_var(--amber-edge)] hover:bg-amber-strong active:translate-y-px active:shadow-none',
  secondary: 'border border-control bg-surface text-sea hover:border-sea hover:bg-sea-wash active:bg-sea-wash',
  quiet: 'px-3 text-sea hover:bg-sea-wash active:bg-sea-wash',
  danger: 'border border-bad bg-surface text-bad hover:bg-bad-wash active:bg-bad-wash',
};

interface ButtonProps {
  readonly kind?: ButtonKind;
  readonly type?: 'button' | 'submit';
  readonly wide?: boolean;
  /** The id of the form that it sends, where it stands outside of it. */
  readonly form?: string;
  /** Its work is on the way: a second press does nothing, and the focus stays where it is. */
  readonly isPending?: boolean;
  /** What it is called where its words alone do not say what of; begins with them. */
  readonly label?: string;
  readonly onPress?: () => void;
  readonly children: ReactNode;
}

export const Button = ({
  kind = 'secondary',
  type = 'button',
  wide,
  form,
  isPending = false,
  label,
  onPress,
  children,
}: ButtonProps) => (
  <button
    type={type}
    form={form}
    aria-label={label}
    aria-disabled={isPending || undefined}
    onClick={(event) => {
      if (isPending) event.preventDefault();
      else onPress?.();
    }}
    className={classes(shape, kinds[kind], wide && 'w-full')}
  >
    {children}
  </button>
);

interface AnchorProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'className'> {
  readonly kind?: ButtonKind;
  readonly ref?: Ref<HTMLAnchorElement>;
}

/** The same, where the server answers: it leaves the application. */
export const ButtonAnchor = ({ kind = 'secondary', children, ...props }: AnchorProps) => (
  <a {...props} className={classes(shape, kinds[kind])}>
    {children}
  </a>
);

/** Goes somewhere, and is the action of its page. */
export const ButtonLink = createLink(ButtonAnchor);

interface IconButtonProps {
  readonly label: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A sign instead of words; its label is read and shown as a hint. */
export const IconButton = ({ label, onPress, children, ref }: IconButtonProps) => (
  <button
    ref={ref}
    type="button"
    aria-label={label}
    title={label}
    onClick={onPress}
    className="inline-flex size-11 shrink-0 items-center justify-center rounded-control text-soft hover:bg-sea-wash hover:text-sea"
  >
    {children}
  </button>
);
