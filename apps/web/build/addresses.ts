import { api, problemStatus } from '@blizej/contracts';
import type { Plugin } from 'vite';

const name = 'virtual:blizej/addresses';
const resolved = `\0${name}`;

/**
 * The wire without its schemas: where each route is, and which problems there are. The schemas and zod itself would be a
 * fifth of what a first visit loads; a page that checks a form by them loads them with its form.
 */
export const addresses = (): Plugin => ({
  name: 'blizej:addresses',
  resolveId: (id) => (id === name ? resolved : undefined),
  load: (id) => {
    if (id !== resolved) return undefined;
    // Method and path in one text: there are many.
    const routes = Object.fromEntries(
      Object.entries(api).map(([route, { method, path }]) => [route, `${method} ${path}`]),
    );
    return `export const addresses = ${JSON.stringify(routes)};\nexport const slugs = ${JSON.stringify(Object.keys(problemStatus))};`;
  },
});
