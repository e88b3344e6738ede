import type { NetworkView } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { LocalizedText } from '../../lib/localized-text.tsx';
import { Resolution } from '../../lib/resolution.tsx';
import { networkTone } from '../../lib/states.ts';
import { Link } from '../../ui/link.tsx';
import { Rows, Section } from '../../ui/section.tsx';
import { Status } from '../../ui/status.tsx';

interface CourseProps {
  readonly network: NetworkView;
}

/** The networks that are parts of this one. */
export const Parts = ({ network: { parts } }: CourseProps) => {
  const { t } = useTranslation(['life', 'common']);
  if (parts.length === 0) return null;
  return (
    <Section title={t('parts.title')}>
      <Rows>
        {parts.map(({ id, name, state }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
            <Link to="/app/sieci/$networkId" params={{ networkId: id }} look="plain">
              <LocalizedText of={name} />
            </Link>
            <Status tone={networkTone[state]}>{t(`common:networkState.${state}`)}</Status>
          </li>
        ))}
      </Rows>
    </Section>
  );
};

/** How the end of a temporary network was put off. */
export const Extensions = ({ network: { extensions } }: CourseProps) => {
  const { t } = useTranslation('life');
  const format = useFormat();
  if (extensions.length === 0) return null;
  return (
    <Section title={t('extensions.title')}>
      <ol className="flex flex-col gap-6">
        {extensions.map(({ id, formerEndsOn, endsOn, reason, resolution }) => (
          <li key={id} className="flex flex-col gap-3">
            <p className="font-semibold">
              {t('extensions.fromTo', { from: format.day(formerEndsOn), to: format.day(endsOn) })}
            </p>
            <p className="max-w-prose whitespace-pre-line">{reason}</p>
            <Resolution resolution={resolution} link={t('extensions.link')} />
          </li>
        ))}
      </ol>
    </Section>
  );
};

/** The yearly looks at a permanent network. */
export const Reviews = ({ network: { reviews } }: CourseProps) => {
  const { t } = useTranslation('life');
  const format = useFormat();
  if (reviews.length === 0) return null;
  return (
    <Section title={t('reviews.title')}>
      <ol className="flex flex-col gap-5">
        {reviews.map(({ year, outcome, summary, reviewedOn }) => (
          <li key={year} className="flex flex-col gap-1">
            <p className="font-semibold">{[t('reviews.year', { year }), t(`outcome.${outcome}`)].join(' · ')}</p>
            <p className="max-w-prose whitespace-pre-line">{summary}</p>
            <p className="text-small text-soft">{format.day(reviewedOn)}</p>
          </li>
        ))}
      </ol>
    </Section>
  );
};
