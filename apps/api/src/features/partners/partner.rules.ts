import { cardTexts, type Issue, type PartnerKind } from '@blizej/contracts';
import { bodyIssue } from '../../kernel/problems.ts';

/** A person who cannot be reached is no contact. */
export const reachIssues = ({ email, phone }: { email?: string | undefined; phone?: string | undefined }): Issue[] =>
  email === undefined && phone === undefined ? [bodyIssue('/email', 'contact_missing')] : [];

/** Nobody was in touch on a day that is still to come. */
export const contactIssues = (contactedOn: string, today: string): Issue[] =>
  contactedOn > today ? [bodyIssue('/contactedOn', 'in_future')] : [];

/** Only who governs a place is a twin town; an agreement is not of a year to come. */
export const twinIssues = (kind: PartnerKind, since: number | undefined, today: string): Issue[] => [
  ...(kind === 'AUTHORITY' ? [] : [bodyIssue('/about', 'not_a_town')]),
  ...(since !== undefined && since > Number(today.slice(0, 4)) ? [bodyIssue('/since', 'in_future')] : []),
];

interface Range {
  readonly budgetFrom?: number | undefined;
  readonly budgetTo?: number | undefined;
}

export const budgetIssues = ({ budgetFrom, budgetTo }: Range): Issue[] =>
  budgetFrom !== undefined && budgetTo !== undefined && budgetFrom > budgetTo
    ? [bodyIssue('/budgetFrom', 'above_maximum')]
    : [];

const texts = cardTexts.flatMap((text) => [`${text}Pl`, `${text}En`] as const);
/** What is public is whole, in both languages: the fields without which no card is published. */
const required = ['titlePl', 'titleEn', 'programme', ...texts, 'officeName', 'officeEmail'] as const;

export type Publishable = { readonly [Field in (typeof required)[number]]?: string | null | undefined } & {
  readonly sought: readonly { readonly bringsEn?: string | null | undefined }[];
};

/** The fields that a card lacks before it can be published. */
export const missingOf = (card: Publishable): string[] => [
  ...required.filter((field) => (card[field] ?? '') === ''),
  ...(card.sought.length === 0 || card.sought.some(({ bringsEn }) => (bringsEn ?? '') === '') ? ['sought'] : []),
];

export const publicationIssues = (card: Publishable): Issue[] =>
  missingOf(card).map((field) => bodyIssue(`/${field}`, 'required'));
