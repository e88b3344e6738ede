import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';
import { classes } from './classes.ts';

interface AnchorProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'className'> {
  /** `plain` is a heading or a row that is a link: underlined on hover only. */
  readonly look?: 'text' | 'plain' | 'soft';
  readonly ref?: Ref<HTMLAnchorElement>;
}

const looks = {
  text: 'text-sea underline decoration-1 underline-offset-[0.2em] hover:decoration-2 hover:text-sea-strong',
  plain: 'font-semibold text-ink no-underline underline-offset-[0.2em] hover:text-sea hover:underline',
  soft: 'text-soft underline decoration-line decoration-1 underline-offset-[0.2em] hover:text-sea hover:decoration-current',
};

const Anchor = ({ look = 'text', children, ...props }: AnchorProps) => (
  <a {...props} className={classes('rounded-small', looks[look])}>
    {children}
  </a>
);

/** A link inside the portal. */
export const Link = createLink(Anchor);

interface OutsideLinkProps {
  readonly href: string;
  /** Opens beside the portal, which stays as it is; its words say so. */
  readonly newTab?: boolean;
  /** What it is called where its words alone do not say what of; begins with them. */
  readonly label?: string;
  readonly children: string;
}

/** A link that leaves the portal. */
export const OutsideLink = ({ href, newTab = false, label, children }: OutsideLinkProps) => (
  <a
    href={href}
    aria-label={label}
    {...(newTab && { target: '_blank' })}
    rel="noreferrer"
    className={classes('rounded-small', looks.text)}
  >
    {children}
  </a>
);
