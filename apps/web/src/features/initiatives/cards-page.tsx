import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LocalizedText } from '../../lib/localized-text.tsx';
import { Paged } from '../../lib/paged.tsx';
import { PublicFrame } from '../../lib/public-frame.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Rows } from '../../ui/section.tsx';
import { Status } from '../../ui/status.tsx';
import { cardsQuery } from './cards.queries.ts';

/** The public cards: what the gminas undertake together, for everybody. */
export const CardsPage = () => {
  const { t } = useTranslation('showcase');
  const query = useInfiniteQuery(cardsQuery());
  return (
    <PublicFrame>
      <div className="flex flex-col gap-8">
        <PageHeader title={t('title')} lead={t('lead')} />
        <Paged query={query} empty={<EmptyState title={t('none')}>{t('noneNext')}</EmptyState>}>
          {(cards) => (
            <Rows>
              {cards.map(({ id, title, summary, stage, level, lead }) => (
                <li key={id} className="flex flex-wrap items-start justify-between gap-x-8 gap-y-2 py-5">
                  <div className="flex min-w-0 flex-1 basis-72 flex-col gap-1">
                    <h2 className="text-h3">
                      <Link to="/inicjatywy/$initiativeId" params={{ initiativeId: id }} look="plain">
                        <LocalizedText of={title} />
                      </Link>
                    </h2>
                    <p className="line-clamp-3 max-w-prose text-soft">
                      <LocalizedText of={summary} />
                    </p>
                    <p className="text-small text-soft">
                      {[lead && t('ledBy', { name: lead }), t('reach', { level: t(`level.${level}`) })]
                        .filter(Boolean)
                        .join(' · ')}
                    </p>
                  </div>
                  <Status tone={stage === 'COMPLETED' ? 'good' : stage === 'ABANDONED' ? 'ended' : 'active'}>
                    {t(`stage.${stage}`)}
                  </Status>
                </li>
              ))}
            </Rows>
          )}
        </Paged>
      </div>
    </PublicFrame>
  );
};
