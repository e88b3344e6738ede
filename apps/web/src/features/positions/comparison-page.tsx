import type { ComparedPiece } from '@blizej/contracts';
import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../lib/failure.tsx';
import { useLanguage, useLocalized } from '../../lib/i18n.ts';
import { LocalizedText } from '../../lib/localized-text.tsx';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { Status } from '../../ui/status.tsx';
import { comparisonQuery, positionQuery } from './positions.queries.ts';

const route = getRouteApi('/app/stanowiska/$positionId/porownanie');

/** Words in a row: what went is struck through, what came is underlined, never by colour alone. */
const Pieces = ({ pieces }: { readonly pieces: readonly ComparedPiece[] }) => (
  <span className="whitespace-pre-line">
    {pieces.map(({ kind, text }, at) =>
      kind === 'ADDED' ? (
        // oxlint-disable-next-line react/no-array-index-key -- pieces are nothing but their place
        <ins key={at} className="bg-good-wash font-semibold decoration-2 underline-offset-4">
          {text}
        </ins>
      ) : kind === 'REMOVED' ? (
        // oxlint-disable-next-line react/no-array-index-key -- pieces are nothing but their place
        <del key={at} className="bg-bad-wash text-soft">
          {text}
        </del>
      ) : (
        // oxlint-disable-next-line react/no-array-index-key -- pieces are nothing but their place
        <span key={at}>{text}</span>
      ),
    )}
  </span>
);

const tones = { SAME: 'idle', CHANGED: 'waiting', ADDED: 'good', REMOVED: 'back' } as const;

/** Two versions of a text, word by word within each paragraph. */
export const ComparisonPage = () => {
  const { t } = useTranslation('positions');
  const localized = useLocalized();
  const language = useLanguage();
  const { positionId } = route.useParams();
  const navigate = useNavigate({ from: '/app/stanowiska/$positionId/porownanie' });
  const { data: position } = useSuspenseQuery(positionQuery(positionId));
  const latest = position.text.number;
  const { od = Math.max(1, latest - 1), do: to = latest } = route.useSearch();
  const { data: compared, error } = useQuery({
    ...comparisonQuery(positionId, od, to),
    placeholderData: keepPreviousData,
  });
  const options = position.versions.map(({ number, amendmentOf }) => ({
    value: String(number),
    label: amendmentOf ? t('versions.ofGmina', { number, name: amendmentOf.name }) : t('versions.number', { number }),
  }));
  const isEnglish = language === 'en';
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title={t('compare.title', { title: localized(position.title) })}
        lead={
          compared && t('compare.finding', { count: compared.paragraphs.filter(({ kind }) => kind !== 'SAME').length })
        }
        above={
          <Breadcrumbs>
            <Link to="/app/stanowiska" look="soft">
              {t('title')}
            </Link>
            <Link to="/app/stanowiska/$positionId" params={{ positionId }} look="soft">
              <LocalizedText of={position.title} />
            </Link>
          </Breadcrumbs>
        }
      />
      <search className="flex flex-wrap items-end gap-4 print:hidden">
        <Select
          label={t('compare.from')}
          value={String(od)}
          options={options}
          onChange={(value) => void navigate({ search: (now) => ({ ...now, od: Number(value) }), replace: true })}
        />
        <Select
          label={t('compare.to')}
          value={String(to)}
          options={options}
          onChange={(value) => void navigate({ search: (now) => ({ ...now, do: Number(value) }), replace: true })}
        />
      </search>
      {error && <Failure error={error} />}
      {compared ? (
        <Section title={t('compare.text')}>
          <p className="max-w-prose text-h3">
            <Pieces pieces={isEnglish && compared.titleEn.length > 0 ? compared.titleEn : compared.titlePl} />
          </p>
          <ol className="border-b border-line">
            {compared.paragraphs.map(({ id, kind, pl, en }) => (
              <li key={id} className="grid gap-x-8 gap-y-2 border-t border-line py-4 md:grid-cols-[minmax(0,1fr)_9rem]">
                <p className="max-w-prose">
                  <Pieces pieces={isEnglish && en.length > 0 ? en : pl} />
                </p>
                {kind !== 'SAME' && (
                  <p>
                    <Status tone={tones[kind]}>{t(`compare.kind.${kind}`)}</Status>
                  </p>
                )}
              </li>
            ))}
          </ol>
        </Section>
      ) : (
        !error && <RowsSkeleton />
      )}
    </div>
  );
};
