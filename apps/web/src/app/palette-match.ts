const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ł/g, 'l').replace(/Ł/g, 'L').toLowerCase();

const wordsOf = (text: string): readonly string[] => fold(text).split(/\s+/).filter(Boolean);

/** Whether a name holds what is typed, with or without Polish letters. */
export const holdsWords = (name: string, typed: string): boolean => fold(name).includes(fold(typed));

/**
 * Whether a place is meant: by a part of its name, or where each word that is typed begins a word of the name, or begins with
 * one of the place's stems ("zebrania" by "zebran"), or is the beginning of one ("zebr").
 */
export const means = (typed: string, name: string, stems: string): boolean => {
  if (holdsWords(name, typed)) return true;
  const names = wordsOf(name);
  const roots = wordsOf(stems);
  return wordsOf(typed).every(
    (word) =>
      names.some((one) => one.startsWith(word)) || roots.some((root) => root.startsWith(word) || word.startsWith(root)),
  );
};
