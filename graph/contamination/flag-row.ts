import type { ContaminationLevel, Ground } from "../../schema/contamination-level.ts";
import { edgesOf, toConfidence } from "./step.ts";
import type { Way } from "./step.ts";
import { settleLevel } from "./settle-level.ts";
import type { State, Ways } from "./find-states.ts";

/** What the graph stores of a flag; absent properties are left out. */
export interface FlagProperties {
  readonly level: ContaminationLevel;
  readonly otherwise?: ContaminationLevel;
  readonly split?: string;
  readonly distance: number;
  readonly path: readonly string[];
  readonly ground: Ground;
  readonly strongest: readonly string[];
  readonly strongestGround: Ground;
  /** -ln of the exact product of confidences along `strongest`, in millionths: what a longer way is computed from. */
  readonly cost: number;
  readonly confidence: number;
  readonly clearings: readonly string[];
  /** Since when it stands as it is; absent until it is written. */
  readonly computedAt?: string;
}

export interface FlagRow {
  readonly dataset: string;
  /** The benchmark's node. */
  readonly benchmark: string;
  readonly type: "CONTAMINATED_BY" | "MAY_BE_CONTAMINATED_BY";
  readonly properties: FlagProperties;
}

/** The flags that a dataset's state amounts to: at most one that stands and one that waits. */
export const toFlagRows = (dataset: string, benchmark: string, state: State): readonly FlagRow[] => {
  const { open, cleared, possible } = state;
  const stands = open ?? cleared;
  const rows: FlagRow[] = [];
  if (stands !== undefined) {
    const level = settleLevel({ claimed: claimedLevel(stands.shortest), isCleared: open === undefined });
    const properties = toProperties(stands, level, cleared?.clearings ?? []);
    rows.push({ dataset, benchmark, type: "CONTAMINATED_BY", properties });
  }
  if (possible !== undefined) {
    const properties = toProperties(possible, "possible", []);
    rows.push({ dataset, benchmark, type: "MAY_BE_CONTAMINATED_BY", properties });
  }
  return rows;
};

const claimedLevel = ({ length, ground }: Way): "declared" | "suspected" | "inherited" =>
  length === 1 ? ground : "inherited";

const toProperties = (
  { shortest, strongest }: Ways,
  level: ContaminationLevel,
  clearings: readonly string[],
): FlagProperties => {
  const claimed = claimedLevel(shortest);
  return {
    level,
    ...(level === "cleared-by-claim" ? { otherwise: claimed } : {}),
    ...(shortest.split === undefined ? {} : { split: shortest.split }),
    distance: shortest.length,
    path: edgesOf(shortest),
    ground: shortest.ground,
    strongest: edgesOf(strongest),
    strongestGround: strongest.ground,
    cost: strongest.cost,
    confidence: toConfidence(strongest.cost),
    clearings,
  };
};

/** The state that stored flags of one dataset and one benchmark amount to. */
export const toState = (rows: readonly FlagRow[]): State => {
  const stands = rows.find(({ type }) => type === "CONTAMINATED_BY")?.properties;
  const waits = rows.find(({ type }) => type === "MAY_BE_CONTAMINATED_BY")?.properties;
  const isCleared = stands?.level === "cleared-by-claim";
  return {
    ...(stands === undefined || isCleared ? {} : { open: toWays(stands) }),
    ...(stands === undefined || !isCleared
      ? {}
      : { cleared: { ...toWays(stands), clearings: stands.clearings } }),
    ...(waits === undefined ? {} : { possible: toWays(waits) }),
  };
};

const toWays = (properties: FlagProperties): Ways => {
  const { path, ground, strongest, strongestGround, cost, split } = properties;
  return {
    // The shortest way is never weighed by its confidence.
    shortest: toWay(path, { ground, cost: 0, split: split as Way["split"] }),
    strongest: toWay(strongest, { ground: strongestGround, cost }),
  };
};

const toWay = (
  [first = "", ...rest]: readonly string[],
  fields: Pick<Way, "ground" | "cost" | "split">,
): Way => ({ ...fields, length: rest.length + 1, first, rest });
