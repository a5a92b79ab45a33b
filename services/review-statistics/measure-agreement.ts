import type { EdgeChange } from "../../schema/decision.ts";
import type { Derivation } from "../../schema/edge.ts";
import { assertNever } from "../../schema/errors.ts";
import type { EdgeId } from "../../schema/ids.ts";
import type { ReviewEntry } from "../../schema/review.ts";
import {
  type Agreement,
  type DisputedEdge,
  MIN_DOUBLY_REVIEWED,
  type RaterPair,
  type ReviewStatistics,
} from "../../schema/review-statistics.ts";
import { type Relation, RELATIONS } from "../../schema/vocabulary.ts";
import { cohenKappa } from "./cohen-kappa.ts";
import { krippendorffAlpha } from "./krippendorff-alpha.ts";

const MAX_DISPUTED = 100;
/** What somebody said who says that it is no edge. */
const NONE = "none";

interface Label {
  readonly by: string;
  readonly blind: boolean;
  /** The relation that it is an edge of, or `none`. */
  readonly relation: string;
}

/** An edge of which two people or more said something. */
interface DoublyReviewed {
  readonly edge: EdgeId;
  /** The relation that it had before anybody decided. */
  readonly claimed: Relation;
  readonly labels: readonly Label[];
}

/**
 * How far people agree on the same edges. Of each person the last word on an edge counts, unless it was undone; a blind review counts as
 * any other. `edges`: those of the graph, for the relation of what no entry of the log changed.
 */
export const measureAgreement = (
  decisions: readonly ReviewEntry[],
  edges: readonly Derivation[],
): ReviewStatistics["agreement"] => {
  const doubly = findDoublyReviewed(decisions, edges);
  const byRelation = RELATIONS.map((relation) => ({
    relation,
    items: doubly.filter(({ claimed }) => claimed === relation),
  }));
  return {
    needed: MIN_DOUBLY_REVIEWED,
    holds: toAgreement(doubly, holds),
    relation: toAgreement(doubly, ({ relation }) => relation),
    relations: byRelation
      .filter(({ items }) => items.length > 0)
      .map(({ relation, items }) => ({ relation, ...toAgreement(items, holds) })),
    pairs: toPairs(doubly),
    disputed: doubly.flatMap(toDisputed).slice(0, MAX_DISPUTED),
  };
};

const holds = ({ relation }: Label): string => (relation === NONE ? "wrong" : "right");

type Category = (label: Label) => string;

const toAgreement = (items: readonly DoublyReviewed[], category: Category): Agreement => {
  const edges = items.length;
  const counts = {
    edges,
    missing: Math.max(0, MIN_DOUBLY_REVIEWED - edges),
    blind: items.filter(({ labels }) => labels.some(({ blind }) => blind)).length,
  };
  if (counts.missing > 0) return counts;
  const units = items.map(({ labels }) => labels.map(category));
  return {
    ...counts,
    unanimous: units.filter((labels) => new Set(labels).size === 1).length,
    alpha: krippendorffAlpha(units),
  };
};

const toPairs = (items: readonly DoublyReviewed[]): RaterPair[] => {
  const people = [...new Set(items.flatMap(({ labels }) => labels.map(({ by }) => by)))].sort();
  return people
    .flatMap((one, index) => people.slice(index + 1).map((other) => ({ one, other })))
    .map(({ one, other }) => ({ one, other, shared: items.flatMap((item) => sharedBy(item, one, other)) }))
    .filter(({ shared }) => shared.length > 0)
    .map(({ one, other, shared }) => {
      const edges = shared.length;
      const missing = Math.max(0, MIN_DOUBLY_REVIEWED - edges);
      const figures = {
        agreed: shared.filter(([first, second]) => first === second).length,
        kappa: cohenKappa(shared),
      };
      return { one, other, edges, missing, ...(missing > 0 ? {} : figures) };
    });
};

const sharedBy = (
  { labels }: DoublyReviewed,
  one: string,
  other: string,
): readonly (readonly [string, string])[] => {
  const [first, second] = [one, other].map((name) => labels.find(({ by }) => by === name));
  return first === undefined || second === undefined ? [] : [[holds(first), holds(second)]];
};

const toDisputed = ({ edge, labels }: DoublyReviewed): readonly DisputedEdge[] =>
  new Set(labels.map(({ relation }) => relation)).size === 1
    ? []
    : [{ edge, labels: labels.map(({ by, relation, blind }) => ({ by, label: relation, blind })) }];

const findDoublyReviewed = (
  decisions: readonly ReviewEntry[],
  edges: readonly Derivation[],
): readonly DoublyReviewed[] => {
  const known = new Map<string, Derivation>(edges.map((edge) => [edge.id, edge]));
  const seen = new Map<EdgeId, Seen>();
  for (const entry of decisions) {
    if (entry.action.kind !== "decided") continue;
    const { edge, change } = entry.action;
    const state = entry.states.find((one) => one.edge === edge);
    const before = state?.before ?? seen.get(edge)?.standing ?? known.get(edge) ?? state?.after;
    if (before?.kind !== "derivation") continue;
    const of = seen.get(edge) ?? { claimed: before.relation, standing: before, labels: new Map() };
    if (state?.after?.kind === "derivation") of.standing = state.after;
    if (!entry.undone) {
      const relation = relationSaid(change, before);
      of.labels.set(entry.by, { by: entry.by, blind: entry.blind === true, relation });
    }
    seen.set(edge, of);
  }
  return [...seen]
    .filter(([, { labels }]) => labels.size > 1)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([edge, { claimed, labels }]) => ({ edge, claimed, labels: [...labels.values()] }));
};

interface Seen {
  readonly claimed: Relation;
  /** The edge as the log left it last. */
  standing: Derivation;
  /** By person. */
  readonly labels: Map<string, Label>;
}

/** Led elsewhere, it is no edge to where it led. */
const relationSaid = (change: EdgeChange, { relation, to }: Derivation): string => {
  switch (change.verdict) {
    case "accepted":
      return relation;
    case "rejected":
      return NONE;
    case "edited":
      return change.to !== undefined && change.to !== to ? NONE : (change.relation ?? relation);
    default:
      return assertNever(change);
  }
};
