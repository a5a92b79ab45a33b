import type { Split } from "../../schema/vocabulary.ts";

/** An accepted derivation between places of datasets. */
export interface AcceptedStep {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly split?: Split | undefined;
}

/** As it is read or decided: by the ids of its ends. */
export interface NamedStep {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly split?: Split | undefined;
}

/** The accepted derivations in memory, changed by one at a time. Datasets have places, from 0 upwards, which they keep. */
export interface AcceptedSteps {
  /** The place of a dataset; one is made for a dataset that has none. */
  placeOf(dataset: string): number;
  /** Puts a step in, or in place of the one of its id. */
  set(step: NamedStep): void;
  remove(id: string): void;
  get(id: string): AcceptedStep | undefined;
  /** What was made from a dataset. */
  into(place: number): readonly AcceptedStep[];
  /** What a dataset was made from. */
  outOf(place: number): readonly AcceptedStep[];
  order(): Order;
  /** Places that there are. */
  size(): number;
}

/** Places so that each dataset comes after what it was made from, as far as no cycle is in the way. */
export interface Order {
  readonly places: readonly number[];
  readonly hasCycle: boolean;
}

const NONE: readonly AcceptedStep[] = [];

export const createAcceptedSteps = (): AcceptedSteps => {
  const places = new Map<string, number>();
  const steps = new Map<string, AcceptedStep>();
  const into: AcceptedStep[][] = [];
  const outOf: AcceptedStep[][] = [];
  let ordered: Order | undefined;
  const placeOf = (dataset: string): number => {
    const known = places.get(dataset);
    if (known !== undefined) return known;
    const place = places.size;
    places.set(dataset, place);
    into.push([]);
    outOf.push([]);
    ordered = undefined;
    return place;
  };
  const remove = (id: string): void => {
    const step = steps.get(id);
    if (step === undefined) return;
    steps.delete(id);
    takeOut(into[step.to], step);
    takeOut(outOf[step.from], step);
    ordered = undefined;
  };
  return {
    placeOf,
    remove,
    set: ({ id, from, to, split }) => {
      remove(id);
      const step = { id, from: placeOf(from), to: placeOf(to), split };
      steps.set(id, step);
      into[step.to]?.push(step);
      outOf[step.from]?.push(step);
      ordered = undefined;
    },
    get: (id) => steps.get(id),
    into: (place) => into[place] ?? NONE,
    outOf: (place) => outOf[place] ?? NONE,
    order: () => (ordered ??= inOrder(outOf)),
    size: () => places.size,
  };
};

const takeOut = (list: AcceptedStep[] | undefined, step: AcceptedStep): void => {
  const at = list?.indexOf(step) ?? -1;
  if (at >= 0) list?.splice(at, 1);
};

const UNSEEN = 0;
const OPEN = 1;
const DONE = 2;

/** Depth first, without recursion: a chain may be as long as the graph is large. */
const inOrder = (outOf: readonly (readonly AcceptedStep[])[]): Order => {
  const places: number[] = [];
  const states = new Uint8Array(outOf.length);
  let hasCycle = false;
  const open: { readonly place: number; next: number }[] = [];
  const enter = (place: number): void => {
    states[place] = OPEN;
    open.push({ place, next: 0 });
  };
  for (let start = 0; start < outOf.length; start += 1) {
    if (states[start] === UNSEEN) enter(start);
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const step = outOf[top.place]?.[top.next];
      top.next += 1;
      if (step === undefined) {
        states[top.place] = DONE;
        places.push(top.place);
        open.pop();
      } else if (states[step.to] === UNSEEN) enter(step.to);
      else if (states[step.to] === OPEN) hasCycle = true;
    }
  }
  return { places, hasCycle };
};
