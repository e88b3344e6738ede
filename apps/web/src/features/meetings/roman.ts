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
