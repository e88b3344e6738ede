import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';

/**
 * Puts what is typed into a list's search box into the address of its page; `undefined` where nothing is typed. Who is on
 * the way to another page already is not called back.
 */
export const useSearchWords = (go: (words: string | undefined) => unknown): ((typed: string) => void) => {
  const router = useRouter();
  const latest = useRef(go);
  useEffect(() => {
    latest.current = go;
  });
  const [search] = useState(() => {
    const { pathname } = router.latestLocation;
    return (typed: string): void => {
      if (router.latestLocation.pathname === pathname) latest.current(typed || undefined);
    };
  });
  return search;
};
