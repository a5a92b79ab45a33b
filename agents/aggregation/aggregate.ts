import type { Alias } from "../../schema/dataset.ts";
import type { Edge, Evidence } from "../../schema/edge.ts";
import { FLAG_FLOOR } from "../../schema/status-rule.ts";
import type { RejectionReason, Tracer } from "../../schema/vocabulary.ts";
import type { ProvenClaim } from "../evidence/proven-claim.ts";
import type { HubPort, LineagePort, ModelNode } from "../ports.ts";
import type { Candidate } from "./candidate.ts";
import { collectNodes } from "./collect-nodes.ts";
import type { CollectedNodes } from "./collect-nodes.ts";
import { supportOf } from "./confidence.ts";
import { decideEdges, decideModelUses } from "./decide-edges.ts";
import type { DecideInput } from "./decide-edges.ts";
import { groupByNode, isSelf } from "./found.ts";
import { uniqueBy } from "./group-by.ts";
import { isWord } from "./is-word.ts";
import { mergeClaims } from "./merge.ts";
import { modelNamesOf } from "./names-model.ts";
import { resolveCandidates } from "./resolve.ts";
import { toEvidence } from "./to-edge.ts";

export interface AggregateInput extends DecideInput {
  readonly claims: readonly ProvenClaim[];
}

export interface AggregatePorts {
  readonly hub: Pick<HubPort, "dataset" | "search">;
  readonly lineage: Pick<LineagePort, "aliases" | "decidedNames" | "closingCycles">;
}

/** What one visit adds to the graph. */
export interface Aggregated extends CollectedNodes {
  readonly edges: readonly Edge[];
  readonly evidence: readonly Evidence[];
  readonly models: readonly ModelNode[];
  readonly aliases: readonly Alias[];
  readonly dropped: readonly {
    readonly name: string;
    readonly tracer: Tracer;
    readonly reason: RejectionReason;
  }[];
  /** What the Hub could not be asked. */
  readonly unchecked: readonly string[];
}

/** Turns the proven claims of one dataset's documents into edges: merges, resolves names, checks, decides. */
export const aggregate = async (
  input: AggregateInput,
  ports: AggregatePorts,
  signal: AbortSignal,
): Promise<Aggregated> => {
  const [words, candidates] = partition(mergeClaims(input.claims), isWord);
  const [models, datasets] = partition(candidates, ({ kind }) => kind === "model-use");
  const isPromising = ({ claims }: Candidate): boolean =>
    supportOf(claims) >= Math.min(FLAG_FLOOR, input.threshold);
  const resolutions = await resolveCandidates(datasets, {
    ...ports,
    target: input.target,
    isPromising,
    signal,
  });
  const found = groupByNode(datasets, resolutions);
  const [self, others] = partition(found, (one) => isSelf(one, input.target.id));
  const closing = await ports.lineage.closingCycles(
    input.target.id,
    others.filter(({ kind }) => kind === "derivation").map(({ resolution }) => resolution.node.id),
  );
  const decided = decideEdges(others, { closing, models: modelNamesOf(models) }, input);
  const used = decideModelUses(models, input);
  return {
    ...collectNodes(decided),
    edges: [...decided.map(({ edge }) => edge), ...used.map(({ edge }) => edge)],
    evidence: [...decided, ...used].flatMap(({ edge, claims }) => toEvidence(edge, claims)),
    models: used.map(({ model }) => model),
    aliases: uniqueBy(
      resolutions.flatMap(({ alias }) => alias ?? []),
      ({ key }) => key,
    ),
    dropped: [
      ...self.map(({ claims }) => toDropped(claims, "self")),
      ...words.map(({ claims }) => toDropped(claims)),
    ],
    unchecked: resolutions.flatMap(({ unchecked }) => unchecked ?? []),
  };
};

/** One of a candidate's claims stands for them all. */
const toDropped = (
  claims: readonly ProvenClaim[],
  reason?: RejectionReason,
): Aggregated["dropped"][number] => {
  const [first] = claims;
  const own = first?.claim.kind === "source" ? first.claim.rejected : undefined;
  return {
    name: first?.claim.name ?? "",
    tracer: first?.claim.tracer ?? "rules",
    reason: reason ?? own ?? "not-supported",
  };
};

const partition = <Value>(
  values: readonly Value[],
  isFirst: (value: Value) => boolean,
): readonly [readonly Value[], readonly Value[]] => [
  values.filter((value) => isFirst(value)),
  values.filter((value) => !isFirst(value)),
];
