import type { SessionView } from '@blizej/contracts';
import { House, Inbox, Landmark, Sprout, ListChecks, MapPinned, Vote, Waypoints, type LucideIcon } from 'lucide-react';

interface Place {
  readonly key: 'start' | 'networks' | 'tasks' | 'initiatives' | 'ballots' | 'inbox' | 'directory' | 'administration';
  readonly to:
    | '/app'
    | '/app/sieci'
    | '/app/zadania'
    | '/app/inicjatywy'
    | '/app/stanowiska'
    | '/app/skrzynka'
    | '/app/gminy'
    | '/app/zarzadzanie';
  readonly icon: LucideIcon;
  /** Where else its pages stand than below its own address. */
  readonly holds?: readonly string[];
}

/** Who has the initiatives of the own organization and nothing else. */
export const isGuest = ({ useInitiatives, useNetworks }: SessionView['abilities']): boolean =>
  useInitiatives && !useNetworks;

/** The places of the working side that everybody has, in the order of the navigation. */
const places: readonly Place[] = [
  { key: 'start', to: '/app', icon: House },
  { key: 'networks', to: '/app/sieci', icon: Waypoints },
  { key: 'tasks', to: '/app/zadania', icon: ListChecks },
  { key: 'inbox', to: '/app/skrzynka', icon: Inbox },
  { key: 'directory', to: '/app/gminy', icon: MapPinned },
];

/** For the members' people, and all that a guest has. */
const initiatives: Place = {
  key: 'initiatives',
  to: '/app/inicjatywy',
  icon: Sprout,
  holds: ['/app/pomysly', '/app/nabory', '/app/partnerzy'],
};
const ballots: Place = {
  key: 'ballots',
  to: '/app/stanowiska',
  icon: Vote,
  holds: ['/app/glosowania', '/app/zebrania'],
};
const administration: Place = {
  key: 'administration',
  to: '/app/zarzadzanie',
  icon: Landmark,
  holds: ['/app/uchwaly', '/app/zaproszenia'],
};

/** Whether a page belongs to a place without standing below its address. */
export const holds = ({ holds: others = [] }: Pick<Place, 'holds'>, path: string): boolean =>
  others.some((other) => path === other || path.startsWith(`${other}/`));

/** All places of a person, as far as these are open to them. */
export const placesFor = (abilities: SessionView['abilities']): readonly Place[] =>
  isGuest(abilities)
    ? [initiatives, ...places.filter(({ key }) => key === 'inbox')]
    : [
        ...places.flatMap((place) =>
          place.key === 'inbox' && abilities.useNetworks ? [initiatives, ballots, place] : [place],
        ),
        ...(abilities.administer ? [administration] : []),
      ];

/** What goes first into a phone's bar, which has room for five. */
const first: readonly Place['key'][] = ['start', 'networks', 'tasks', 'inbox'];

/** A phone's bar: all places where there is room for them; else the first, and behind "More" the others. */
export const barFor = (
  abilities: SessionView['abilities'],
): { readonly bar: readonly Place[]; readonly more: readonly Place[] } => {
  const all = placesFor(abilities);
  if (all.length <= 5) return { bar: all, more: [] };
  return {
    bar: all.filter(({ key }) => first.includes(key)),
    more: all.filter(({ key }) => !first.includes(key)),
  };
};

/** Whether somebody stands at a place, or somewhere below it. */
export const isAt = ({ to, ...place }: Pick<Place, 'to' | 'holds'>, path: string): boolean =>
  path === to || (to !== '/app' && path.startsWith(`${to}/`)) || holds(place, path);
