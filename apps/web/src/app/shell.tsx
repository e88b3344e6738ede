import type { SessionView } from '@blizej/contracts';
import { Link as RouterLink, Outlet, useLocation, useRouter } from '@tanstack/react-router';
import { Ellipsis, Search } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAssociation } from '../lib/association.ts';
import { DemoBanner } from '../lib/demo-banner.tsx';
import { LocalizedText } from '../lib/localized-text.tsx';
import { Mark } from '../lib/mark.tsx';
import { useOnline } from '../lib/online.ts';
import { sessionEnded, useSession } from '../lib/session.ts';
import { useSignal } from '../lib/signal.ts';
import { Menu, menuItem } from '../ui/menu.tsx';
import { PersonMenu } from './person-menu.tsx';
import { barFor, holds, isAt, placesFor } from './places.ts';
import { useLive } from './use-live.ts';

const CommandPalette = lazy(async () => ({ default: (await import('./command-palette.tsx')).CommandPalette }));
const SessionDialog = lazy(async () => {
  const [{ SessionDialog: dialog }, { loadWords }] = await Promise.all([
    import('../features/accounts/session-dialog.tsx'),
    import('../lib/i18n.ts'),
  ]);
  await loadWords(['accounts']);
  return { default: dialog };
});

const Unread = ({ count }: { readonly count: number }) => {
  const { t } = useTranslation();
  if (count === 0) return null;
  return (
    <span className="rounded-round bg-amber px-1.5 whitespace-nowrap text-small font-semibold text-on-amber tabular-nums">
      {count > 99 ? '99+' : count}
      <span className="sr-only"> {t('unread', { count })}</span>
    </span>
  );
};

const SideNavigation = ({ session: { abilities, unread } }: { readonly session: SessionView }) => {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const association = useAssociation();
  return (
    <nav
      aria-label={t('navigation')}
      className="on-deep sticky top-0 hidden h-dvh flex-col gap-8 overflow-y-auto bg-deep px-4 py-6 text-on-deep lg:flex print:hidden"
    >
      <RouterLink to="/app" activeOptions={{ exact: true }} className="self-start rounded-small px-2">
        <Mark />
        <span className="sr-only">{t('toStart')}</span>
      </RouterLink>
      <ul className="flex flex-col gap-1">
        {placesFor(abilities).map(({ key, to, icon: Icon, ...place }) => (
          <li key={key}>
            <RouterLink
              to={to}
              aria-current={holds(place, pathname) ? 'page' : undefined}
              activeOptions={{ exact: to === '/app', includeSearch: false }}
              className="flex min-h-11 items-center gap-3 rounded-control px-3 text-on-deep-soft hover:bg-deep-raised hover:text-on-deep aria-[current=page]:bg-deep-raised aria-[current=page]:font-semibold aria-[current=page]:text-on-deep"
            >
              <Icon aria-hidden className="size-[1.125rem]" strokeWidth={1.75} />
              <span className="flex-1">{t(`places.${key}`)}</span>
              {key === 'inbox' && <Unread count={unread} />}
            </RouterLink>
          </li>
        ))}
      </ul>
      {association && (
        <p className="mt-auto px-3 text-small text-on-deep-soft">
          <LocalizedText of={association.name} />
        </p>
      )}
    </nav>
  );
};

