/** Whole grosze as an amount in złoty that can be typed: `0,60`. */
export const zlotyOf = (grosze: number): string => (grosze / 100).toFixed(2).replace('.', ',');

/** An amount as people type it, in whole grosze; nothing stays nothing, and what is no amount is not a number. */
export const groszeOf = (typed: string): number | '' => {
  // Thousands in English are told apart by commas, and nobody has thousands after a nought: "0,605" is no amount.
  const bare = typed.replace(/\s|zł/g, '');
  const text = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.|$)/.test(bare) ? bare.replaceAll(',', '') : bare;
  if (text === '') return '';
  const [, whole, part = ''] = /^(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(text) ?? [];
  return whole === undefined ? Number.NaN : Number(whole) * 100 + Number(part.padEnd(2, '0'));
};
