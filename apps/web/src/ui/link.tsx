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
  readonly children: string;
}

/** A link that leaves the portal. */
export const OutsideLink = ({ href, children }: OutsideLinkProps) => (
  <a href={href} rel="noreferrer" className={classes('rounded-small', looks.text)}>
    {children}
  </a>
);
