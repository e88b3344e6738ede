import { api, problemStatus } from '@blizej/contracts';
import type { Plugin } from 'vite';

const name = 'virtual:blizej/addresses';
const resolved = `\0${name}`;

const routes: Readonly<Record<string, { readonly method: string; readonly path: string }>> = api;

/**
 * The wire without its schemas. Where the application names a route (`api.readTask`), its method and path are written in its
 * place: a page carries the addresses that it calls, and no other. The schemas and zod itself would be a fifth of what a first
 * visit loads; a page that checks a form by them loads them with its form.
 */
export const addresses = (): Plugin => ({
  name: 'blizej:addresses',
  resolveId: (id) => (id === name ? resolved : undefined),
  load: (id) => (id === resolved ? `export const slugs = ${JSON.stringify(Object.keys(problemStatus))};` : undefined),
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
