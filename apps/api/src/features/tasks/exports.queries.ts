import { inLanguage, sayAnswer, type FormField, type Language, type MatrixView, type Saying } from '@blizej/contracts';
import type { Reader } from '../../platform/database/database.ts';
import { exportWords } from '../../platform/mail/words.ts';
import { readAnswers, type AnswersFilter, type Questionnaire } from './tasks.queries.ts';

type Cell = string | number | null;

/** How a spreadsheet of a language writes values: days as such files do, numbers ungrouped. */
const sayingIn = (language: Language): Saying => ({
  language,
  yes: exportWords(language, 'yes'),
  no: exportWords(language, 'no'),
  number: (value) => (language === 'pl' ? String(value).replace('.', ',') : String(value)),
  day: (value) => value,
});

const unitOf = (field: FormField): string => (field.kind === 'NUMBER' && field.unit !== null ? ` (${field.unit})` : '');

/** Questions × gminas, page by page as they are sent: a row for each gmina, a column for each question. */
export async function* answersTable(
  db: Reader,
  questionnaire: Questionnaire,
  filter: Omit<AnswersFilter, 'cursor'>,
  language: Language,
): AsyncGenerator<Cell[]> {
  const saying = sayingIn(language);
  const say = (key: string): string => exportWords(language, key);
  let cursor: string | undefined;
  do {
    const { fields, current, items, next } = await readAnswers(db, questionnaire, { ...filter, cursor });
    if (cursor === undefined) {
      yield [
        say('gmina'),
        say('voivodeship'),
        say('state'),
        say('submittedAt'),
        say('formVersion'),
        ...fields.map((field, index) => {
          const label = `${inLanguage(field.label, language)}${unitOf(field)}`;
          return index < current ? label : `${label} – ${say('retired')}`;
        }),
      ];
    }
    for (const { organization, state, late, submittedAt, formVersion, answers } of items) {
      yield [
        organization.name,
        organization.voivodeship,
        late ? say('late') : say(`states.${state}`),
        submittedAt,
        formVersion,
        ...fields.map((field) => {
          const value = answers?.[field.key];
          return field.kind === 'NUMBER' && typeof value === 'number' ? value : sayAnswer(field, value, saying);
        }),
      ];
    }
    cursor = next ?? undefined;
  } while (cursor !== undefined);
}

/** Tasks × gminas of a network: who has answered, never what. */
export async function* matrixTable({ organizations, tasks }: MatrixView, language: Language): AsyncGenerator<Cell[]> {
  const say = (key: string): string => exportWords(language, key);
  yield [say('gmina'), ...tasks.map(({ title, dueOn }) => `${title} (${say('due')} ${dueOn})`)];
  for (const { id, name } of organizations) {
    yield [
      name,
      ...tasks.map(({ cells }) => {
        const cell = cells.find(({ organizationId }) => organizationId === id);
        return cell ? say(cell.late ? 'late' : `states.${cell.state}`) : say('notAsked');
      }),
    ];
  }
}
