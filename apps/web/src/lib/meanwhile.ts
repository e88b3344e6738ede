import { useState } from 'react';
import { isProblem } from './api.ts';
import { mergeFields } from './merge.ts';

interface Disputed {
  readonly field: string;
  readonly mine: unknown;
  readonly theirs: unknown;
  readonly isTaken: boolean;
}

/** What is told of it: who saved meanwhile, what of it was taken over, and what is to be decided. */
export interface Told {
  readonly by: string | undefined;
  readonly taken: readonly string[];
  readonly disputed: readonly Disputed[];
}

/** How the values of fields are told; where a field is not named, as it stands. */
export type ToldAs = Readonly<Record<string, ((value: never) => string) | undefined>>;

/** Writes several fields of the form at once. */
type Apply = (patch: Readonly<Record<string, unknown>>) => void;

export interface Meanwhile {
  readonly told: Told | null;
  readonly toldAs: ToldAs;
  /** Counts what was written into the form from outside: its controls begin anew with it. */
  readonly round: number;
  /** Where a save was refused because somebody was quicker: goes on from what they have saved. */
  readonly meet: (error: unknown, mine: Readonly<Record<string, unknown>>, apply: Apply) => void;
  /** Takes what they have saved in a field, or one's own again. */
  readonly toggle: (field: string, apply: Apply) => void;
}

/**
 * A thing as it was when somebody began to change it here. What others save meanwhile takes no typed word away: the save is
 * refused, and field by field the writer sees what they have saved, and takes it or not.
 */
export const useMeanwhile = <View>(
  current: View,
  valuesOf: (view: View) => Readonly<Record<string, unknown>>,
  toldAs: ToldAs = {},
): { readonly begun: View; readonly meanwhile: Meanwhile } => {
  const [begun, setBegun] = useState(current);
  const [told, setTold] = useState<Told | null>(null);
  const [round, setRound] = useState(0);
  const meet: Meanwhile['meet'] = (error, mine, apply) => {
    if (!isProblem(error, 'version-conflict') || error.current === undefined) return;
    const newer = error.current as View;
    const theirs = valuesOf(newer);
    // Which version is saved over is no field that anybody writes.
    const { version, ...fields } = theirs;
    const { taken, disputed } = mergeFields({ begun: valuesOf(begun), mine, theirs: fields });
    apply({
      ...Object.fromEntries(taken.map((field) => [field, theirs[field]])),
      ...(version !== undefined && { version }),
    });
    setTold({
      by: error.by,
      taken,
      disputed: disputed.map((field) => ({ field, mine: mine[field], theirs: theirs[field], isTaken: false })),
    });
    setBegun(newer);
    setRound(round + 1);
  };
  const toggle: Meanwhile['toggle'] = (field, apply) => {
    const one = told?.disputed.find((disputed) => disputed.field === field);
    if (!told || !one) return;
    apply({ [field]: one.isTaken ? one.mine : one.theirs });
    setTold({
      ...told,
      disputed: told.disputed.map((other) => (other === one ? { ...one, isTaken: !one.isTaken } : other)),
    });
    setRound(round + 1);
  };
  return { begun, meanwhile: { told, toldAs, round, meet, toggle } };
};
