import { Problem } from './problems.ts';

/** The moves of a thing: from which states, to which. A move not in the table does not exist. */
export type Moves<State extends string> = Record<string, { readonly from: readonly State[]; readonly to: State }>;

export interface Lifecycle<State extends string, Move extends string> {
  /** The state after the move; 409 `wrong-state` where it cannot be made from `state`. */
  move(state: State, move: Move): State;
  /** Whether the move can be made from `state`. */
  allows(state: State, move: Move): boolean;
  readonly moves: Readonly<Record<Move, { readonly from: readonly State[]; readonly to: State }>>;
}

/** A life cycle from its table of moves. */
export const defineLifecycle =
  <State extends string>() =>
  <const M extends Moves<State>>(moves: M): Lifecycle<State, keyof M & string> => {
    const allows = (state: State, move: keyof M & string): boolean => moves[move]?.from.includes(state) ?? false;
    return {
      moves,
      allows,
      move(state, move) {
        const step = moves[move];
        if (!step?.from.includes(state)) throw new Problem('wrong-state', { state });
        return step.to;
      },
    };
  };

/** Optimistic concurrency: 409 with the thing as it stands now, unless the caller saw this version. */
export const expectVersion = (seen: number, current: number, view: () => unknown): void => {
  if (seen !== current) throw new Problem('version-conflict', { current: view() });
};
