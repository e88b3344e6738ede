import type { Issue } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { ApiProblem, type Trouble } from './api.ts';

// What browsers throw where a part of the application cannot be loaded.
const lostPart = /dynamically imported module|module script|preload/i;

/** Whatever was thrown, as a problem: a part that is gone means that the portal was updated under an open page. */
const troubleOf = (error: unknown): Trouble => {
  if (error instanceof ApiProblem) return error.slug;
  if (!(error instanceof Error) || !lostPart.test(error.message)) return 'internal';
  return navigator.onLine ? 'outdated' : 'offline';
};

export interface ProblemWords {
  readonly title: string;
  readonly detail: string;
  readonly reference: string | undefined;
}

/** The words for whatever was thrown: what happened and what to do. */
export const useProblemWords = (): ((error: unknown) => ProblemWords) => {
  const { t, i18n } = useTranslation(['common', 'problems']);
  return (error) => {
    const trouble = troubleOf(error);
    // A problem of which these words know nothing: the portal has grown under an open page, or an address was made up.
    const slug =
      trouble === 'offline' || trouble === 'outdated' || i18n.exists(`problems:${trouble}.title`)
        ? trouble
        : 'internal';
    const reference = error instanceof ApiProblem ? error.reference : undefined;
    return slug === 'offline' || slug === 'outdated'
      ? { title: t(`trouble.${slug}.title`), detail: t(`trouble.${slug}.detail`), reference: undefined }
      : {
          title: t(`problems:${slug}.title`),
          detail: t(`problems:${slug}.detail`),
          reference: slug === 'internal' ? reference : undefined,
        };
  };
};

/** The words for what is wrong with one value. */
export const useIssueWords = (): ((issue: Pick<Issue, 'code' | 'params'>) => string) => {
  const { t, i18n } = useTranslation('problems');
  return ({ code, params }) => {
    if (code === 'too_small' && params?.of === 'string')
      return t('issues.too_short', { count: Number(params.minimum) });
    if (code === 'invalid_format' && params?.format === 'email') return t('issues.invalid_format_email');
    return i18n.exists(`problems:issues.${code}`)
      ? t(`issues.${code}` as 'issues.custom', params ?? {})
      : t('issues.custom');
  };
};
