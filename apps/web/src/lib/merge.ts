/** Nothing is the same however it is said. */
const comparable = (value: unknown): string =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
    ? ''
    : JSON.stringify(value);

const isSame = (one: unknown, other: unknown): boolean => comparable(one) === comparable(other);

interface Versions {
  /** As it was when the writing began. */
  readonly begun: Readonly<Record<string, unknown>>;
  readonly mine: Readonly<Record<string, unknown>>;
  /** As somebody else has saved it meanwhile. */
  readonly theirs: Readonly<Record<string, unknown>>;
}

/**
 * Two who have changed the same thing, field by field: what only the other has changed can be taken over, what both have
 * changed in different ways is for the writer to decide. All else stays as it is written.
 */
export const mergeFields = ({
  begun,
  mine,
  theirs,
}: Versions): { readonly taken: string[]; readonly disputed: string[] } => {
  const changed = Object.keys(theirs).filter((field) => !isSame(theirs[field], begun[field]));
  return {
    taken: changed.filter((field) => isSame(mine[field], begun[field])),
    disputed: changed.filter((field) => !isSame(mine[field], begun[field]) && !isSame(mine[field], theirs[field])),
  };
};
