import { costCategory } from '../../lib/contract.ts';
import type { BudgetCurrency, CostCategory } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { control } from '../../ui/field.tsx';
import { Status } from '../../ui/status.tsx';
import { amountOf, sumOfLines, type DraftLine, type DraftShare } from './draft-plan.ts';
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

/** A participant's share: what is declared for it, and the lines that have to come to it. */
export const ShareFields = (props: ShareFieldsProps) => {
  const { name, share, currency, isGone, fieldId, errorOf, onChange, onRemove } = props;
  const { t } = useTranslation('budgets');
  const money = useAmounts();
  const difference = (part: 'grant' | 'own'): number => sumOfLines(share, part) - (amountOf(share[part]) || 0);
  const input = (pointer: string, label: string, value: string, change: (text: string) => void) => (
    <input
      id={fieldId(pointer)}
      aria-label={label}
      aria-invalid={errorOf(pointer) !== undefined || undefined}
      inputMode="decimal"
      value={value}
      onChange={({ target }) => change(target.value)}
      className={classes(control, 'min-w-0 text-end tabular-nums max-sm:px-2')}
    />
  );
  // On a phone an amount has half of the width, below the name of its line, and says itself what it is.
  const named = (part: 'grant' | 'own') => (
    <span aria-hidden className="mb-0.5 block text-small text-soft sm:hidden">
      {t(part)}
    </span>
  );
  const line = (category: CostCategory): DraftLine => share.lines[category] ?? { grant: '', own: '' };
  const errors = [...new Set(parts.flatMap((part) => errorOf(`/${part}`) ?? []))];
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
                  {input(
                    `/lines/${category}/${part}`,
                    t('form.lineOf', { name, category: t(`cost.${category}`), part: t(part) }),
                    line(category)[part],
                    (text) =>
                      onChange({
                        ...share,
                        lines: { ...share.lines, [category]: { ...line(category), [part]: text } },
                      }),
                  )}
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
                {money(sumOfLines(share, part), currency)}
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
                {input(`/${part}`, t('form.declaredOf', { name, part: t(part) }), share[part], (text) =>
                  onChange({ ...share, [part]: text }),
                )}
              </td>
            ))}
          </tr>
          <tr className={stacked}>
            <th scope="row" className="py-1 pe-2 text-start text-small font-normal max-sm:col-span-2 max-sm:pb-0">
              {t('form.difference')}
            </th>
            {parts.map((part) => (
              <td key={part} className={classes(cell, 'text-end text-small tabular-nums')}>
                {difference(part) === 0 ? (
                  t('form.balanced')
                ) : (
                  <span className="font-semibold text-bad">{money(difference(part), currency)}</span>
                )}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
      {errors.map((message) => (
        <p key={message} className="text-small font-semibold text-bad">
          {message}
        </p>
      ))}
      <div>
        <Button kind="quiet" label={t('form.removeOf', { name })} onPress={onRemove}>
          {t('remove')}
        </Button>
      </div>
    </fieldset>
  );
};
