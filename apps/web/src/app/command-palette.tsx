import type { FoundKind, SessionView } from '@blizej/contracts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState, type ReactNode } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Header } from 'react-aria-components/Header';
import { Input } from 'react-aria-components/Input';
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { SearchField } from 'react-aria-components/SearchField';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { useTranslation } from 'react-i18next';
import { searchQuery } from '../features/dashboards/search.queries.ts';
import { draftingQuery } from '../features/positions/positions.queries.ts';
import { Failure } from '../lib/failure.tsx';
import { useLanguage, useLocalized } from '../lib/i18n.ts';
import { LocalizedText } from '../lib/localized-text.tsx';
import { useSession } from '../lib/session.ts';
import { Dialog } from '../ui/dialog.tsx';
import { holdsWords, means } from './palette-match.ts';
import { placesFor } from './places.ts';

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly shown?: ReactNode;
  readonly go: () => unknown;
}

/** Where the places and deeds of a person are that the navigation does not hold, with the words that mean them. */
const useFixed = ({ abilities, actingFor }: SessionView): readonly (Entry & { readonly stems: string })[] => {
  const { t } = useTranslation(['palette', 'common', 'voice']);
  const navigate = useNavigate();
  const { data: drafting } = useQuery({ ...draftingQuery(), enabled: abilities.proposeInitiative });
  const mayDraft = drafting !== undefined && (drafting.forAssociation || drafting.networks.length > 0);
  const gmina = actingFor?.organization.kind === 'MUNICIPALITY' ? actingFor.organization.id : undefined;
  const pages = [
    [abilities.useNetworks, '/app/stanowiska', 'positions', t('voice:positions')],
    [abilities.useNetworks, '/app/glosowania', 'votes', t('voice:ballots')],
    [abilities.useNetworks, '/app/zebrania', 'meetings', t('voice:meetings')],
    [abilities.useNetworks, '/app/glosowania/pelnomocnictwa', 'proxies', t('pages.proxies')],
    [abilities.useNetworks, '/app/pomysly', 'ideas', t('common:initiativePlaces.ideas')],
    [abilities.useNetworks, '/app/nabory', 'calls', t('common:initiativePlaces.calls')],
    [abilities.useNetworks, '/app/partnerzy', 'partners', t('common:initiativePlaces.partners')],
    [abilities.useNetworks, '/app/partnerzy/karty', 'cards', t('common:initiativePlaces.cards')],
    [abilities.useNetworks, '/app/uchwaly', 'resolutions', t('pages.resolutions')],
    [abilities.administer, '/app/zarzadzanie/bilanse', 'balances', t('pages.balances')],
    [abilities.readPeople, '/app/zarzadzanie/osoby', 'people', t('pages.people')],
    [abilities.administer, '/app/zarzadzanie/skladki', 'dues', t('pages.dues')],
    [abilities.administer, '/app/zarzadzanie/dziennik', 'audit', t('pages.audit')],
    [abilities.writeTask, '/app/zadania/nowe', 'writeTask', t('deeds.writeTask')],
    [mayDraft, '/app/stanowiska/nowe', 'draftPosition', t('deeds.draftPosition')],
    [abilities.writeBallot, '/app/zebrania/nowe', 'planMeeting', t('deeds.planMeeting')],
    [abilities.writeBallot, '/app/glosowania/nowe', 'writeBallot', t('deeds.writeBallot')],
    [abilities.submitIdea, '/app/pomysly/nowy', 'submitIdea', t('deeds.submitIdea')],
    [abilities.proposeInitiative, '/app/inicjatywy/nowa', 'proposeInitiative', t('deeds.proposeInitiative')],
    [abilities.proposeNetwork, '/app/sieci/nowa', 'proposeNetwork', t('deeds.proposeNetwork')],
    [abilities.invite, '/app/zaproszenia', 'invitations', t('common:invitations')],
    [true, '/app/profil', 'profile', t('pages.profile')],
  ] as const;
  return [
    ...placesFor(abilities).map(({ key, to }) => ({
      id: key,
      name: t(`common:places.${key}`),
      stems: t(`stems.${key}`),
      go: () => navigate({ to }),
    })),
    ...pages.flatMap(([isOpen, to, key, name]) =>
      isOpen ? [{ id: `page ${key}`, name, stems: t(`stems.${key}`), go: () => navigate({ to }) }] : [],
    ),
    ...(gmina !== undefined && abilities.useNetworks
      ? [
          {
            id: 'page balance',
            name: t('pages.balance'),
            stems: t('stems.balance'),
            go: () => navigate({ to: '/app/gminy/$organizationId/bilans', params: { organizationId: gmina } }),
          },
        ]
      : []),
  ];
};

/** What is asked for: the words once one has stopped typing for a moment. */
const useSettled = (words: string): string => {
  const [settled, setSettled] = useState(words);
  useEffect(() => {
    const later = setTimeout(() => setSettled(words), 150);
    return () => clearTimeout(later);
  }, [words]);
  return settled;
};

/** How many letters one has typed before the portal is asked. */
const enough = 2;

