import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Header } from 'react-aria-components/Header';
import { Input } from 'react-aria-components/Input';
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { SearchField } from 'react-aria-components/SearchField';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { useTranslation } from 'react-i18next';
import { networksQuery } from '../features/networks/networks.queries.ts';
import { organizationsQuery } from '../features/organizations/organizations.queries.ts';
import { useLanguage, useLocalized } from '../lib/i18n.ts';
import { useSession } from '../lib/session.ts';
import { Dialog } from '../ui/dialog.tsx';
import { placesFor } from './places.ts';

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly go: () => void;
}

const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ł/g, 'l').replace(/Ł/g, 'L').toLowerCase();

/** Goes anywhere: places, deeds, networks and gminas, by a part of a name, with or without Polish letters. */
export const CommandPalette = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation(['common', 'voice']);
  const navigate = useNavigate();
  const localized = useLocalized();
  const language = useLanguage();
  const { abilities } = useSession();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const wanted = search.length >= 2;
  const networks = useInfiniteQuery({ ...networksQuery({ search }), enabled: wanted && abilities.useNetworks });
  const gminas = useInfiniteQuery({
    ...organizationsQuery({ search, members: 'true' }),
    enabled: wanted && abilities.useNetworks,
  });

  const entry = (id: string, name: string, go: () => unknown): Entry => ({
    id,
    name,
    go: () => {
      onClose();
      void go();
    },
  });
  const fixed = [
    ...placesFor(abilities).map(({ key, to }) => entry(to, t(`places.${key}`), () => navigate({ to }))),
    ...(abilities.useNetworks
      ? ([
          ['/app/stanowiska', t('voice:positions')],
          ['/app/glosowania', t('voice:ballots')],
          ['/app/zebrania', t('voice:meetings')],
          ['/app/pomysly', t('initiativePlaces.ideas')],
          ['/app/nabory', t('initiativePlaces.calls')],
          ['/app/partnerzy', t('initiativePlaces.partners')],
          ['/app/partnerzy/karty', t('initiativePlaces.cards')],
        ] as const)
      : []
    ).map(([to, name]) => entry(`page ${to}`, name, () => navigate({ to }))),
    ...(abilities.readPeople
      ? [entry('people', t('palette.people'), () => navigate({ to: '/app/zarzadzanie/osoby' }))]
      : []),
    ...(abilities.administer
      ? [
          entry('dues', t('palette.dues'), () => navigate({ to: '/app/zarzadzanie/skladki' })),
          entry('audit', t('palette.audit'), () => navigate({ to: '/app/zarzadzanie/dziennik' })),
        ]
      : []),
    ...(abilities.writeTask
      ? [entry('write', t('palette.writeTask'), () => navigate({ to: '/app/zadania/nowe' }))]
      : []),
    ...(abilities.proposeNetwork
      ? [entry('propose', t('palette.proposeNetwork'), () => navigate({ to: '/app/sieci/nowa' }))]
      : []),
    ...(abilities.invite ? [entry('invitations', t('invitations'), () => navigate({ to: '/app/zaproszenia' }))] : []),
  ].filter(({ name }) => fold(name).includes(fold(search)));
  const sections: readonly { readonly title: string; readonly entries: readonly Entry[] }[] = [
    { title: t('palette.places'), entries: fixed },
    {
      title: t('places.networks'),
      entries: wanted
        ? (networks.data?.pages[0]?.items ?? [])
            .slice(0, 5)
            .map(({ id, name }) =>
              entry(id, localized(name), () => navigate({ to: '/app/sieci/$networkId', params: { networkId: id } })),
            )
        : [],
    },
    {
      title: t('places.directory'),
      entries: wanted
        ? (gminas.data?.pages[0]?.items ?? [])
            .slice(0, 5)
            .map(({ id, name }) =>
              entry(id, name, () => navigate({ to: '/app/gminy/$organizationId', params: { organizationId: id } })),
            )
        : [],
    },
  ];

  return (
    <Dialog title={t('palette.title')} onClose={onClose} isPinned>
      <I18nProvider locale={language === 'en' ? 'en-GB' : 'pl-PL'}>
        <Autocomplete inputValue={typed} onInputChange={setTyped}>
          {/* The palette is opened to type: the focus belongs in its field. */}
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
          <SearchField aria-label={t('palette.label')} autoFocus>
            <Input
              placeholder={t('palette.placeholder')}
              className="min-h-11 w-full rounded-control border border-control bg-surface px-3 [&::-webkit-search-cancel-button]:hidden"
            />
          </SearchField>
          <Menu
            className="-mx-2 min-h-40 outline-none"
            renderEmptyState={() => <p className="px-3 py-2 text-soft">{t('palette.nothing')}</p>}
          >
            {sections
              .filter(({ entries }) => entries.length > 0)
              .map(({ title, entries }) => (
                <MenuSection key={title}>
                  <Header className="px-3 pt-3 pb-1 text-small text-soft">{title}</Header>
                  {entries.map(({ id, name, go }) => (
                    <MenuItem
                      key={id}
                      id={id}
                      textValue={name}
                      onAction={go}
                      className="flex min-h-11 items-center rounded-control px-3 outline-none data-focused:bg-sea-wash data-focused:text-sea"
                    >
                      {name}
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
