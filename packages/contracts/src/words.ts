import type enEvents from '../locales/en/events.json';
import type enProblems from '../locales/en/problems.json';
import type plEvents from '../locales/pl/events.json';
import type plProblems from '../locales/pl/problems.json';
import type { EventKind } from './events.ts';
import type { ProblemSlug } from './problems.ts';

type At<Words, Path extends string> = Path extends `${infer Head}.${infer Rest}`
  ? Head extends keyof Words
    ? At<Words[Head], Rest>
    : never
  : Path extends keyof Words
    ? Words[Path]
    : never;
type Sentences<Words> = { [Kind in EventKind]: At<Words, Kind> };
type Told<Words extends Record<EventKind, string>> = Words;
type Named<Words extends Record<ProblemSlug, { title: string; detail: string }>> = Words;

/** Does not compile while an event or a problem lacks its words in a language. */
export type CompleteWords = {
  pl: Told<Sentences<typeof plEvents>> & Named<typeof plProblems>;
  en: Told<Sentences<typeof enEvents>> & Named<typeof enProblems>;
};
