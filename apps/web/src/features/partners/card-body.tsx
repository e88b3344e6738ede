import { cardTexts, inLanguage, type CardSummary, type Language, type PublishedCard } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { Topics } from '../../lib/localized-text.tsx';
import { OutsideLink } from '../../ui/link.tsx';
import { Fact, Facts, Section } from '../../ui/section.tsx';
import { DataTable } from '../../ui/table.tsx';
import { useNames } from './names.ts';

/** What it costs, in the currency of the card; nothing where it does not say. */
const useBudget = ({ budgetFrom, budgetTo, currency }: PublishedCard, language: Language): string | undefined => {
  const { t } = useTranslation('cards', { lng: language });
  const locale = language === 'pl' ? 'pl-PL' : 'en-GB';
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 });
  const amount = (minor: number): string => format.format(minor / 100);
  if (budgetFrom !== null && budgetTo !== null)
    return t('budgetBetween', { from: amount(budgetFrom), to: amount(budgetTo) });
  if (budgetFrom !== null) return t('budgetFrom', { amount: amount(budgetFrom) });
  return budgetTo === null ? undefined : t('budgetTo', { amount: amount(budgetTo) });
};

/** Whom a card looks for, and what each should bring. */
const Sought = ({ sought, language }: Pick<CardSummary, 'sought'> & { readonly language: Language }) => {
  const { t } = useTranslation('cards');
  const names = useNames();
  return (
    <DataTable
      caption={t('sought')}
      rows={sought.map((who, at) => ({ ...who, key: String(at) }))}
      rowKey={({ key }) => key}
      columns={[
        { name: t('soughtKind'), cell: ({ kind }) => t(`kind.${kind}`) },
        {
          name: t('soughtCountries'),
          cell: ({ countries }) => (countries.length === 0 ? t('anywhere') : countries.map(names.country).join(', ')),
        },
        {
          name: t('soughtBrings'),
          cell: ({ bringsPl, bringsEn }) => (
            <span className="max-md:text-end">{(language === 'en' && bringsEn) || bringsPl}</span>
          ),
        },
      ]}
    />
  );
};

interface CardBodyProps {
  readonly card: PublishedCard;
  /** In which of its languages it is shown. */
  readonly language: Language;
}

/** What a card says, in the order of the form for project ideas; what it does not say is left out. */
export const CardBody = ({ card, language }: CardBodyProps) => {
  const { t } = useTranslation('cards');
  const format = useFormat();
  const budget = useBudget(card, language);
  const { acronym, programme, priority, durationMonths, answerBy, sought, topics, owner } = card;
  const textOf = (key: (typeof cardTexts)[number]): string | null => card[key][language] ?? card[key].pl;
  return (
    <>
      <Facts>
        <Fact name={t('owner')}>{owner.name}</Fact>
        {acronym && <Fact name={t('acronym')}>{acronym}</Fact>}
        {programme && <Fact name={t('programme')}>{programme}</Fact>}
        {priority && <Fact name={t('priority')}>{priority}</Fact>}
        {budget && <Fact name={t('budget')}>{budget}</Fact>}
        {durationMonths && <Fact name={t('duration')}>{t('months', { count: durationMonths })}</Fact>}
        {answerBy && <Fact name={t('answerBy')}>{format.day(answerBy)}</Fact>}
        {topics.length > 0 && (
          <Fact name={t('topics')}>
            <Topics of={topics} />
          </Fact>
        )}
      </Facts>
      {cardTexts
        .filter((key) => key !== 'about' && textOf(key) !== null)
        .map((key) => (
          <Section key={key} title={t(key)}>
            <p className="max-w-prose whitespace-pre-line" lang={card[key][language] ? language : 'pl'}>
              {textOf(key)}
            </p>
          </Section>
        ))}
      {sought.length > 0 && (
        <Section title={t('sought')}>
          <Sought sought={sought} language={language} />
        </Section>
      )}
      {textOf('about') !== null && (
        <Section title={t('about')}>
          <p className="max-w-prose whitespace-pre-line" lang={card.about[language] ? language : 'pl'}>
            {textOf('about')}
          </p>
        </Section>
      )}
      {card.officeName && (
        <Section title={t('contact')}>
          <Facts>
            <Fact name={t('office')}>{card.officeName}</Fact>
            {card.officeEmail && (
              <Fact name={t('email')}>
                <OutsideLink
                  href={`mailto:${card.officeEmail}?subject=${encodeURIComponent(inLanguage(card.title, language))}`}
                >
                  {card.officeEmail}
                </OutsideLink>
              </Fact>
            )}
            {card.officePhone && <Fact name={t('phone')}>{card.officePhone}</Fact>}
          </Facts>
        </Section>
      )}
    </>
  );
};
