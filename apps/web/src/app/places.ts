import { House, Inbox, ListChecks, MapPinned, Waypoints, type LucideIcon } from 'lucide-react';

interface Place {
  readonly key: 'start' | 'networks' | 'tasks' | 'inbox' | 'directory';
  readonly to: '/app' | '/app/sieci' | '/app/zadania' | '/app/skrzynka' | '/app/gminy';
  readonly icon: LucideIcon;
}

/** The places of the working side, in the order of the navigation. */
export const places: readonly Place[] = [
  { key: 'start', to: '/app', icon: House },
  { key: 'networks', to: '/app/sieci', icon: Waypoints },
  { key: 'tasks', to: '/app/zadania', icon: ListChecks },
  { key: 'inbox', to: '/app/skrzynka', icon: Inbox },
  { key: 'directory', to: '/app/gminy', icon: MapPinned },
];
