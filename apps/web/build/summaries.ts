import type { Plugin } from 'vite';

/** A route's sentence for the OpenAPI document; a field of a thing that is called so is no string. */
const summary = /^\s*summary:\s*(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"),\n/gm;

/** Takes the sentences for the OpenAPI document off the contract: no browser reads them, and they weigh. */
export const withoutSummaries = (): Plugin => ({
  name: 'blizej:without-summaries',
  apply: 'build',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/packages\/contracts\/src\/[\w-]+\.ts$/.test(id)) return undefined;
    return { code: code.replace(summary, ''), map: null };
  },
});
