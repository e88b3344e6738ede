import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { addressOf, api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { useLanguage } from '../../lib/i18n.ts';
import { PublicFrame } from '../../lib/public-frame.tsx';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { ButtonAnchor } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { CardBody } from './card-body.tsx';
import { publishedCardQuery } from './published-cards.queries.ts';

const route = getRouteApi('/partnerstwa/$cardId');

/** A card as anybody reads it, in the language of the page. */
export const PublicCardPage = () => {
  const { t } = useTranslation(['partners', 'cards']);
  const language = useLanguage();
  const format = useFormat();
  const { cardId } = route.useParams();
  const { data: card } = useSuspenseQuery(publishedCardQuery(cardId));
  return (
    <PublicFrame>
      <div className="flex flex-col gap-10">
        <PageHeader
          title={card.title}
          {...(card.publishedAt && { lead: t('cards:published', { day: format.day(format.dayOf(card.publishedAt)) }) })}
          above={
            <Breadcrumbs>
              <Link to="/partnerstwa" look="soft">
                {t('public.back')}
              </Link>
            </Breadcrumbs>
          }
          actions={
            <ButtonAnchor
              href={addressOf(api.downloadPublishedCard, { params: { id: cardId }, query: { language } })}
              download
            >
              {t('public.pdf')}
            </ButtonAnchor>
          }
        />
        {card.state === 'CLOSED' && <Notice kind="care" title={t('cards:closed')} />}
        <CardBody card={card} language={language} />
      </div>
    </PublicFrame>
  );
};
