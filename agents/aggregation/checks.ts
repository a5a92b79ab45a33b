import type { DatasetId } from "../../schema/ids.ts";
import type { FlagReason } from "../../schema/vocabulary.ts";
import { isDenied, speaksFor, SURE_RESOLUTION } from "./confidence.ts";
import type { ProvenClaim } from "../evidence/proven-claim.ts";
import type { Resolution } from "./resolve.ts";
import { isNewer } from "./score-search.ts";
import { isOnSharedPageOnly } from "./shared-page.ts";

export interface CheckInput {
  readonly target: { readonly id: DatasetId; readonly createdAt?: string };
  readonly resolution: Resolution;
  readonly claims: readonly ProvenClaim[];
  /** Sources whose edge would close a cycle. */
  readonly closing: ReadonlySet<DatasetId>;
}

/** The checks that a candidate fails, in a fixed order. None of them drops an edge: a person decides. */
export const failedChecks = ({ target, resolution, claims, closing }: CheckInput): readonly FlagReason[] => {
  const { node } = resolution;
  const checks: readonly (readonly [FlagReason, boolean])[] = [
    ["self", node.id === target.id],
    ["newer-than-derived", isNewer(node.createdAt, target.createdAt)],
    ["cycle", closing.has(node.id)],
    ["documents-disagree", isDenied(claims) && claims.some(({ claim }) => speaksFor(claim))],
    ["name-ambiguous", isAmbiguous(resolution)],
    ["shared-page", isOnSharedPageOnly(target.id, node.id, claims)],
  ];
  return checks.filter(([, failed]) => failed).map(([reason]) => reason);
};

const isAmbiguous = ({ node, by, score }: Resolution): boolean =>
  node.isFamily || (by === "search" && score < SURE_RESOLUTION);
