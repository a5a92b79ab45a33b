import type { Database, Row, Transaction } from "../../database.ts";
import * as queries from "../../queries/queue.ts";
import { toNumber, toText } from "../../rows.ts";
import { inBatches } from "../in-batches.ts";

/** Who holds an item for a while, so that nobody else is given it. */
export interface Hold {
  readonly edge: string;
  readonly by: string;
  /** One page or terminal of theirs; empty for none in particular. */
  readonly client: string;
  readonly until: Date;
}

export type Holder = Pick<Hold, "by" | "client">;

export interface Assignment {
  readonly to: string;
  readonly by: string;
  readonly at: string;
}

/**
 * What is held and what is assigned lies in the graph beside the lineage, so that it holds for several services and after a restart;
 * no version of the graph changes with it.
 */
export interface QueueHolds {
  /** All that are not over, by edge. */
  live(): Promise<ReadonlyMap<string, Hold>>;
  /**
   * Holds the first of these that nobody else holds, and gives it; undefined when there is none. What the asker holds already is held
   * again. Of several who ask at once, each gets another one.
   */
  takeFirst(edges: readonly string[], holder: Holder, durationMs: number): Promise<Hold | undefined>;
  /** Whether the holder held it. */
  release(edge: string, holder: Holder): Promise<boolean>;
  assignments(): Promise<ReadonlyMap<string, Assignment>>;
  /** Undefined: nobody's any more. */
  assign(edges: readonly string[], assignment: Assignment | undefined): Promise<void>;
}

export const createQueueHolds = (database: Database, newId: () => string): QueueHolds => ({
  live: async () => byEdge(await database.read(queries.ALL_HOLDS)),
  takeFirst: (edges, holder, durationMs) =>
    database.write(async (transaction) => {
      await transaction.run(queries.HOLD_QUEUE, { writer: newId() });
      const held = byEdge(await transaction.run(queries.HOLDS_OF, { ids: edges }));
      const id = edges.find((edge) => isFree(held.get(edge), holder));
      return id === undefined ? undefined : put(transaction, { ...holder, id, durationMs });
    }),
  release: async (edge, { by, client }) => {
    const rows = await database.write((transaction) =>
      transaction.run(queries.DELETE_HOLD, { id: edge, by, client }),
    );
    return rows.length > 0;
  },
  assignments: async () =>
    new Map(
      (await database.read(queries.ALL_ASSIGNMENTS)).map((row) => [toText(row["id"]), toAssignment(row)]),
    ),
  assign: async (edges, assignment) => {
    await database.write((transaction) =>
      inBatches(edges, (ids) =>
        assignment === undefined
          ? transaction.run(queries.DELETE_ASSIGNMENTS, { ids })
          : transaction.run(queries.SET_ASSIGNMENTS, { ids, ...assignment }),
      ),
    );
  },
});

/** Whether somebody may be given what is held so. */
export const isFree = (hold: Holder | undefined, { by, client }: Holder): boolean =>
  hold === undefined || (hold.by === by && hold.client === client);

const put = async (
  transaction: Transaction,
  request: Holder & { readonly id: string; readonly durationMs: number },
): Promise<Hold> => {
  await transaction.run(queries.DELETE_OLD_HOLDS);
  const [row] = await transaction.run(queries.SET_HOLD, request);
  const { id: edge, by, client } = request;
  return { edge, by, client, until: new Date(toNumber(row?.["until"])) };
};

const byEdge = (rows: readonly Row[]): ReadonlyMap<string, Hold> =>
  new Map(
    rows.map((row) => {
      const edge = toText(row["id"]);
      const until = new Date(toNumber(row["until"]));
      return [edge, { edge, by: toText(row["by"]), client: toText(row["client"]), until }];
    }),
  );

const toAssignment = (row: Row): Assignment => ({
  to: toText(row["to"]),
  by: toText(row["by"]),
  at: toText(row["at"]),
});
