/** What a list may be narrowed by, as its controls give it: a box that is not ticked is false, and "any" is an empty text. */
export type Narrowing<Search> = { readonly [Name in keyof Search]?: Search[Name] | '' | false };

/** A change of what a list is narrowed by, for the address of its page: what is empty leaves it. */
export const narrowed = <Search>(change: Narrowing<Search>): Partial<Search> =>
  Object.fromEntries(Object.entries(change).map(([name, value]) => [name, value || undefined])) as Partial<Search>;
