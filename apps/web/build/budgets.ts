import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

interface Chunk {
  readonly fileName: string;
  readonly code: string;
  readonly isEntry: boolean;
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
  readonly facadeModuleId: string | null;
}

export interface Budgets {
  /** A page's JavaScript with all that it needs before it can be read: `modules` are the ends of its modules' paths. */
  readonly pages: readonly { readonly name: string; readonly modules: readonly string[]; readonly kilobytes: number }[];
  /** What any other lazy chunk may add to what is loaded already. */
  readonly lazyKilobytes: number;
  /** The chunks that may add more, by the beginning of their names. */
  readonly larger: Readonly<Record<string, number>>;
}

/** Prints what each page weighs (gzip, kB of 1000 bytes) and fails the build where a page is over its budget. */
export const budgets = ({ pages, lazyKilobytes, larger }: Budgets): Plugin => ({
  name: 'blizej:budgets',
  apply: 'build',
  generateBundle(_options, bundle) {
    const chunks = new Map<string, Chunk>();
    for (const part of Object.values(bundle)) if (part.type === 'chunk') chunks.set(part.fileName, part);
    const weights = new Map<string, number>();
    const weigh = (file: string): number => {
      const known = weights.get(file);
      if (known !== undefined) return known;
      const weight = gzipSync(chunks.get(file)?.code ?? '', { level: 9 }).length / 1000;
      weights.set(file, weight);
      return weight;
    };
    const closure = (files: Iterable<string>, seen = new Set<string>()): Set<string> => {
      for (const file of files) {
        if (seen.has(file) || !chunks.has(file)) continue;
        seen.add(file);
        closure(chunks.get(file)?.imports ?? [], seen);
      }
      return seen;
    };
    const sum = (files: Iterable<string>): number => [...files].reduce((total, file) => total + weigh(file), 0);
    const fileOf = (module: string): string | undefined =>
      [...chunks.values()].find((chunk) => chunk.facadeModuleId?.endsWith(module))?.fileName;

    const entries = [...chunks.values()].filter((chunk) => chunk.isEntry).map((chunk) => chunk.fileName);
    const base = closure(entries);
    const lines: string[] = [];
    const over: string[] = [];
    const judge = (name: string, weight: number, limit: number): void => {
      lines.push(`${weight.toFixed(1).padStart(7)} of ${String(limit).padStart(3)} kB  ${name}`);
      if (weight > limit) over.push(name);
    };
    for (const page of pages) {
      const files = page.modules.map(fileOf);
      if (files.includes(undefined))
        this.error(`Budget "${page.name}": no chunk of its own for one of ${page.modules.join(', ')}.`);
      judge(page.name, sum(closure([...base, ...files.filter((file) => file !== undefined)])), page.kilobytes);
    }
    const lazy = new Set([...chunks.values()].flatMap((chunk) => chunk.dynamicImports));
    const added = [...lazy]
      .filter((file) => !file.endsWith('.json'))
      .map((file) => ({ file, weight: sum([...closure([file])].filter((part) => !base.has(part))) }))
      .sort((a, b) => b.weight - a.weight);
    for (const { file, weight } of added) {
      const [, limit] = Object.entries(larger).find(([name]) => file.startsWith(`assets/${name}-`)) ?? [];
      if (weight > 5) judge(`+ ${file}`, weight, limit ?? lazyKilobytes);
    }
    console.log(`\nJavaScript, gzip:\n${lines.join('\n')}\n`);
    if (over.length > 0) this.error(`Over budget: ${over.join(', ')}`);
  },
});
