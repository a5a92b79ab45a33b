import { isDeepStrictEqual } from "node:util";
import type { Edge } from "../../../schema/edge.ts";
import type { StoredState } from "../../review-rows.ts";
import type { Fault } from "./find-faults.ts";

/** What is decided of an edge is what the last event of the log that changed it left. */
export const logFaults = (edges: readonly Edge[], states: Iterable<StoredState>): readonly Fault[] => {
  const last = new Map<string, StoredState>();
  for (const state of states) {
    if (!state.changed || state.edge === undefined) continue;
    if (state.sequence > (last.get(state.subject)?.sequence ?? 0)) last.set(state.subject, state);
  }
  const known = new Map(edges.map((edge) => [edge.id as string, edge]));
  const decided = edges.filter(({ decision }) => decision !== undefined).map(({ id }) => id as string);
  return [...new Set([...decided, ...last.keys()])].sort().flatMap((id): readonly Fault[] => {
    const state = last.get(id);
    const [decision, logged] = [known.get(id)?.decision, state?.edge?.after?.decision];
    if (isDeepStrictEqual(decision, logged)) return [];
    const told =
      state === undefined ? "the log has nothing on it" : `#${state.sequence} of the log ${say(logged)}`;
    return [{ rule: "decision-not-logged", subject: id, detail: `the edge ${say(decision)}, and ${told}` }];
  });
};

const say = (decision: Edge["decision"]): string =>
  decision === undefined ? "has no decision" : `is ${decision.verdict} by ${decision.by} at ${decision.at}`;
