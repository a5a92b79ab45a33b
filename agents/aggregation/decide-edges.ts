import type { Edge } from "../../schema/edge.ts";
import type { DatasetId, TraceId } from "../../schema/ids.ts";
import type { ProvenClaim } from "../evidence/proven-claim.ts";
import type { HubDataset, ModelNode } from "../ports.ts";
import type { Candidate } from "./candidate.ts";
import { failedChecks } from "./checks.ts";
import type { Found } from "./found.ts";
import { groupBy } from "./group-by.ts";
import { joinClaims } from "./merge.ts";
import { namesModel } from "./names-model.ts";
import { namesNothing } from "./names-nothing.ts";
import { toClearing, toDerivation, toModelUse } from "./to-edge.ts";
import type { EdgeInput } from "./to-edge.ts";
import { toModelNode } from "./to-model-node.ts";

/** What is the same for all edges of a visit. */
export interface DecideInput {
  readonly traceId: TraceId;
  readonly target: HubDataset;
  /** Confidence from which an edge is accepted, 0 to 1. */
  readonly threshold: number;
}

/** What the documents and the graph say beside a candidate's own claims. */
export interface Surroundings {
  /** Sources whose edge would close a cycle. */
  readonly closing: ReadonlySet<DatasetId>;
  /** Keys of names that the documents use for models. */
  readonly models: ReadonlySet<string>;
}

export interface Decided extends Found {
  readonly edge: Edge;
}

export interface Used {
  readonly model: ModelNode;
  readonly edge: Edge;
  readonly claims: readonly ProvenClaim[];
}

/** One edge for each node that the documents name. */
export const decideEdges = (
  found: readonly Found[],
  around: Surroundings,
  input: DecideInput,
): readonly Decided[] => withFusion(found.flatMap((one) => toDecided(one, around, input)));

/** One edge per model, whatever its spellings. */
export const decideModelUses = (candidates: readonly Candidate[], input: DecideInput): readonly Used[] =>
  [...groupBy(candidates, (candidate) => toModelNode(candidate).id).values()].flatMap((group) => {
    const [first] = group;
    const claims = joinClaims(group);
    const model = first === undefined ? undefined : toModelNode(first);
    const edge = model === undefined ? undefined : toModelUse(model.id, toEdgeInput(input, claims));
    return model === undefined || edge === undefined ? [] : [{ model, edge, claims }];
  });

/**
 * Rows of two datasets or more that are taken into one are merged. A page is no dataset's rows, and a name that nobody
 * could resolve may be none either, unless it is believed.
 */
const withFusion = (decided: readonly Decided[]): readonly Decided[] => {
  const isPart = ({ edge, resolution: { node } }: Decided): boolean =>
    edge.kind === "derivation" &&
    edge.status !== "rejected" &&
    edge.relation === "inclusion" &&
    node.registry !== "website" &&
    (node.registry !== "name" || edge.status === "accepted");
  if (decided.filter(isPart).length < 2) return decided;
  return decided.map((one) =>
    isPart(one) && one.edge.kind === "derivation"
      ? { ...one, edge: { ...one.edge, relation: "fusion" } }
      : one,
  );
};

const toDecided = (found: Found, { closing, models }: Surroundings, input: DecideInput): Decided[] => {
  const { kind, resolution, claims } = found;
  const checks = failedChecks({ target: input.target, resolution, claims, closing });
  const edgeInput = {
    ...toEdgeInput(input, claims),
    resolution,
    failedChecks: checks,
    ...(namesNothing(claims, resolution) && { ruledOut: "not-a-dataset" as const }),
    ...(namesModel(claims, resolution, models) && { ruledOut: "model-not-dataset" as const }),
  };
  const edge =
    kind === "clearing"
      ? toClearing(resolution.node.id, edgeInput)
      : toDerivation(resolution.node.id, edgeInput);
  return edge === undefined ? [] : [{ ...found, edge }];
};

const toEdgeInput = (
  { traceId, target, threshold }: DecideInput,
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
