import { Fragment, type ReactNode } from 'react';

interface JoinedProps {
  /** What is nothing is left out. */
  readonly parts: readonly ReactNode[];
  readonly by?: string;
}

/** Parts of a line one after the other, each drawn in its own way. */
export const Joined = ({ parts, by = ' · ' }: JoinedProps) =>
  parts
    .filter((part) => part !== undefined && part !== null && part !== false && part !== '')
    .map((part, at) => (
      // oxlint-disable-next-line react/no-array-index-key -- the parts of a line have no other name
      <Fragment key={at}>
        {at > 0 && by}
        {part}
      </Fragment>
    ));
