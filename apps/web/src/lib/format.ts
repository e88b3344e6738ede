import type { Language } from '@blizej/contracts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAssociation } from './association.ts';
import { useLanguage } from './i18n.ts';

const dayMilliseconds = 86_400_000;
const localeOf: Record<Language, string> = { pl: 'pl-PL', en: 'en-GB' };

/** A calendar day as a moment at which it is that day everywhere we format it: noon in UTC, formatted in UTC. */
const atNoon = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** The day of a moment in a time zone, `YYYY-MM-DD`. */
const dayOf = (moment: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(moment);

/** Whole days from one day to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((atNoon(to).getTime() - atNoon(from).getTime()) / dayMilliseconds);

/** The day so many days after another. */
export const dayAfter = (day: string, days: number): string =>
  new Date(atNoon(day).getTime() + days * dayMilliseconds).toISOString().slice(0, 10);

export interface Format {
  readonly today: string;
  /** The day of a moment, to be told by the words for days. */
  readonly dayOf: (instant: string) => string;
  readonly number: (value: number) => string;
  /** Of bytes: “1,2 MB” */
  readonly size: (bytes: number) => string;
  /** Of grosze: “1 234,50 zł” */
  readonly money: (grosze: number) => string;
  /** Of ten-thousandths: “4,2567” */
  readonly rate: (tenThousandths: number) => string;
  /** “26 listopada 2026” */
  readonly day: (day: string) => string;
  /** “26 listopada”, with the year where it is another. */
  readonly shortDay: (day: string) => string;
  /** “listopad 2026”, of any day in it. */
  readonly month: (day: string) => string;
  /** “pon.” */
  readonly weekday: (day: string) => string;
  /** “poniedziałek, 23 listopada” */
  readonly weekdayAndDay: (day: string) => string;
  /** “za 3 dni”, “wczoraj”; the day itself where it is further than two weeks. */
  readonly relativeDay: (day: string) => string;
  /** “poniedziałek, 23 listopada 2026, 12:04” */
  readonly moment: (instant: string) => string;
  /** “5 minut temu”, “wczoraj, 12:04”, “za 7 dni” */
  readonly relativeMoment: (instant: string) => string;
  readonly compare: (one: string, other: string) => number;
}

const createFormat = (language: Language, timeZone: string, now: Date, justNow: string): Format => {
  const locale = localeOf[language];
  const today = dayOf(now, timeZone);
  // Polish leaves four digits ungrouped by custom; in a table they are grouped like the others.
  const numbers = new Intl.NumberFormat(locale, { useGrouping: 'always' });
  const sizes = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const rates = new Intl.NumberFormat(locale, { minimumFractionDigits: 4, maximumFractionDigits: 4 });
  const amounts = new Intl.NumberFormat(locale, { style: 'currency', currency: 'PLN', useGrouping: 'always' });
  const dayFormat = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  const long = dayFormat({ day: 'numeric', month: 'long', year: 'numeric' });
  const short = dayFormat({ day: 'numeric', month: 'long' });
  const months = dayFormat({ month: 'long', year: 'numeric' });
  const weekdays = dayFormat({ weekday: 'short' });
  const weekdaysAndDays = dayFormat({ weekday: 'long', day: 'numeric', month: 'long' });
  const exact = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'full', timeStyle: 'short' });
  const clock = new Intl.DateTimeFormat(locale, { timeZone, hour: 'numeric', minute: '2-digit' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const collator = new Intl.Collator(locale);
  const shortDay = (day: string): string => (day.slice(0, 4) === today.slice(0, 4) ? short : long).format(atNoon(day));
  const relativeDay = (day: string): string => {
    const distance = daysBetween(today, day);
    return Math.abs(distance) > 14 ? shortDay(day) : relative.format(distance, 'day');
  };
  return {
    today,
    dayOf: (instant) => dayOf(new Date(instant), timeZone),
    number: (value) => numbers.format(value),
    size: (bytes) =>
      bytes < 1000
        ? `${numbers.format(bytes)} B`
        : bytes < 1_000_000
          ? `${numbers.format(Math.round(bytes / 1000))} kB`
          : `${sizes.format(bytes / 1_000_000)} MB`,
    rate: (tenThousandths) => rates.format(tenThousandths / 10_000),
    money: (grosze) => amounts.format(grosze / 100),
    day: (day) => long.format(atNoon(day)),
    shortDay,
    month: (day) => months.format(atNoon(day)),
    weekday: (day) => weekdays.format(atNoon(day)),
    weekdayAndDay: (day) => weekdaysAndDays.format(atNoon(day)),
    relativeDay,
    moment: (instant) => exact.format(new Date(instant)),
    relativeMoment: (instant) => {
      const moment = new Date(instant);
      const minutes = Math.round((now.getTime() - moment.getTime()) / 60_000);
      if (minutes > -1 && minutes < 1) return justNow;
      if (Math.abs(minutes) < 60) return relative.format(-minutes, 'minute');
      const day = dayOf(moment, timeZone);
      return Math.abs(daysBetween(day, today)) <= 1 ? `${relativeDay(day)}, ${clock.format(moment)}` : relativeDay(day);
    },
    compare: collator.compare,
  };
};

/** Numbers, days and moments as people say them, in the reader's language and the association's time zone. */
export const useFormat = (): Format => {
  const language = useLanguage();
  const timeZone = useAssociation()?.timeZone ?? 'Europe/Warsaw';
  const { t } = useTranslation();
  const justNow = t('justNow');
  return useMemo(() => createFormat(language, timeZone, new Date(), justNow), [language, timeZone, justNow]);
};
