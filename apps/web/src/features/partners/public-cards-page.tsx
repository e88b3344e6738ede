import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LocalizedText } from '../../lib/localized-text.tsx';
import { Paged } from '../../lib/paged.tsx';
import { PublicFrame } from '../../lib/public-frame.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Rows } from '../../ui/section.tsx';
import { CardLines } from './card-lines.tsx';
import { publishedCardsQuery } from './published-cards.queries.ts';

/** Who looks for partners now: for anybody. */
export const PublicCardsPage = () => {
  const { t } = useTranslation('partners');
  const query = useInfiniteQuery(publishedCardsQuery());
  return (
    <PublicFrame>
      <div className="flex flex-col gap-8">
        <PageHeader title={t('public.title')} lead={t('public.lead')} />
        <Paged query={query} empty={<EmptyState title={t('public.none')}>{t('public.noneNext')}</EmptyState>}>
          {(cards) => (
            <Rows>
              {cards.map((card) => (
                <li key={card.id} className="flex flex-col gap-1 py-5">
                  <h2 className="text-h3">
                    <Link to="/partnerstwa/$cardId" params={{ cardId: card.id }} look="plain">
                      <LocalizedText of={card.title} />
                    </Link>
                  </h2>
                  <CardLines card={card} />
                </li>
              ))}
            </Rows>
          )}
        </Paged>
      </div>
    </PublicFrame>
  );
};
