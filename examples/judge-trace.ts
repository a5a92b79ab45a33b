import type { FlagReason, Relation, Split, Status } from "../schema/vocabulary.ts";
import type { ExpectedTrace } from "./read-expected-trace.ts";

/** An edge as a trace decided it; edges of the graph have this shape. */
export interface DecidedEdge {
  readonly kind: "derivation" | "model-use" | "clearing";
  readonly from: string;
  readonly to: string;
  readonly status: Status;
  readonly relation?: Relation;
  readonly split?: Split | undefined;
  readonly flags?: readonly FlagReason[];
}

/** Differences between a trace and the truth, each as `from -> to` and what is wrong. Empty lists are a perfect trace. */
export interface Judgement {
  readonly right: number;
  /** Edges of the truth that the trace has neither accepted nor flagged. */
  readonly missing: readonly string[];
  /** Edges that the trace has accepted or flagged although the truth denies or does not know them. */
  readonly wrong: readonly string[];
  readonly splits: readonly string[];
  readonly relations: readonly string[];
  /** Flags of the truth that the trace did not raise. */
  readonly flags: readonly string[];
  readonly missingModels: readonly string[];
  readonly missingClearings: readonly string[];
}

export const judgeTrace = (expected: ExpectedTrace, decided: readonly DecidedEdge[]): Judgement => {
  const believed = decided.filter(({ status }) => status !== "rejected");
  const derivations = byEnds(believed.filter(({ kind }) => kind === "derivation"));
  const known = byEnds([...expected.edges, ...expected.arguable]);
  const found = expected.edges.flatMap((edge) => {
    const match = derivations.get(toKey(edge));
    return match === undefined ? [] : [{ edge, match }];
  });
  return {
    right: found.length,
    missing: expected.edges.map(toKey).filter((key) => !derivations.has(key)),
    wrong: [...derivations.keys()].filter((key) => !known.has(key)),
    splits: found
      .filter(({ edge, match }) => edge.split !== match.split)
      .map(
        ({ edge, match }) => `${toKey(edge)}: ${match.split ?? "none"} instead of ${edge.split ?? "none"}`,
      ),
    relations: found
      .filter(({ edge, match }) => edge.relation !== match.relation)
      .map(({ edge, match }) => `${toKey(edge)}: ${match.relation ?? "none"} instead of ${edge.relation}`),
    flags: expected.flags
      .filter((flag) => derivations.get(toKey(flag))?.flags?.includes(flag.flag) !== true)
      .map((flag) => `${toKey(flag)}: ${flag.flag}`),
    missingModels: missingModels(expected, believed),
    missingClearings: missingClearings(expected, believed),
  };
};

const missingModels = (expected: ExpectedTrace, believed: readonly DecidedEdge[]): readonly string[] => {
  const uses = believed.filter(({ kind }) => kind === "model-use");
  const keys = new Set(uses.map(({ from, to }) => `${from} -> ${toModelName(to)}`));
  return expected.models.filter(({ from, to }) => !keys.has(`${from} -> ${toModelName(to)}`)).map(toKey);
};

const missingClearings = (expected: ExpectedTrace, believed: readonly DecidedEdge[]): readonly string[] => {
  const clearings = byEnds(believed.filter(({ kind }) => kind === "clearing"));
  return expected.clearings.map(toKey).filter((key) => !clearings.has(key));
};

interface Ends {
  readonly from: string;
  readonly to: string;
}

const byEnds = <Edge extends Ends>(edges: readonly Edge[]): ReadonlyMap<string, Edge> =>
  new Map(edges.map((edge) => [toKey(edge), edge]));

const toKey = ({ from, to }: Ends): string => `${from} -> ${to}`;

/** Documents name one model with and without its owner, with blanks and with hyphens; an unlinked one is `name:` something. */
const toModelName = (name: string): string =>
  name
    .replace(/^name:|^.*\//, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
