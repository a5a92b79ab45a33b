import type { Alias, Dataset } from "../../schema/dataset.ts";
import type { Edge, Evidence } from "../../schema/edge.ts";
import type { DatasetId, TraceId } from "../../schema/ids.ts";
import { registryOf } from "../../schema/ids.ts";
import type { RejectionReason, Tracer } from "../../schema/vocabulary.ts";
import type { ProvenClaim } from "../evidence/proven-claim.ts";
import type { HubDataset, HubPort, LineagePort, ModelNode } from "../ports.ts";
import type { Candidate } from "./candidate.ts";
import { failedChecks } from "./checks.ts";
import { FLAG_FLOOR, speaksFor, supportOf } from "./confidence.ts";
import { groupBy } from "./group-by.ts";
import { joinClaims, mergeClaims } from "./merge.ts";
import { resolveCandidates } from "./resolve.ts";
import type { Resolution } from "./resolve.ts";
import { toClearing, toDerivation, toEvidence, toModelUse } from "./to-edge.ts";
import type { EdgeInput } from "./to-edge.ts";
import { toModelNode } from "./to-model-node.ts";
import { toNameKey } from "./to-name-key.ts";

export interface AggregateInput {
  readonly traceId: TraceId;
  readonly target: HubDataset;
  readonly claims: readonly ProvenClaim[];
  /** Confidence from which an edge is accepted, 0 to 1. */
  readonly threshold: number;
}

export interface AggregatePorts {
  readonly hub: Pick<HubPort, "dataset" | "search">;
  readonly lineage: Pick<LineagePort, "aliases" | "closingCycles">;
}

