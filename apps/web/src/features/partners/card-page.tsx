import type { CardView, Language } from '@blizej/contracts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { useLanguage } from '../../lib/i18n.ts';
import { LocalizedText } from '../../lib/localized-text.tsx';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Button, ButtonAnchor, ButtonLink } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Status } from '../../ui/status.tsx';
import { toast } from '../../ui/toast.ts';
import { CardBody } from './card-body.tsx';
import { useFieldLabels } from './card-labels.ts';
import { cardQuery } from './partners.queries.ts';
import { cardTones } from './tones.ts';

const route = getRouteApi('/app/partnerzy/karty/$cardId');

const Deeds = ({ card }: { readonly card: CardView }) => {
  const { t } = useTranslation('partners');
  const { id, version, state, missing, publishedAt, abilities } = card;
  const sent = { params: { id }, body: { version } };
  const publish = useDeed(api.publishPartnerCard, () => toast({ message: t('cards.published') }));
  const close = useDeed(api.closePartnerCard, () => toast({ message: t('cards.closed') }));
  return (
    <>
      {abilities.publish && missing.length === 0 && (
        <Button kind="primary" isPending={publish.isPending} onPress={() => publish.mutate(sent)}>
          {t('cards.publish')}
        </Button>
      )}
      {abilities.change && (
        <ButtonLink
          to="/app/partnerzy/karty/$cardId/zmiana"
          params={{ cardId: id }}
          kind={state === 'DRAFT' && missing.length > 0 ? 'primary' : 'secondary'}
        >
          {t(state === 'DRAFT' && missing.length > 0 ? 'cards.complete' : 'cards.change')}
        </ButtonLink>
      )}
      {publishedAt !== null && (
        <>
          <ButtonLink to="/partnerstwa/$cardId" params={{ cardId: id }} kind="quiet">
            {t('cards.public')}
          </ButtonLink>
          {(['pl', 'en'] as const).map((language) => (
            <ButtonAnchor
              key={language}
              kind="quiet"
              href={addressOf(api.downloadPublishedCard, { params: { id }, query: { language } })}
              download
            >
              {t(language === 'pl' ? 'cards.pdfPl' : 'cards.pdfEn')}
            </ButtonAnchor>
          ))}
        </>
      )}
      {abilities.close && (
        <Button kind="quiet" isPending={close.isPending} onPress={() => close.mutate(sent)}>
          {t('cards.close')}
        </Button>
      )}
      <DeedFailure error={publish.error ?? close.error} />
    </>
  );
};

/** One card, with what it still lacks and what the viewer may do; in either of its languages. */
export const CardPage = () => {
  const { t } = useTranslation('partners');
  const labels = useFieldLabels();
  const own = useLanguage();
  const [language, setLanguage] = useState<Language>(own);
  const { cardId } = route.useParams();
  const { data: card } = useSuspenseQuery(cardQuery(cardId));
  const { title, state, missing, initiative } = card;
  return (
    <div key={cardId} className="flex flex-col gap-10">
      <PageHeader
        title={title}
        lead={
          <span className="flex flex-wrap items-center gap-3">
            <Status tone={cardTones[state]}>{t(`cards.state.${state}`)}</Status>
            {initiative && (
              <span>
                {t('cards.ofInitiative')}:{' '}
                <Link to="/app/inicjatywy/$initiativeId" params={{ initiativeId: initiative.id }}>
                  <LocalizedText of={initiative.title} />
                </Link>
              </span>
            )}
          </span>
        }
        above={
          <Breadcrumbs>
            <Link to="/app/partnerzy/karty" look="soft">
              {t('cards.title')}
            </Link>
          </Breadcrumbs>
        }
        actions={<Deeds card={card} />}
      />
      {missing.length > 0 && (
        <Notice kind="care" title={t('cards.missing')}>
          <p>{t('cards.missingNext')}</p>
          <ul className="list-disc ps-5">
            {missing.map((field) => (
              <li key={field}>{labels[field as keyof typeof labels]}</li>
            ))}
          </ul>
        </Notice>
      )}
      <RadioGroup<Language>
        label={t('field.languages')}
        value={language}
        onChange={setLanguage}
        options={[
          { value: 'pl', label: t('cards.polish') },
          { value: 'en', label: t('cards.english') },
        ]}
      />
      <CardBody card={card} language={language} />
    </div>
  );
};
