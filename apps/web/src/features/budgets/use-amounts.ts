import type { BudgetCurrency } from '@blizej/contracts';
import { useMemo } from 'react';
import { useLanguage } from '../../lib/i18n.ts';

/** An amount of whole cents or grosze in its currency: “1 234,50 €”. */
export const useAmounts = (): ((amount: number, currency: BudgetCurrency) => string) => {
  const language = useLanguage();
  return useMemo(() => {
    const format = (currency: BudgetCurrency) =>
      new Intl.NumberFormat(language === 'pl' ? 'pl-PL' : 'en-GB', {
        style: 'currency',
        currency,
        useGrouping: 'always',
      });
    const formats = { EUR: format('EUR'), PLN: format('PLN') };
    return (amount, currency) => formats[currency].format(amount / 100);
  }, [language]);
};
