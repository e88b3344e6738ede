import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { concerns, type Changes } from '../lib/changes.ts';
import { keepLive } from '../lib/live.ts';

/** What comes within this time is read again once, in milliseconds. */
const gathering = 500;

/** What others do appears on the page without a reload: what stands on it is read again where it may have changed. */
export const useLive = (): void => {
  const queries = useQueryClient();
  useEffect(() => {
    let gathered: Changes = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const readAgain = (): void => {
      const changes = gathered;
      gathered = [];
      timer = undefined;
      void queries.invalidateQueries({ predicate: ({ queryKey }) => concerns(changes, queryKey) });
    };
    const stop = keepLive(
      (changes) => {
        gathered = changes && gathered && [...gathered, ...changes];
        timer ??= setTimeout(readAgain, gathering);
      },
      () => void queries.invalidateQueries({ queryKey: ['session'] }),
    );
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [queries]);
};
