type Loaders = typeof import('./loaders.ts');

type Later = {
  readonly [Name in keyof Loaders]: (
    ...given: Parameters<Loaders[Name]>
  ) => Promise<Awaited<ReturnType<Loaders[Name]>>>;
};

// Asked for at once, so that it is there with the page's own code; nothing that is drawn waits for it.
const underWay = import('./loaders.ts');

/** The loaders of all pages but the first one, which carries none of their queries. */
export const loaders = new Proxy({} as Later, {
  get:
    (_, name) =>
    async (...given: unknown[]): Promise<unknown> => {
      const load = Reflect.get(await underWay, name) as (...of: unknown[]) => unknown;
      return load(...given);
    },
});
