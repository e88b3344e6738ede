import type { DocumentView, UploadTarget } from '@blizej/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { sendFile } from './send-file.ts';

/** A file on its way, as the page shows it. */
export interface Sending {
  readonly key: number;
  readonly name: string;
  readonly bytes: number;
  readonly received: number;
  readonly state: 'waiting' | 'sending' | 'paused' | 'failed';
  readonly error: unknown;
}

interface Job {
  readonly key: number;
  readonly file: File;
  readonly target: UploadTarget;
  readonly stop: AbortController;
}

export interface Uploads {
  readonly items: readonly Sending[];
  readonly add: (files: readonly File[], target: UploadTarget) => void;
  /** Takes a failed file up again, from where it broke off. */
  readonly retry: (key: number) => void;
  /** Gives a file up, or hides one that failed. */
  readonly drop: (key: number) => void;
}

/** Files on their way, one after the other. Whoever leaves the page gives up those that have not arrived. */
export const useUploads = (onDone: (document: DocumentView, target: UploadTarget) => void): Uploads => {
  const queries = useQueryClient();
  const [items, setItems] = useState<readonly Sending[]>([]);
  const jobs = useRef(new Map<number, Job>());
  const queue = useRef<number[]>([]);
  const isBusy = useRef(false);
  const count = useRef(0);

  const change = (key: number, changes: Partial<Sending>): void =>
    setItems((before) => before.map((item) => (item.key === key ? { ...item, ...changes } : item)));
  const forget = (key: number): void => {
    jobs.current.delete(key);
    setItems((before) => before.filter((item) => item.key !== key));
  };

  const run = async (job: Job): Promise<void> => {
    const { key, file, target, stop } = job;
    change(key, { state: 'sending', error: undefined });
    try {
      const document = await sendFile(file, target, {
        signal: stop.signal,
        onProgress: (received, isWaiting) => change(key, { received, state: isWaiting ? 'paused' : 'sending' }),
      });
      forget(key);
      onDone(document, target);
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'association' });
    } catch (error) {
      if (stop.signal.aborted) forget(key);
      else change(key, { state: 'failed', error });
    }
  };

  const work = async (): Promise<void> => {
    if (isBusy.current) return;
    isBusy.current = true;
    for (let key = queue.current.shift(); key !== undefined; key = queue.current.shift()) {
      const job = jobs.current.get(key);
      if (job) await run(job);
    }
    isBusy.current = false;
  };

  useEffect(() => {
    const underWay = jobs.current;
    return () => {
      for (const { stop } of underWay.values()) stop.abort();
      underWay.clear();
    };
  }, []);

  return {
    items,
    add: (files, target) => {
      const added = files.map((file) => {
        count.current += 1;
        const key = count.current;
        jobs.current.set(key, { key, file, target, stop: new AbortController() });
        queue.current.push(key);
        const { name, size: bytes } = file;
        return { key, name, bytes, received: 0, state: 'waiting', error: undefined } as const;
      });
      setItems((before) => [...before, ...added]);
      void work();
    },
    retry: (key) => {
      change(key, { state: 'waiting' });
      queue.current.push(key);
      void work();
    },
    drop: (key) => {
      jobs.current.get(key)?.stop.abort();
      forget(key);
    },
  };
};
