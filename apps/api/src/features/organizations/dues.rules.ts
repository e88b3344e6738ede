/** What a member pays for a year, in grosze: whole numbers all the way, so nothing is ever rounded. */
export const dueOf = (population: number | null, perInhabitant: number | null): number | null =>
  population === null || perInhabitant === null ? null : population * perInhabitant;

/** The sum of what is known. */
export const totalOf = (dues: readonly (number | null)[]): number =>
  dues.reduce<number>((sum, due) => sum + (due ?? 0), 0);
