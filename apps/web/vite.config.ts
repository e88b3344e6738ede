import { fileURLToPath } from 'node:url';
import localesPlugin from '@react-aria/optimize-locales-plugin';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { addresses, tables } from './build/addresses.ts';
import { budgets } from './build/budgets.ts';
import { compress } from './build/compress.ts';
import { withoutSummaries } from './build/summaries.ts';

export default defineConfig({
  plugins: [
    // React Aria's English is American; for en-GB it falls back to it, and breaks where it is missing.
    { ...localesPlugin.vite({ locales: ['pl-PL', 'en-US'] }), enforce: 'pre' },
    addresses(),
    tables(),
    withoutSummaries(),
    tailwindcss(),
    react(),
    budgets({
      pages: [
        {
          name: 'sign-in page',
          modules: ['accounts/sign-in-page.tsx', 'pl/common.json', 'pl/accounts.json'],
          kilobytes: 150,
        },
        {
          name: 'start page',
          modules: [
            'app/shell.tsx',
            'app/start-side.tsx',
            'dashboards/start-page.tsx',
            'pl/common.json',
            'pl/dashboards.json',
          ],
          kilobytes: 175,
        },
      ],
      lazyKilobytes: 90,
      // ProseMirror with Tiptap: carried by whoever begins to write, not by whoever reads (docs/decisions/0027).
      larger: { 'text-editor': 130 },
    }),
    compress(),
  ],
  resolve: {
    // The contract's own source. Not by the "source" condition: React Aria names one too and does not ship its files.
    alias: [
      {
        find: /^@blizej\/contracts$/,
        replacement: fileURLToPath(new URL('../../packages/contracts/src/index.ts', import.meta.url)),
      },
    ],
  },
  build: {
    target: 'es2022',
    // Every browser that knows es2022 preloads modules by itself.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1000,
  },
  server: { proxy: { '/api': 'http://localhost:3000', '/auth': 'http://localhost:3000' } },
});
