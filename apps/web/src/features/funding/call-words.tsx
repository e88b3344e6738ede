import type { CallCurrency, CallState, CallSummary, Goal, MatchReason, MatchView } from '@blizej/contracts';
import { Check, CircleHelp, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { useLanguage } from '../../lib/i18n.ts';
import { classes } from '../../ui/classes.ts';
import { Status, type Tone } from '../../ui/status.tsx';

const tones: Record<CallState, Tone> = {
  ANNOUNCED: 'idle',
  OPEN: 'active',
  CLOSING_SOON: 'waiting',
  CLOSED: 'ended',
  CANCELLED: 'ended',
};

export const CallStateSign = ({ state }: { readonly state: CallState }) => {
  const { t } = useTranslation('funding');
  return <Status tone={tones[state]}>{t(`state.${state}`)}</Status>;
};

/** Amounts of a call in its own currency, in whole units where nothing stands behind the point. */
export const useAmount = (): ((minor: number, currency: CallCurrency) => string) => {
  const language = useLanguage();
  return (minor, currency) =>
    new Intl.NumberFormat(language === 'pl' ? 'pl-PL' : 'en-GB', {
      style: 'currency',
      currency,
      useGrouping: 'always',
      minimumFractionDigits: minor % 100 === 0 ? 0 : 2,
    }).format(minor / 100);
};

/** How much is granted: "do 80 %, 500 000 zł – 5 000 000 zł". */
export const useGrantWords = (): ((
  call: Pick<CallSummary, 'grantRate' | 'minimum' | 'maximum' | 'currency'>,
) => string) => {
  const { t } = useTranslation('funding');
  const format = useFormat();
  const amount = useAmount();
  return ({ grantRate, minimum, maximum, currency }) => {
    const from = minimum === null ? undefined : amount(minimum, currency);
    const to = maximum === null ? undefined : amount(maximum, currency);
    const span =
      from && to
        ? t('grant.between', { from, to })
        : from
          ? t('grant.from', { from })
          : to
            ? t('grant.to', { to })
            : '';
    return [grantRate === null ? '' : t('grant.rate', { rate: format.number(grantRate) }), span]
      .filter((part) => part !== '')
      .join(', ');
  };
};

/** The name of a voivodeship or a country. */
export const useAreaName = (): ((area: string) => string) => {
  const language = useLanguage();
  return (area) =>
    /^[A-Z]{2}$/.test(area) ? (new Intl.DisplayNames([language], { type: 'region' }).of(area) ?? area) : area;
};

/** Why something fits, or does not, in words. */
export const useReasonWords = (currency: CallCurrency): ((reason: MatchReason) => string) => {
  const { t } = useTranslation(['funding', 'life']);
  const format = useFormat();
  const amount = useAmount();
  const areaName = useAreaName();
  const aside = (words: string, more: string): string => (more === '' ? words : `${words} (${more})`);
  return ({ code, verdict, what, have, need, declared, on }) => {
    const list = what.join(', ');
    if (code === 'GOAL')
      return t('reason.goal', { what: what.map((goal) => t(`life:goal.${goal as Goal}`)).join(', ') });
    if (code === 'TOPIC') return verdict === 'YES' ? t('reason.topic', { what: list }) : t('reason.noTopic');
    if (code === 'STATE') return t(verdict === 'YES' ? 'reason.open' : 'reason.over');
    if (code === 'TERRITORY') return t(verdict === 'YES' ? 'reason.inside' : 'reason.outside', { what: list });
    if (code === 'APPLICANT') return t(verdict === 'YES' ? 'reason.applicant' : 'reason.noApplicant');
    if (code === 'PARTNERS')
      return aside(
        t(verdict === 'YES' ? 'reason.partners' : 'reason.fewPartners', { have, need }),
        declared ? t('reason.declared', { declared }) : '',
      );
    if (code === 'COUNTRIES')
      return aside(
        t(verdict === 'YES' ? 'reason.countries' : 'reason.fewCountries', { have, need }),
        what.map(areaName).join(', '),
      );
    if (code === 'AMOUNT') {
      if (have === null) return t('reason.otherCurrency');
      if (need === null) return t('reason.amount', { have: amount(have, currency) });
      return t('reason.noAmount', { have: amount(have, currency), need: amount(need, currency) });
    }
    if (verdict === 'YES')
      return on === null ? t('reason.councilInTime') : t('reason.council', { day: format.shortDay(on) });
    return t(verdict === 'NO' ? 'reason.councilLate' : 'reason.councilUnknown', { what: list });
  };
};

const signs = { YES: Check, NO: X, OPEN: CircleHelp };
const colours = { YES: 'text-good', NO: 'text-bad', OPEN: 'text-amber-text' };

interface ReasonsProps {
  readonly match: MatchView;
  readonly currency: CallCurrency;
}

/** All that speaks for it, and what is missing; the sign says which, in words for those who do not see it. */
export const Reasons = ({ match, currency }: ReasonsProps) => {
  const { t } = useTranslation('funding');
  const words = useReasonWords(currency);
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-small">
      {match.reasons.map((reason) => {
        const Sign = signs[reason.verdict];
        return (
          <li key={reason.code} className="flex items-start gap-1">
            <Sign aria-hidden className={classes('mt-0.5 size-4 shrink-0', colours[reason.verdict])} />
            <span>
              <span className="sr-only">{t(`verdict.${reason.verdict}`)}: </span>
              {words(reason)}
            </span>
          </li>
        );
      })}
    </ul>
  );
};

export const MatchSign = ({ match }: { readonly match: MatchView }) => {
  const { t } = useTranslation('funding');
  return (
    <Status tone={match.outcome === 'FITS' ? 'good' : match.outcome === 'ALMOST' ? 'waiting' : 'ended'}>
      {t(`match.${match.outcome}`)}
    </Status>
  );
};
