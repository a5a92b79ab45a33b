import type { EdgeChange } from "../../schema/decision.ts";
import type { Edge } from "../../schema/edge.ts";
import { assertNever } from "../../schema/errors.ts";
import type { ReviewEvent } from "../../schema/review.ts";

/** A word of a viewer on which nobody decided. */
export interface PendingProposal {
  readonly event: ReviewEvent["id"];
  readonly by: string;
  readonly at: string;
  readonly change: EdgeChange;
}

/** What the log says of one edge. */
export interface EdgeReviews {
  /** The last event that changed it. */
  readonly revision: number;
  /** Events that changed it. */
  readonly changes: number;
  /** Everybody whose decision on it counts, blind ones too. */
  readonly people: ReadonlySet<string>;
  /** Those who looked at it blindly. */
  readonly seconds: ReadonlySet<string>;
  /** Where it starts; absent while no event changed it. */
  readonly from?: string;
  /** It as it was before the first of the decisions that count; absent when it is not known. */
  readonly undecided?: Edge;
  readonly proposals: readonly PendingProposal[];
  /** Who skipped it since it changed last, with the event of their last skip. */
  readonly skippedBy: ReadonlyMap<string, number>;
}

/** The log, event by event, as far as the queue asks for it. */
export interface ReviewFold {
  /** The last sequence that was taken in; 0: none. */
  readonly last: () => number;
  add(events: readonly ReviewEvent[]): void;
  of(edge: string): EdgeReviews | undefined;
  /** Every edge that an event is about. */
  edges(): Iterable<string>;
}

interface Word {
  readonly event: ReviewEvent["id"];
  readonly sequence: number;
  readonly by: string;
  readonly at: string;
  readonly kind: "decided" | "blind" | "proposed" | "skipped";
  readonly change?: EdgeChange;
}

interface Notes {
  revision: number;
  changes: number;
  undecided: Edge | undefined;
  from: string | undefined;
  readonly words: Word[];
}

const NOTHING = { revision: 0, changes: 0, undecided: undefined, from: undefined };

export const createReviewFold = (): ReviewFold => {
  const notes = new Map<string, Notes>();
  const undone = new Set<string>();
  /** Of an undoing, the events that it is about in the end. */
  const targets = new Map<string, readonly string[]>();
  const batches = new Map<string, string[]>();
  let last = 0;

  const of = (edge: string): Notes => {
    const known = notes.get(edge) ?? { ...NOTHING, words: [] };
    notes.set(edge, known);
    return known;
  };
  const turn = ({ id, action }: ReviewEvent): void => {
    if (action.kind !== "undone") return;
    const { undoes, restores } = action;
    const events = targets.get(undoes) ?? batches.get(undoes) ?? [undoes];
    targets.set(id, events);
    for (const event of events) {
      if (restores) undone.delete(event);
      else undone.add(event);
    }
  };
  const add = (event: ReviewEvent): void => {
    last = Math.max(last, event.sequence);
    if (event.batch !== undefined) batches.set(event.batch, [...(batches.get(event.batch) ?? []), event.id]);
    turn(event);
    for (const [edge, word] of wordsOf(event)) of(edge).words.push(word);
    for (const { edge, before, after } of event.states) {
      const known = of(edge);
      known.revision = event.sequence;
      known.changes += 1;
      known.from = after?.from ?? before?.from ?? known.from;
      if (before?.decision === undefined && after?.decision !== undefined)
        known.undecided = before ?? undefined;
    }
  };
  return {
    last: () => last,
    add: (events) => events.forEach(add),
    edges: () => notes.keys(),
    of: (edge) => {
      const known = notes.get(edge);
      return known === undefined ? undefined : summarise(known, undone);
    },
  };
};

/** Who said what of which edges. */
const wordsOf = (event: ReviewEvent): readonly (readonly [string, Word])[] => {
  const { id, sequence, by, at, action, states, blind } = event;
  const word = { event: id, sequence, by, at };
  switch (action.kind) {
    case "decided": {
      const kind = blind === true ? "blind" : "decided";
      return edgesOf(event, action.edge).map((edge) => [edge, { ...word, kind, change: action.change }]);
    }
    case "proposed":
      return [[action.edge, { ...word, kind: "proposed", change: action.change }]];
    case "skipped":
      return [[action.edge, { ...word, kind: "skipped" }]];
    case "added":
    case "alias":
      return states.map(({ edge }) => [edge, { ...word, kind: "decided" }]);
    case "undone":
    case "renamed":
      return [];
    default:
      return assertNever(action);
  }
};

const edgesOf = ({ states }: ReviewEvent, edge: string): readonly string[] => [
  ...new Set([edge, ...states.map((state) => state.edge)]),
];

const summarise = (
  { revision, changes, undecided, from, words }: Notes,
  undone: ReadonlySet<string>,
): EdgeReviews => {
  const live = words.filter(({ event }) => !undone.has(event));
  const decided = live.filter(({ kind }) => kind === "decided");
  const blind = live.filter(({ kind }) => kind === "blind");
  const lastWord = decided.at(-1)?.sequence ?? 0;
  return {
    revision,
    changes,
    people: new Set([...decided, ...blind].map(({ by }) => by)),
    seconds: new Set(blind.map(({ by }) => by)),
    ...(from === undefined ? {} : { from }),
    ...(undecided === undefined || decided.length === 0 ? {} : { undecided }),
    proposals: live.flatMap(({ kind, sequence, event, by, at, change }) =>
      kind === "proposed" && sequence > lastWord && change !== undefined ? [{ event, by, at, change }] : [],
    ),
    skippedBy: new Map(
      live.flatMap(({ kind, sequence, by }) =>
        kind === "skipped" && sequence > revision ? [[by, sequence] as const] : [],
      ),
    ),
  };
};