const BottomBar = ({ session: { abilities, unread } }: { readonly session: SessionView }) => {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const { bar, more } = barFor(abilities);
  const current = more.find((place) => isAt(place, pathname));
  const cell =
    'relative flex min-h-14 w-full flex-col items-center justify-center gap-0.5 text-[0.6875rem] text-on-deep-soft aria-[current]:font-semibold aria-[current]:text-on-deep';
  return (
    <nav
      aria-label={t('navigation')}
      className="on-deep fixed inset-x-0 bottom-0 z-30 bg-deep pb-[env(safe-area-inset-bottom)] lg:hidden print:hidden"
    >
      <ul className="grid auto-cols-fr grid-flow-col">
        {bar.map(({ key, to, icon: Icon, ...place }) => (
          <li key={key}>
            <RouterLink
              to={to}
              aria-current={holds(place, pathname) ? 'page' : undefined}
              activeOptions={{ exact: to === '/app', includeSearch: false }}
              className={cell}
            >
              <Icon aria-hidden className="size-5" strokeWidth={1.75} />
              {t(`places.${key}`)}
              {key === 'inbox' && (
                <span className="absolute top-0.5 left-1/2 ms-1.5 w-max">
                  <Unread count={unread} />
                </span>
              )}
            </RouterLink>
          </li>
        ))}
        {more.length > 0 && (
          <li>
            <Menu
              above
              isCurrent={current !== undefined}
              label={current ? t('morePlaces.here', { place: t(`places.${current.key}`) }) : ''}
              triggerClass={cell}
              trigger={
                <>
                  <Ellipsis aria-hidden className="size-5" strokeWidth={1.75} />
                  {t('morePlaces.title')}
                </>
              }
            >
              <ul>
                {more.map(({ key, to, icon: Icon, ...place }) => (
                  <li key={key}>
                    <RouterLink
                      to={to}
                      aria-current={holds(place, pathname) ? 'page' : undefined}
                      activeOptions={{ includeSearch: false }}
                      className={`${menuItem} gap-3 aria-[current=page]:font-semibold aria-[current=page]:text-sea`}
                    >
                      <Icon aria-hidden className="size-5" strokeWidth={1.75} />
                      {t(`places.${key}`)}
                    </RouterLink>
                  </li>
                ))}
              </ul>
            </Menu>
          </li>
        )}
      </ul>
    </nav>
  );
};

/**
 * After going to another page the focus stands at its heading, so that it is read and Tab goes on from there; unless who is
 * quick has gone on already, while the last of the page came.
 */
const useFocusOnHeading = (): void => {
  const router = useRouter();
  useEffect(() => {
    let before: Element | null = null;
    const stops = [
      router.subscribe('onBeforeNavigate', () => {
        before = document.activeElement;
      }),
      router.subscribe('onRendered', ({ pathChanged, fromLocation }) => {
        const now = document.activeElement;
        if (pathChanged && fromLocation && (now === document.body || now === before))
          document.querySelector<HTMLElement>('#main h1')?.focus({ preventScroll: true });
      }),
    ];
    return () => stops.forEach((stop) => stop());
  }, [router]);
};

const useShortcut = (onOpen: () => void): void => {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        onOpen();
      }
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [onOpen]);
};

/** The frame of the working side. */
export const Shell = () => {
  const { t } = useTranslation();
  const session = useSession();
  const association = useAssociation();
  const online = useOnline();
  const ended = useSignal(sessionEnded);
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const [openPalette] = useState(() => () => setPaletteOpen(true));
  useShortcut(openPalette);
  useFocusOnHeading();
  useLive();
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[15.5rem_minmax(0,1fr)] print:block">
      <SideNavigation session={session} />
      <div className="flex min-h-dvh min-w-0 flex-col pb-16 lg:pb-0">
        <header>
          {association?.demo === true && <DemoBanner />}
          {!online && (
            <p role="status" className="bg-bad-wash px-4 py-1.5 text-center text-small font-semibold text-bad">
              {t('offline')}
            </p>
          )}
          <div className="flex items-center justify-between gap-3 px-4 pt-3 sm:px-8 print:hidden">
            <RouterLink to="/app" activeOptions={{ exact: true }} className="rounded-small lg:hidden">
              <Mark />
              <span className="sr-only">{t('toStart')}</span>
            </RouterLink>
            <button
              type="button"
              onClick={openPalette}
              aria-keyshortcuts="Control+K Meta+K"
              className="flex min-h-11 items-center gap-2.5 rounded-control px-3 text-soft hover:bg-sea-wash hover:text-sea max-lg:ms-auto lg:-ms-3"
            >
              <Search aria-hidden className="size-[1.125rem]" />
              <span className="max-sm:sr-only">{t('palette.open')}</span>
              <kbd aria-hidden className="rounded-small border border-line px-1.5 font-sans text-small max-lg:hidden">
                Ctrl K
              </kbd>
            </button>
            <PersonMenu session={session} />
          </div>
        </header>
        <main id="main" tabIndex={-1} className="mx-auto w-full max-w-6xl flex-1 px-4 pt-6 pb-16 outline-none sm:px-8">
          <Outlet />
        </main>
        <BottomBar session={session} />
      </div>
      <Suspense>
        {isPaletteOpen && <CommandPalette onClose={() => setPaletteOpen(false)} />}
        {ended && <SessionDialog />}
      </Suspense>
    </div>
  );
};
