import type { PositionState, PositionSummary } from '@blizej/contracts';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { positionStates } from '../../lib/choices.ts';
import { useFormat } from '../../lib/format.ts';
import { LocalizedText } from '../../lib/localized-text.tsx';
import { Paged } from '../../lib/paged.tsx';
import { useSearchWords } from '../../lib/search-words.ts';
import { VoicePlaces } from '../../lib/voice-places.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Joined } from '../../ui/joined.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Progress } from '../../ui/progress.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Rows } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { draftingQuery, positionsQuery } from './positions.queries.ts';
import { StateSign } from './state.tsx';

const route = getRouteApi('/app/stanowiska');

/** What one has to know of it now: until when something is possible, or under which number it stands. */
const useWhen = (): ((position: PositionSummary) => string | null) => {
  const { t } = useTranslation('positions');
  const format = useFormat();
  return ({ state, consultationUntil, silenceUntil, votingUntil, decision }) => {
    if (decision)
      return t('when.adopted', { number: decision.number, year: decision.year, day: format.shortDay(decision.on) });
    if (state === 'CONSULTATION' && consultationUntil)
      return t('when.consultation', { moment: format.moment(consultationUntil) });
    // A ballot that runs has come in the place of the silence.
    if (votingUntil) return t('when.vote', { moment: format.moment(votingUntil) });
    return state === 'VOTING' && silenceUntil ? t('when.silence', { moment: format.moment(silenceUntil) }) : null;
  };
};

const PositionRow = ({ position }: { readonly position: PositionSummary }) => {
  const { t } = useTranslation('positions');
  const when = useWhen();
  const { id, title, state, network, proposedBy, unity, mine } = position;
  const waits = state === 'CONSULTATION' && mine?.stand === null;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3 py-5">
      <div className="flex min-w-0 flex-1 basis-80 flex-col gap-1">
        <h2 className="text-h3">
          <Link to="/app/stanowiska/$positionId" params={{ positionId: id }} look="plain">
            <LocalizedText of={title} />
          </Link>
        </h2>
        <p className="text-small text-soft">
          <Joined parts={[network ? <LocalizedText of={network.name} /> : proposedBy.name, when(position)]} />
        </p>
        {waits && <p className="text-small font-semibold text-amber-text">{t('mine.waits')}</p>}
      </div>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        {(state === 'CONSULTATION' || state === 'VOTING') && (
          <Progress
            value={unity.endorse}
            total={unity.members}
            label={t('endorse', { count: unity.endorse, members: unity.members })}
          />
        )}
        <StateSign state={state} />
      </div>
    </li>
  );
};

/** What the gminas say together; or the register of what they have decided. */
export const PositionsPage = () => {
  const { t } = useTranslation('positions');
  const navigate = useNavigate({ from: '/app/stanowiska' });
  const { szukaj, stan, rejestr } = route.useSearch();
  const { data: drafting } = useQuery(draftingQuery());
  const query = useInfiniteQuery(
    positionsQuery({
      ...(szukaj && { search: szukaj }),
      ...(stan && { state: stan }),
      ...(rejestr && { register: 'true' }),
    }),
  );
  const search = useSearchWords((typed) => navigate({ search: (now) => ({ ...now, szukaj: typed }), replace: true }));
  const mayDraft = drafting !== undefined && (drafting.forAssociation || drafting.networks.length > 0);
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title={t(rejestr ? 'register.title' : 'title')}
        lead={t(rejestr ? 'register.lead' : 'lead')}
        actions={
          <>
            {mayDraft && (
              <ButtonLink to="/app/stanowiska/nowe" kind="primary">
                {t('draft.action')}
              </ButtonLink>
            )}
            <ButtonLink to="/app/stanowiska" search={rejestr ? {} : { rejestr: true }} kind="quiet">
              {t(rejestr ? 'register.all' : 'register.open')}
            </ButtonLink>
          </>
        }
      />
      <VoicePlaces />
      <search className="flex flex-wrap items-end gap-4 print:hidden">
        <SearchBox label={t('search')} value={szukaj ?? ''} onSearch={search} />
        {!rejestr && (
          <Select<PositionState | ''>
            label={t('stateLabel')}
            value={stan ?? ''}
            onChange={(value) =>
              void navigate({ search: (now) => ({ ...now, stan: value || undefined }), replace: true })
            }
            options={[
              { value: '', label: t('anyState') },
              ...positionStates.map((value) => ({ value, label: t(`state.${value}`) })),
            ]}
          />
        )}
      </search>
      <Paged
        query={query}
        empty={
          szukaj || stan ? (
            <EmptyState title={t('none.filtered')} action={<Link to="/app/stanowiska">{t('none.clear')}</Link>}>
              {t('none.filteredNext')}
            </EmptyState>
          ) : (
            <EmptyState title={t('none.title')}>{t('none.next')}</EmptyState>
          )
        }
      >
        {(positions) => (
          <Rows>
            {positions.map((position) => (
              <PositionRow key={position.id} position={position} />
            ))}
          </Rows>
        )}
      </Paged>
    </div>
  );
};
