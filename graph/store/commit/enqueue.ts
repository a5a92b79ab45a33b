import type { FrontierEntry } from "../../../schema/commit.ts";
import { AppError } from "../../../schema/errors.ts";
import { DatasetId } from "../../../schema/ids.ts";
import type { Transaction } from "../../database.ts";
import * as queries from "../../queries/traces.ts";
import { toNumber, toText } from "../../rows.ts";

export interface Enqueue {
  readonly trace: string;
  /** The first is visited next. */
  readonly entries: readonly FrontierEntry[];
  /** The highest order that the trace has given out. */
  readonly lastOrder: number;
}

/** What a trace knows of a dataset: nothing, queued at a depth, or visited at a depth. */
export type Standing =
  | { readonly kind: "new" }
  | { readonly kind: "queued"; readonly depth: number }
  | { readonly kind: "visited"; readonly depth: number; readonly skipped: boolean };

/**
 * What an entry means for a dataset: visit it, leave it, or (visited before, and now nearer to a root) look again at its
 * sources, of which some may have been skipped for their depth.
 */
const decideEntry = (standing: Standing, entry: FrontierEntry): "queue" | "leave" | "nearer" => {
  if (standing.kind !== "visited") return "queue";
  if (entry.depth >= standing.depth) return "leave";
  return standing.skipped ? "queue" : "nearer";
};

/** Puts entries on top of a trace's frontier. The datasets must be in the graph. */
export const enqueue = async (transaction: Transaction, request: Enqueue): Promise<void> => {
  const { trace } = request;
  const queue = new Map<string, number>();
  let entries = request.entries;
  let direct = true;
  while (entries.length > 0) {
    const standings = await findStandings(transaction, { trace, entries });
    const nearer: FrontierEntry[] = [];
    for (const entry of entries) {
      const standing = standings.get(entry.dataset) ?? { kind: "new" };
      if (standing.kind === "new" && !direct) continue;
      const decision = decideEntry(standing, entry);
      if (decision === "queue") queue.set(entry.dataset, smallestDepth(queue, standing, entry));
      if (decision === "nearer") nearer.push(entry);
    }
    entries = await lookAgain(transaction, trace, nearer);
    direct = false;
  }
  await writeQueue(transaction, request, queue);
};

const smallestDepth = (
  queue: ReadonlyMap<string, number>,
  standing: Standing,
  entry: FrontierEntry,
): number => {
  const before = standing.kind === "queued" ? standing.depth : entry.depth;
  return Math.min(entry.depth, before, queue.get(entry.dataset) ?? entry.depth);
};

/** Notes the smaller depths and gives the sources of those datasets, one level further. */
const lookAgain = async (
  transaction: Transaction,
  trace: string,
  nearer: readonly FrontierEntry[],
): Promise<readonly FrontierEntry[]> => {
  if (nearer.length === 0) return [];
  const depths = new Map(nearer.map(({ dataset, depth }) => [dataset as string, depth]));
  const rows = nearer.map(({ dataset, depth }) => ({ dataset, depth }));
  await transaction.run(queries.SET_VISITED_DEPTH, { trace, rows });
  const sources = await transaction.run(queries.SOURCES_OF, { ids: [...depths.keys()] });
  return sources.map((row) => ({
    dataset: DatasetId.parse(row["source"]),
    depth: (depths.get(toText(row["id"])) ?? 0) + 1,
  }));
};

const findStandings = async (
  transaction: Transaction,
  { trace, entries }: Pick<Enqueue, "trace" | "entries">,
): Promise<ReadonlyMap<string, Standing>> => {
  const ids = [...new Set(entries.map((entry) => entry.dataset))];
  const standings = new Map<string, Standing>();
  for (const row of await transaction.run(queries.VISITED, { trace, ids })) {
    standings.set(toText(row["id"]), {
      kind: "visited",
      depth: toNumber(row["depth"]),
      skipped: row["outcome"] === "skipped",
    });
  }
  for (const row of await transaction.run(queries.QUEUED, { trace, ids })) {
    standings.set(toText(row["id"]), { kind: "queued", depth: toNumber(row["depth"]) });
  }
  return standings;
};

const writeQueue = async (
  transaction: Transaction,
  { trace, lastOrder }: Enqueue,
  queue: ReadonlyMap<string, number>,
): Promise<void> => {
  if (queue.size === 0) return;
  const top = lastOrder + queue.size;
  const rows = [...queue].map(([dataset, depth], index) => ({ dataset, depth, order: top - index }));
  const [answer] = await transaction.run(queries.SET_QUEUED, { trace, rows });
  if (toNumber(answer?.["written"]) !== rows.length) {
    throw new AppError("a dataset that shall be traced is not in the graph", {
      code: "INPUT_INVALID",
      context: { trace, datasets: rows.map(({ dataset }) => dataset) },
    });
  }
  await transaction.run(queries.SET_LAST_ORDER, { trace, lastOrder: top });
};
