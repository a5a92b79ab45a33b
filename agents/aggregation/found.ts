import type { DatasetId } from "../../schema/ids.ts";
import type { ProvenClaim } from "../evidence/proven-claim.ts";
import type { Candidate } from "./candidate.ts";
import { speaksFor } from "./confidence.ts";
import { groupBy } from "./group-by.ts";
import { joinClaims } from "./merge.ts";
import type { Resolution } from "./resolve.ts";
import { toNameKey } from "./to-name-key.ts";

/** What the documents say of one node in one role. */
export interface Found {
  readonly kind: Candidate["kind"];
  readonly resolution: Resolution;
  readonly claims: readonly ProvenClaim[];
}

/** Candidates that are the same node in the same role become one, with the surest of their resolutions. */
export const groupByNode = (
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

/**
 * Whether a candidate is the target: by its id, or by its name when the rules, who know that re-uploads carry the name of
 * their source, do not speak for it.
 */
export const isSelf = ({ resolution, claims }: Found, target: DatasetId): boolean => {
  if (resolution.node.id === target) return true;
  const own = toNameKey(target.slice(target.indexOf("/") + 1));
  return (
    resolution.by === "unresolved" &&
    claims.some(({ claim }) => toNameKey(claim.name) === own) &&
    !claims.some(({ claim }) => claim.tracer === "rules" && speaksFor(claim))
  );
};
