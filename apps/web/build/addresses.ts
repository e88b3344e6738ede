import * as contracts from '@blizej/contracts';
import type { Plugin } from 'vite';

const routes: Readonly<Record<string, { readonly method: string; readonly path: string }>> = contracts.api;

/**
 * The wire without its schemas. Where the application names a route (`api.readTask`), its method and path are written in its
 * place: a page carries the addresses that it calls, and no other. The schemas and zod itself would be a fifth of what a first
 * visit loads; a page that checks a form by them loads them with its form.
 */
export const addresses = (): Plugin => ({
  name: 'blizej:addresses',
  // Types are gone by now: what is left are the calls.
  transform(code, id) {
    if (!/\/src\/.+\.tsx?$/.test(id) || !/import \{[^}]*\bapi\b[^}]*\} from "[^"]*\/api\.ts"/.test(code))
      return undefined;
    return code.replace(/(?<![./\w])api\.(\w+)/g, (_, route: string) => {
      const address = routes[route];
      if (!address) return this.error(`${id} calls a route that the contract does not have: ${route}`);
      return `({ method: ${JSON.stringify(address.method)}, path: ${JSON.stringify(address.path)} })`;
    });
  },
});

/** The name of the route table that has a route, e.g. `ballotsRoutes` for `castVote`. */
const tableOf = (route: string): string | undefined =>
  Object.entries(contracts).find(
    ([table, value]) => table.endsWith('Routes') && Object.hasOwn(value as object, route),
  )?.[0];

/**
 * The contract without what a page does not ask. Where a form names a route's schema (`contract.castVote.body`), it is taken from
 * the table of its feature: the page carries that feature's schemas, and not those of all others.
 */
export const tables = (): Plugin => ({
  name: 'blizej:tables',
  transform(code, id) {
    const imported = /import \{([^}]*\bapi as contract\b[^}]*)\} from "[^"]*\/contract\.ts"/.exec(code);
    if (!imported?.[1] || !/\/src\/.+\.tsx?$/.test(id)) return undefined;
    const used = new Set<string>();
    const rewritten = code.replace(/(?<![./\w])contract\.(\w+)/g, (_, route: string) => {
      const table = tableOf(route);
      if (!table) return this.error(`${id} names a route that the contract does not have: ${route}`);
      used.add(table);
      return `${table}.${route}`;
    });
    return rewritten.replace(imported[1], imported[1].replace(/\bapi as contract\b/, [...used].join(', ')));
  },
});
