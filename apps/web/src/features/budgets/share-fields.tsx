import { costCategory } from '../../lib/contract.ts';
import type { BudgetCurrency, CostCategory } from '@blizej/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { unreadableAmount } from '../../lib/money.ts';
import { useIssueWords } from '../../lib/problem-words.ts';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { control } from '../../ui/field.tsx';
import { Status } from '../../ui/status.tsx';
import { differenceOf, sumOfLines, type DraftLine, type DraftShare } from './draft-plan.ts';
import { useAmounts } from './use-amounts.ts';

interface ShareFieldsProps {
  readonly name: string;
  readonly share: DraftShare;
  readonly currency: BudgetCurrency;
  /** It takes part no more: its lines have to be taken out. */
  readonly isGone: boolean;
  /** What the field of a place is called: where an error leads. */
  readonly fieldId: (pointer: string) => string;
  readonly errorOf: (pointer: string) => string | undefined;
  readonly onChange: (share: DraftShare) => void;
  readonly onRemove: () => void;
}

const parts = ['grant', 'own'] as const;

/** A row of the table; on a phone its name stands above its two amounts. */
const stacked = 'max-sm:grid max-sm:grid-cols-2 max-sm:gap-x-3';
const cell = 'min-w-0 py-1 sm:ps-2';

interface CellProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** What is wrong with it for another reason than how it is typed, and where that is said unless here. */
  readonly error: string | undefined;
  readonly saidAt?: string;
  readonly onChange: (text: string) => void;
}

/** An amount in the table: what cannot be read is said at it, once it has been left. */
const AmountCell = ({ id, label, value, error, saidAt, onChange }: CellProps) => {
  const say = useIssueWords();
  const [isTyping, setTyping] = useState(false);
  const unreadable = isTyping ? undefined : unreadableAmount(value);
  const reason = unreadable ? say(unreadable) : saidAt === undefined ? error : undefined;
  const elsewhere = error === undefined ? undefined : saidAt;
  return (
    <>
      <input
        id={id}
        aria-label={label}
        aria-invalid={(reason ?? error) !== undefined || undefined}
        aria-describedby={reason === undefined ? elsewhere : `${id}-error`}
        inputMode="decimal"
        value={value}
        onFocus={() => setTyping(true)}
        onBlur={() => setTyping(false)}
        onChange={({ target }) => onChange(target.value)}
        className={classes(control, 'min-w-0 text-end tabular-nums max-sm:px-2')}
      />
      {reason !== undefined && (
        <p id={`${id}-error`} className="pt-1 text-small font-semibold wrap-break-word text-bad">
          {reason}
        </p>
      )}
    </>
  );
};

/** A participant's share: what is declared for it, and the lines that have to come to it. */
export const ShareFields = (props: ShareFieldsProps) => {
  const { name, share, currency, isGone, fieldId, errorOf, onChange, onRemove } = props;
  const { t } = useTranslation('budgets');
  const money = useAmounts();
  /** In words, also as long as it is not known. */
  const sumWords = (part: 'grant' | 'own'): string => {
    const sum = sumOfLines(share, part);
    return Number.isNaN(sum) ? t('form.unknown') : money(sum, currency);
  };
  const difference = (part: 'grant' | 'own') => {
    const off = differenceOf(share, part);
    if (off === 0) return t('form.balanced');
    return (
      <span className="font-semibold text-bad">{Number.isNaN(off) ? t('form.unknown') : money(off, currency)}</span>
    );
  };
  // On a phone an amount has half of the width, below the name of its line, and says itself what it is.
  const named = (part: 'grant' | 'own') => (
    <span aria-hidden className="mb-0.5 block text-small text-soft sm:hidden">
      {t(part)}
    </span>
  );
  const line = (category: CostCategory): DraftLine => share.lines[category] ?? { grant: '', own: '' };
  return (
    <fieldset className="flex min-w-0 flex-col gap-3 rounded-card border border-line bg-surface p-3 sm:p-5">
      <legend className="px-1 text-h3 font-semibold">{name}</legend>
      {isGone && (
        <p>
          <Status tone="late">{t('form.gone')}</Status>
        </p>
      )}
      <table className="w-full table-fixed border-collapse max-sm:block">
        <caption className="sr-only">{t('form.lines', { name })}</caption>
        <thead className="max-sm:sr-only">
          <tr className="text-small text-soft">
            <th scope="col" className="py-1 pe-2 text-start font-semibold">
              {t('category')}
            </th>
            {parts.map((part) => (
              <th key={part} scope="col" className="w-[32%] py-1 ps-2 text-end font-semibold">
                {t(part)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {costCategory.options.map((category) => (
            <tr key={category} className={classes(stacked, 'max-sm:border-t max-sm:border-line max-sm:py-2')}>
              <th
                scope="row"
                className="py-1 pe-2 text-start text-small font-normal wrap-break-word max-sm:col-span-2 max-sm:font-semibold"
              >
                {t(`cost.${category}`)}
              </th>
              {parts.map((part) => (
                <td key={part} className={cell}>
                  {named(part)}
                  <AmountCell
                    id={fieldId(`/lines/${category}/${part}`)}
                    label={t('form.lineOf', { name, category: t(`cost.${category}`), part: t(part) })}
                    value={line(category)[part]}
                    error={errorOf(`/lines/${category}/${part}`)}
                    onChange={(text) =>
                      onChange({
                        ...share,
                        lines: { ...share.lines, [category]: { ...line(category), [part]: text } },
                      })
                    }
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot className="max-sm:block">
          <tr className={classes(stacked, 'border-t border-line')}>
            <th scope="row" className="py-2 pe-2 text-start text-small font-normal max-sm:col-span-2 max-sm:pb-0">
              {t('form.sum')}
            </th>
            {parts.map((part) => (
              <td key={part} className={classes(cell, 'text-end text-small tabular-nums sm:py-2')}>
                {sumWords(part)}
              </td>
            ))}
          </tr>
          <tr className={stacked}>
            <th scope="row" className="py-1 pe-2 text-start text-small font-semibold max-sm:col-span-2">
              {t('form.declared')}
            </th>
            {parts.map((part) => (
              <td key={part} className={cell}>
                {named(part)}
                <AmountCell
                  id={fieldId(`/${part}`)}
                  label={t('form.declaredOf', { name, part: t(part) })}
                  value={share[part]}
                  error={errorOf(`/${part}`)}
                  saidAt={fieldId(`/${part}-error-below`)}
                  onChange={(text) => onChange({ ...share, [part]: text })}
                />
              </td>
            ))}
          </tr>
          <tr className={stacked}>
            <th scope="row" className="py-1 pe-2 text-start text-small font-normal max-sm:col-span-2 max-sm:pb-0">
              {t('form.difference')}
            </th>
            {parts.map((part) => (
              <td key={part} className={classes(cell, 'text-end text-small tabular-nums')}>
                {difference(part)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
      {parts.map((part) => {
        const message = unreadableAmount(share[part]) ? undefined : errorOf(`/${part}`);
        return (
          message !== undefined && (
            <p key={part} id={fieldId(`/${part}-error-below`)} className="text-small font-semibold text-bad">
              {message}
            </p>
          )
        );
      })}
      <div>
        <Button kind="quiet" label={t('form.removeOf', { name })} onPress={onRemove}>
          {t('remove')}
        </Button>
      </div>
    </fieldset>
  );
};