/** Goes anywhere: places and deeds by what they are called, and all else that has a title, with or without Polish letters. */
export const CommandPalette = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation(['palette', 'common', 'voice']);
  const navigate = useNavigate();
  const localized = useLocalized();
  const language = useLanguage();
  const session = useSession();
  const [typed, setTyped] = useState('');
  const words = typed.trim().slice(0, 100);
  const asked = useSettled(words);
  const isWanted = words.length >= enough && session.abilities.useInitiatives;
  const { data, error, isPlaceholderData, isFetching, refetch } = useQuery({
    ...searchQuery(asked),
    enabled: isWanted && asked.length >= enough,
  });
  const isSettled = asked === words && !isPlaceholderData;
  const isSearching = isWanted && (!isSettled || (isFetching && !data));
  // What fewer letters have found stands as long as it still fits.
  const found = (isWanted && data ? data.found : []).filter(
    ({ title: { pl, en } }) => isSettled || holdsWords(`${pl} ${en ?? ''}`, words),
  );

  const kinds: Readonly<Record<FoundKind, readonly [title: string, go: (id: string) => unknown]>> = {
    POSITION: [
      t('voice:positions'),
      (positionId) => navigate({ to: '/app/stanowiska/$positionId', params: { positionId } }),
    ],
    MEETING: [t('voice:meetings'), (meetingId) => navigate({ to: '/app/zebrania/$meetingId', params: { meetingId } })],
    BALLOT: [t('voice:ballots'), (ballotId) => navigate({ to: '/app/glosowania/$ballotId', params: { ballotId } })],
    NETWORK: [
      t('common:places.networks'),
      (networkId) => navigate({ to: '/app/sieci/$networkId', params: { networkId } }),
    ],
    INITIATIVE: [
      t('common:places.initiatives'),
      (initiativeId) => navigate({ to: '/app/inicjatywy/$initiativeId', params: { initiativeId } }),
    ],
    IDEA: [
      t('common:initiativePlaces.ideas'),
      (ideaId) => navigate({ to: '/app/pomysly/$ideaId', params: { ideaId } }),
    ],
    CALL: [t('common:initiativePlaces.calls'), (callId) => navigate({ to: '/app/nabory/$callId', params: { callId } })],
    PARTNER: [
      t('common:initiativePlaces.partners'),
      (organizationId) => navigate({ to: '/app/partnerzy/$organizationId', params: { organizationId } }),
    ],
    ORGANIZATION: [
      t('common:places.directory'),
      (organizationId) => navigate({ to: '/app/gminy/$organizationId', params: { organizationId } }),
    ],
  };
  const fixed = useFixed(session).filter(({ name, stems }) => means(words, name, stems));
  const sections: readonly { readonly key: string; readonly title: string; readonly entries: readonly Entry[] }[] = [
    { key: 'places', title: t('places'), entries: fixed },
    ...(Object.keys(kinds) as FoundKind[]).map((key) => {
      const [title, go] = kinds[key];
      const entries = found
        .filter(({ kind }) => kind === key)
        .map(({ id, title: name }) => ({
          id,
          name: localized(name),
          // What an organization is called is of no language.
          shown: key === 'PARTNER' || key === 'ORGANIZATION' ? name.pl : <LocalizedText of={name} />,
          go: () => go(id),
        }));
      return { key, title, entries };
    }),
  ].filter(({ entries }) => entries.length > 0);
  const failed = isWanted && isSettled && error ? error : null;
  const state = isSearching ? t('searching') : sections.length === 0 && !failed ? t('nothing') : '';

  return (
    <Dialog title={t('title')} onClose={onClose} isPinned>
      <I18nProvider locale={language === 'en' ? 'en-GB' : 'pl-PL'}>
        <Autocomplete inputValue={typed} onInputChange={setTyped}>
          {/* The palette is opened to type: the focus belongs in its field. */}
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
          <SearchField aria-label={t('label')} autoFocus>
            <Input
              placeholder={t('placeholder')}
              className="min-h-11 w-full rounded-control border border-control bg-surface px-3 [&::-webkit-search-cancel-button]:hidden"
            />
          </SearchField>
          <p role="status" className="sr-only">
            {state}
          </p>
          {failed && <Failure error={failed} onRetry={() => void refetch()} />}
          <Menu
            className="-mx-2 min-h-40 outline-none"
            renderEmptyState={() => <p className="px-3 py-2 text-soft">{state}</p>}
          >
            {sections.map(({ key, title, entries }) => (
              <MenuSection key={key} id={key}>
                <Header className="px-3 pt-3 pb-1 text-small text-soft">{title}</Header>
                {entries.map(({ id, name, shown, go }) => (
                  <MenuItem
                    key={id}
                    id={id}
                    textValue={name}
                    onAction={() => {
                      onClose();
                      go();
                    }}
                    className="flex min-h-11 items-center rounded-control px-3 outline-none data-focused:bg-sea-wash data-focused:text-sea"
                  >
                    {shown ?? name}
                  </MenuItem>
                ))}
              </MenuSection>
            ))}
          </Menu>
        </Autocomplete>
      </I18nProvider>
    </Dialog>
  );
};
