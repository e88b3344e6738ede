import type { CardState } from '@blizej/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { cardStates } from '../../lib/choices.ts';
import { InitiativePlaces } from '../../lib/initiative-places.tsx';
import { LocalizedText } from '../../lib/localized-text.tsx';
import { narrowed, type Narrowing } from '../../lib/narrow.ts';
import { Paged } from '../../lib/paged.tsx';
import { useSearchWords } from '../../lib/search-words.ts';
import { useSession } from '../../lib/session.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Rows } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { Status } from '../../ui/status.tsx';
import { CardLines } from './card-lines.tsx';
import { cardsQuery } from './partners.queries.ts';
import { cardTones } from './tones.ts';

const route = getRouteApi('/app/partnerzy/karty');

/** The cards by which partners are looked for. */
export const CardsPage = () => {
  const { t } = useTranslation('partners');
  const navigate = useNavigate({ from: '/app/partnerzy/karty' });
  const narrow = (change: Narrowing<ReturnType<typeof route.useSearch>>) =>
    void navigate({ search: (now) => ({ ...now, ...narrowed(change) }), replace: true });
  const { abilities } = useSession();
  const { szukaj, stan, nasze } = route.useSearch();
  const query = useInfiniteQuery(
    cardsQuery({
      ...(szukaj && { search: szukaj }),
      ...(stan && { state: stan }),
      ...(nasze && { mine: 'true' }),
    }),
  );
  const search = useSearchWords((typed) => narrow({ szukaj: typed }));
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title={t('cards.title')}
        lead={t('cards.lead')}
        actions={
          abilities.proposeInitiative && (
            <ButtonLink to="/app/partnerzy/karty/nowa" kind="primary">
              {t('cards.write')}
            </ButtonLink>
          )
        }
      />
      <InitiativePlaces />
      <search className="flex flex-wrap items-end gap-4 print:hidden">
        <SearchBox label={t('cards.search')} value={szukaj ?? ''} onSearch={search} />
        <Select<CardState | ''>
          label={t('cards.stateLabel')}
          value={stan ?? ''}
          onChange={(value) => narrow({ stan: value })}
          options={[
            { value: '', label: t('cards.anyState') },
            ...cardStates.map((value) => ({ value, label: t(`cards.stateFilter.${value}`) })),
          ]}
        />
        <Checkbox isSelected={nasze ?? false} onChange={(on) => narrow({ nasze: on })}>
          {t('cards.onlyOurs')}
        </Checkbox>
      </search>
      <Paged
        query={query}
        empty={
          szukaj || stan || nasze ? (
            <EmptyState title={t('cards.filtered')} action={<Link to="/app/partnerzy/karty">{t('cards.clear')}</Link>}>
              {t('none.filteredNext')}
            </EmptyState>
          ) : (
            <EmptyState title={t('cards.none')}>{t('cards.noneNext')}</EmptyState>
          )
        }
      >
        {(cards) => (
          <Rows>
            {cards.map((card) => (
              <li key={card.id} className="flex flex-wrap items-start justify-between gap-x-8 gap-y-2 py-5">
                <div className="flex min-w-0 flex-1 basis-80 flex-col gap-1">
                  <h2 className="text-h3">
                    <Link to="/app/partnerzy/karty/$cardId" params={{ cardId: card.id }} look="plain">
                      <LocalizedText of={card.title} />
                    </Link>
                  </h2>
                  <CardLines card={card} />
                </div>
                <Status tone={cardTones[card.state]}>{t(`cards.state.${card.state}`)}</Status>
              </li>
            ))}
          </Rows>
        )}
      </Paged>
    </div>
  );
};
