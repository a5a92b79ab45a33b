import type { PatchExportQuery, PatchLine } from "../../../schema/review-batch.ts";
import type { ReviewEvent } from "../../../schema/review.ts";
import type { Edge } from "../../../schema/edge.ts";
import type { Transaction } from "../../database.ts";
import type { EdgePlaces } from "../edges/edge-places.ts";
import { findEdgeById } from "../edges/find-edge-by-id.ts";
import { readLog } from "./read-log.ts";

const PAGE = 100;

/** The log as JSON Lines, in order, each event with the ends of its edges. What is written meanwhile may come too. */
export async function* exportReviews(
  reader: Pick<Transaction, "run">,
  query: PatchExportQuery,
  places: EdgePlaces,
): AsyncGenerator<string> {
  let after: number | undefined = query.after;
  while (after !== undefined) {
    const page = await readLog(reader, { ...query, after, limit: PAGE });
    for (const { undone: _undone, ...event } of page.items) {
      const line: PatchLine = { ...event, ends: await endsOf(reader, event, places) };
      yield `${JSON.stringify(line)}\n`;
    }
    after = page.next;
  }
}

const endsOf = async (
  reader: Pick<Transaction, "run">,
  { action, states }: ReviewEvent,
  places: EdgePlaces,
): Promise<PatchLine["ends"]> => {
  const edges = states.flatMap(({ before, after }) => after ?? before ?? []);
  if (edges.length > 0 || !("edge" in action)) return edges.map(toEnds);
  const edge = await findEdgeById(reader, action.edge, places);
  return edge === undefined ? [] : [toEnds(edge)];
};

const toEnds = ({ id: edge, kind, from, to }: Edge): PatchLine["ends"][number] => ({ edge, kind, from, to });
