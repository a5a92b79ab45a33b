import type { StoredState } from "../../review-rows.ts";

/** What is to be put back of one edge or name: what was before `row`. Afterwards the word of `stands` counts; 0: nobody's. */
export interface Undoing {
  readonly subject: string;
  readonly row: StoredState;
  readonly stands: number;
}

export type UndoPlan =
  | { readonly kind: "plan"; readonly undoings: readonly Undoing[] }
  /** None of it is as it was asked to be changed. */
  | { readonly kind: "done" }
  /** Somebody's later word counts of one of its edges. */
  | { readonly kind: "later"; readonly sequence: number }
  /** What it was decided upon does not count. */
  | { readonly kind: "adrift"; readonly sequence: number };

export interface UndoRequest {
  /** The first word of each event that is meant, on each of its subjects: no undoing. */
  readonly bases: readonly StoredState[];
  /** All that ever changed these subjects, in order. */
  readonly history: ReadonlyMap<string, readonly StoredState[]>;
  /** Whether they shall count again, rather than no more. */
  readonly restores: boolean;
}

/**
 * The words that count of a subject are a pile: each decision lies on the one that counted when it was made. Only the uppermost can be
 * taken off, and only what lay on the uppermost can be put on it again.
 */
export const planUndoing = ({ bases, history, restores }: UndoRequest): UndoPlan => {
  const wanted = bases.filter((base) => isInForce(base, history.get(base.subject) ?? []) !== restores);
  if (wanted.length === 0) return { kind: "done" };
  const ordered = wanted.toSorted((one, other) =>
    restores ? one.sequence - other.sequence : other.sequence - one.sequence,
  );
  const tops = new Map([...history].map(([subject, rows]) => [subject, rows.at(-1)?.stands ?? 0]));
  const undoings: Undoing[] = [];
  for (const base of ordered) {
    const top = tops.get(base.subject) ?? 0;
    const [needed, stands] = restores ? [base.was, base.sequence] : [base.sequence, base.was];
    if (top !== needed)
      return top > needed ? { kind: "later", sequence: top } : { kind: "adrift", sequence: needed };
    tops.set(base.subject, stands);
    const row = (history.get(base.subject) ?? []).findLast(
      (one) => one.was === stands && one.stands === needed,
    );
    undoings.push({ subject: base.subject, row: row ?? base, stands });
  }
  return { kind: "plan", undoings };
};

/** Whether the word counts at present: it is in the pile. */
export const isInForce = (
  { sequence }: Pick<StoredState, "sequence">,
  history: readonly Pick<StoredState, "sequence" | "was" | "stands">[],
): boolean => {
  const below = new Map(
    history.filter((row) => row.stands === row.sequence).map((row) => [row.sequence, row.was] as const),
  );
  for (let top = history.at(-1)?.stands ?? 0; top >= sequence; top = below.get(top) ?? 0) {
    if (top === sequence) return true;
  }
  return false;
};
