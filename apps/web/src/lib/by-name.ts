import { useFormat } from './format.ts';

/** Choices in the order of their names in the reader's language. */
export const useByName = () => {
  const { compare } = useFormat();
  return <T extends string>(values: readonly T[], nameOf: (value: T) => string): { value: T; label: string }[] =>
    values.map((value) => ({ value, label: nameOf(value) })).toSorted((a, b) => compare(a.label, b.label));
};