/** What one visit adds to the graph. */
export interface Aggregated {
  readonly edges: readonly Edge[];
  readonly evidence: readonly Evidence[];
  readonly neighbours: readonly Dataset[];
  readonly models: readonly ModelNode[];
  readonly members: readonly { readonly family: DatasetId; readonly dataset: DatasetId }[];
  readonly aliases: readonly Alias[];
  /** Hub sources to trace next: accepted before flagged, the most confident first. */
  readonly sources: readonly DatasetId[];
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
  const decided = withFusion(others.flatMap((one) => toDecided(one, closing, input)));
  const used = toUsed(models, input);
  return {
    ...collect(decided),
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

/** A score below which a name that no document gives an address for is a word of the page, not a candidate. */
const WORD_SCORE = 0.2;
const WORD_REASONS: ReadonlySet<RejectionReason | undefined> = new Set<RejectionReason>([
  "not-a-dataset",
  "own-subset",
  "cited-only",
  "trained-by",
  "sibling",
  "not-supported",
]);

/**
 * Whether a candidate is only a word that the rules looked at ("Columns", "CC BY 4.0"). It is counted and told, but makes
 * no node: a graph of words would hide the names that a document really rules out.
 */
const isWord = ({ kind, hubId, linkedId, claims }: Candidate): boolean =>
  kind === "derivation" &&
  hubId === undefined &&
  linkedId === undefined &&
  claims.every(
    ({ claim }) => claim.kind === "source" && claim.score < WORD_SCORE && WORD_REASONS.has(claim.rejected),
  );

interface Found {
  readonly kind: Candidate["kind"];
  readonly resolution: Resolution;
  readonly claims: readonly ProvenClaim[];
}

/**
 * Whether a candidate is the target: by its id, or by its name when the rules, who know that re-uploads carry the name of
 * their source, do not speak for it.
 */
const isSelf = ({ resolution, claims }: Found, target: DatasetId): boolean => {
  if (resolution.node.id === target) return true;
  const own = toNameKey(target.slice(target.indexOf("/") + 1));
  return (
    resolution.by === "unresolved" &&
    claims.some(({ claim }) => toNameKey(claim.name) === own) &&
    !claims.some(({ claim }) => claim.tracer === "rules" && speaksFor(claim))
  );
};

/** Candidates that are the same node in the same role become one, with the surest of their resolutions. */
const groupByNode = (
  candidates: readonly Candidate[],
  resolutions: readonly Resolution[],
): readonly Found[] => {
  const pairs = candidates.flatMap((candidate, index) => {
    const resolution = resolutions[index];
    return resolution === undefined ? [] : [{ candidate, resolution }];
  });
  return [
    ...groupBy(pairs, ({ candidate, resolution }) => `${candidate.kind} ${resolution.node.id}`).values(),
  ].flatMap((group) => {
    const [best] = [...group].sort((one, other) => other.resolution.score - one.resolution.score);
    if (best === undefined) return [];
    const claims = joinClaims(group.map(({ candidate }) => candidate));
    return [{ kind: best.candidate.kind, resolution: best.resolution, claims }];
  });
};

interface Decided extends Found {
  readonly edge: Edge;
}

/** Rows of two datasets or more that are taken into one are merged; a page or an archive is not a dataset's rows. */
const withFusion = (decided: readonly Decided[]): readonly Decided[] => {
  const isPart = ({ edge, resolution }: Decided): boolean =>
    edge.kind === "derivation" &&
    edge.status !== "rejected" &&
    edge.relation === "inclusion" &&
    resolution.node.registry !== "website";
  if (decided.filter(isPart).length < 2) return decided;
  return decided.map((one) =>
    isPart(one) && one.edge.kind === "derivation"
      ? { ...one, edge: { ...one.edge, relation: "fusion" } }
      : one,
  );
};

const toDecided = (found: Found, closing: ReadonlySet<DatasetId>, input: AggregateInput): Decided[] => {
  const { kind, resolution, claims } = found;
  const checks = failedChecks({ target: input.target, resolution, claims, closing });
  const edgeInput = { ...toEdgeInput(input, claims), resolution, failedChecks: checks };
  const edge =
    kind === "clearing"
      ? toClearing(resolution.node.id, edgeInput)
      : toDerivation(resolution.node.id, edgeInput);
  return edge === undefined ? [] : [{ ...found, edge }];
};

/** One edge per model, whatever its spellings. */
const toUsed = (candidates: readonly Candidate[], input: AggregateInput) =>
  [...groupBy(candidates, (candidate) => toModelNode(candidate).id).values()].flatMap((group) => {
    const [first] = group;
    const claims = joinClaims(group);
    const model = first === undefined ? undefined : toModelNode(first);
    const edge = model === undefined ? undefined : toModelUse(model.id, toEdgeInput(input, claims));
    return model === undefined || edge === undefined ? [] : [{ model, edge, claims }];
  });

const toEdgeInput = (
  { traceId, target, threshold }: AggregateInput,
  claims: readonly ProvenClaim[],
): EdgeInput => ({
  traceId,
  from: target.id,
  claims,
  resolution: claims.some(({ claim }) => claim.hubId !== undefined)
    ? { by: "id-in-text", score: 1 }
    : { by: "unresolved", score: 0 },
  failedChecks: [],
  threshold,
});

const collect = (decided: readonly Decided[]): Pick<Aggregated, "neighbours" | "members" | "sources"> => {
  const leading = decided.filter(({ edge }) => edge.kind === "derivation" && edge.status !== "rejected");
  const sources = [...leading].sort(byPromise).map(({ resolution }) => resolution.node.id);
  const benchmarks = new Set(
    decided.filter(({ edge }) => edge.kind === "clearing").map(({ resolution }) => resolution.node.id),
  );
  const families = leading.filter(({ resolution }) => resolution.node.isFamily);
  return {
    // The node as its most telling edge knows it comes first, so that it is the one that is kept.
    neighbours: uniqueBy(
      [
        ...leading.map(({ resolution }) => resolution.node),
        ...families.flatMap(({ resolution }) => resolution.members),
        ...decided.map(({ resolution }) => toMentioned(resolution.node)),
      ],
      ({ id }) => id,
    ).map((node) => (benchmarks.has(node.id) ? { ...node, isBenchmark: true } : node)),
    members: families.flatMap(({ resolution }) =>
      resolution.members.map(({ id }) => ({ family: resolution.node.id, dataset: id })),
    ),
    sources: sources.filter((id) => registryOf(id) === "huggingface"),
  };
};

const byPromise = ({ edge: one }: Decided, { edge: other }: Decided): number =>
  one.status.localeCompare(other.status) || other.confidence - one.confidence || (one.to < other.to ? -1 : 1);

/** A node that no accepted or flagged derivation leads to: named, and not to be traced. */
const toMentioned = (node: Dataset): Dataset => {
  const { stateReason: _, ...rest } = node;
  return { ...rest, state: "mentioned" };
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

const uniqueBy = <Value>(values: readonly Value[], keyOf: (value: Value) => string): readonly Value[] => {
  const kept = new Map<string, Value>();
  for (const value of values) if (!kept.has(keyOf(value))) kept.set(keyOf(value), value);
  return [...kept.values()];
};
