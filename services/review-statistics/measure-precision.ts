import type { Derivation } from "../../schema/edge.ts";
import {
  type Precision,
  PRECISION_DIMENSIONS,
  type PrecisionDimension,
  type PrecisionGroup,
} from "../../schema/review-statistics.ts";
import { type Status, STATUSES } from "../../schema/vocabulary.ts";
import type { JudgedEdge } from "./judge-edges.ts";
import { wilsonInterval } from "./wilson-interval.ts";

/** What an edge counts under; nothing where it does not count. */
const VALUES = {
  status: ({ claim }) => [claim.status],
  origin: believed(({ origin, signals }) =>
    origin?.kind === "published"
      ? [signals.documents > 0 ? "published-and-traced" : "published"]
      : ["traced"],
  ),
  "document-kind": believed(({ signals }) => signals.documentKinds),
  documents: believed(({ signals }) =>
    signals.documents === 0 ? [] : [signals.documents === 1 ? "one" : "several"],
  ),
  tracer: believed(({ signals }) => signals.tracers),
  "resolved-by": believed(({ signals }) => [signals.resolvedBy]),
  contradicted: believed(({ signals }) => [signals.contradicted ? "yes" : "no"]),
  flag: believed(({ flags }) => (flags.length === 0 ? ["none"] : flags)),
  relation: believed(({ relation }) => [relation]),
  "relation-kept": ({ claim, isRight }) => (isRight ? [claim.relation] : []),
} satisfies Record<PrecisionDimension, (judged: JudgedEdge) => readonly string[]>;

/** Whether it is right in what the dimension asks about. */
const isRightIn = (dimension: PrecisionDimension, { edge, claim, isRight }: JudgedEdge): boolean =>
  dimension === "relation-kept" ? edge.relation === claim.relation : isRight;

/**
 * Of the edges that people decided on, how many they found right, by what speaks for them. Rejected candidates count under `status` alone:
 * that they are not edges is what the program says of them. `edges`: how many there are of each status that documents of ours prove, decided
 * on or not; a bare published claim counts for itself alone.
 */
export const measurePrecision = (
  judged: readonly JudgedEdge[],
  edges: Readonly<Record<Status, number>>,
): Precision[] => {
  const weights = new Map(
    STATUSES.map((status) => {
      const labels = judged.filter(({ claim }) => claim.status === status && isProven(claim)).length;
      return [status, labels === 0 ? 0 : edges[status] / labels];
    }),
  );
  return PRECISION_DIMENSIONS.map((dimension) => {
    const groups = new Map<string, JudgedEdge[]>();
    for (const one of judged) {
      for (const value of new Set<string>(VALUES[dimension](one))) {
        const members = groups.get(value);
        if (members === undefined) groups.set(value, [one]);
        else members.push(one);
      }
    }
    return {
      dimension,
      groups: [...groups]
        .map(([value, members]) => toGroup(value, { dimension, members, weights }))
        .sort((one, other) => other.edges - one.edges || (one.value < other.value ? -1 : 1)),
    };
  });
};

/** How many claims a publication makes of which nobody decided is not read. */
export const isProven = ({ signals }: Derivation): boolean => signals.documents > 0;

interface Members {
  readonly dimension: PrecisionDimension;
  readonly members: readonly JudgedEdge[];
  readonly weights: ReadonlyMap<Status, number>;
}

const toGroup = (value: string, { dimension, members, weights }: Members): PrecisionGroup => {
  const weightOf = ({ claim }: JudgedEdge): number =>
    isProven(claim) ? (weights.get(claim.status) ?? 0) : 1;
  const right = members.filter((one) => isRightIn(dimension, one));
  const all = members.reduce((sum, one) => sum + weightOf(one), 0);
  const share = right.reduce((sum, one) => sum + weightOf(one), 0) / all;
  return {
    value,
    edges: members.length,
    right: right.length,
    ...wilsonInterval(right.length, members.length),
    estimate: Math.min(1, share),
  };
};

function believed(
  values: (claim: Derivation) => readonly string[],
): (judged: JudgedEdge) => readonly string[] {
  return ({ claim }) => (claim.status === "rejected" ? [] : values(claim));
}
