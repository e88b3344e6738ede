const signs = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const;

/** A whole number from 1 to 3999 as General Assemblies are numbered. */
export const roman = (number: number): string => {
  const [sign, worth] = signs.find(([, least]) => number >= least) ?? ['', number];
  return number > 0 ? sign + roman(number - worth) : '';
};

/** The number that is written in Roman numerals or in figures; undefined where it is neither. */
export const numberFrom = (text: string): number | undefined => {
  const written = text.trim().toUpperCase();
  if (/^\d+$/.test(written)) return Number(written);
  const number = written.split('').reduce((sum, sign, at, all) => {
    const worth = (one: string | undefined): number => signs.find(([known]) => known === one)?.[1] ?? 0;
    return sum + (worth(sign) < worth(all[at + 1]) ? -worth(sign) : worth(sign));
  }, 0);
  return number > 0 && roman(number) === written ? number : undefined;
};
