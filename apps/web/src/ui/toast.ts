import { createSignal } from '../lib/signal.ts';

export interface ToastContent {
  readonly message: string;
  readonly undo?: { readonly label: string; readonly onUndo: () => void };
}

export interface Toast extends ToastContent {
  readonly key: number;
}

let count = 0;

/** What is to be said; the region that says it is loaded with the first word. */
export const lastToast = createSignal<Toast | null>(null);

/** Says that something was done, and offers to undo it where that can be. */
export const toast = (content: ToastContent): void => {
  count += 1;
  lastToast.set({ ...content, key: count });
};
