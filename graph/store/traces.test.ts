import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { DatasetCommit } from "../../schema/commit.ts";
import type { TraceId } from "../../schema/ids.ts";
import { TraceId as toTraceId } from "../../schema/ids.ts";
import type { Database } from "../database.ts";
import { openTestDatabase } from "../testing/open-test-database.ts";
import { createLineageStore } from "./lineage.ts";
import { aCommit, aDataset, aDerivation, anId, aTrace, TRACE_ID } from "./test-data.ts";
import { createTraceStore } from "./traces.ts";
import type { TraceStore } from "./traces.ts";

let database: Database;
let traces: TraceStore;

beforeAll(async () => {
  database = await openTestDatabase();
  traces = createTraceStore(database);
});
beforeEach(async () => {
  await database.write((transaction) => transaction.run("MATCH (n) DETACH DELETE n"));
});
afterAll(() => database.close());

const commit = (one: DatasetCommit): Promise<void> => createLineageStore(database).commit(one);

/** A visit that finds sources and queues them one level further. */
const visit = (
  id: string,
  sources: readonly string[] = [],
  fields: Partial<DatasetCommit> & { readonly depth?: number } = {},
): Promise<void> => {
  const { depth = 0, ...rest } = fields;
  const edges = sources.map((source) => aDerivation(id, source));
  const enqueue = sources.map((source) => ({ dataset: anId(source), depth: depth + 1 }));
  return commit(aCommit(id, edges, { enqueue, ...rest }));
};

const skip = (id: string): Promise<void> =>
  visit(id, [], {
    dataset: aDataset(id, { state: "skipped", stateReason: "too deep" }),
    outcome: "skipped",
    reason: "too deep",
    documents: [],
  });

/** Visits whatever comes next until nothing does, in a graph given as dataset -> sources. */
const drain = async (graph: Readonly<Record<string, readonly string[]>>): Promise<readonly string[]> => {
  const order: string[] = [];
  for (let entry = await traces.next(TRACE_ID); entry !== undefined; entry = await traces.next(TRACE_ID)) {
    order.push(`${entry.dataset}@${entry.depth}`);
    await visit(entry.dataset, graph[entry.dataset] ?? [], { depth: entry.depth });
  }
  return order;
};

describe("a trace", () => {
  it("is there once it was announced, and begins with the roots that it has then", async () => {
    await traces.announce(aTrace({ roots: [anId("acme/old-name")] }));
    expect(await traces.get(TRACE_ID)).toEqual(aTrace({ roots: [anId("acme/old-name")] }));
    expect(await traces.size(TRACE_ID)).toBe(0);

    const trace = aTrace({ roots: [anId("acme/new-name")] });
    await traces.begin(trace);
    await traces.announce(aTrace());

    expect(await traces.get(TRACE_ID)).toEqual(trace);
    expect(await drain({})).toEqual(["acme/new-name@0"]);
  });

  it("is given back as it was begun, and as it ended", async () => {
    const trace = aTrace({ budget: { depth: 3 } });
    await traces.begin(trace);
    expect(await traces.get(TRACE_ID)).toEqual(trace);
    const ended = {
      ...trace,
      state: "stopped" as const,
      endedAt: "2026-03-04T06:00:00.000Z",
      endReason: "asked to",
    };

    await traces.end(ended);

    expect(await traces.get(TRACE_ID)).toEqual(ended);
    expect(await traces.list(10)).toEqual([ended]);
  });

  it("loses the end that it had when it goes on", async () => {
    await traces.begin(aTrace());
    await traces.end(
      aTrace({ state: "stopped", endedAt: "2026-03-04T06:00:00.000Z", endReason: "asked to" }),
    );

    await traces.end(aTrace({ state: "running" }));

    expect(await traces.get(TRACE_ID)).toEqual(aTrace());
  });

  it("is not begun twice", async () => {
    await traces.begin(aTrace());
    await visit("acme/root", ["acme/a"]);

    await traces.begin(aTrace({ roots: [anId("acme/other")] }));

    expect(await traces.size(TRACE_ID)).toBe(1);
    expect((await traces.next(TRACE_ID))?.dataset).toBe("acme/a");
  });

  it("cannot end when it was never begun", async () => {
    await expect(traces.end(aTrace())).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("lists the latest first", async () => {
    const ids = ["trace-aaaa", "trace-bbbb", "trace-cccc"].map((id): TraceId => toTraceId.parse(id));
    for (const [index, id] of ids.entries())
      await traces.begin(aTrace({ id, startedAt: `2026-03-0${index + 1}T00:00:00.000Z` }));

    expect((await traces.list(2)).map(({ id }) => id)).toEqual(["trace-cccc", "trace-bbbb"]);
  });
});

describe("the frontier", () => {
  it("is visited depth first, siblings in the order in which they were found", async () => {
    await traces.begin(aTrace({ roots: [anId("acme/root"), anId("acme/last")] }));

    const order = await drain({ "acme/root": ["acme/a", "acme/b"], "acme/a": ["acme/a1", "acme/a2"] });

    expect(order).toEqual(["acme/root@0", "acme/a@1", "acme/a1@2", "acme/a2@2", "acme/b@1", "acme/last@0"]);
    expect(await traces.visited(TRACE_ID)).toBe(6);
    expect(await traces.size(TRACE_ID)).toBe(0);
  });

  it("keeps an entry until its visit is committed", async () => {
    await traces.begin(aTrace());

    expect(await traces.next(TRACE_ID)).toEqual({ dataset: "acme/root", depth: 0 });
    expect(await traces.next(TRACE_ID)).toEqual({ dataset: "acme/root", depth: 0 });
    await visit("acme/root");

    expect(await traces.next(TRACE_ID)).toBeUndefined();
  });

  it("visits a dataset that several use once, and ends in a cycle", async () => {
    await traces.begin(aTrace());

    const order = await drain({
      "acme/root": ["acme/a", "acme/b"],
      "acme/a": ["acme/shared", "acme/root"],
      "acme/b": ["acme/shared"],
      "acme/shared": ["acme/a"],
    });

    expect(order).toEqual(["acme/root@0", "acme/a@1", "acme/shared@2", "acme/b@1"]);
  });

  it("visits next what is found again while it waits, at the smaller depth", async () => {
    await traces.begin(aTrace());

    const order = await drain({ "acme/root": ["acme/a", "acme/b", "acme/c"], "acme/a": ["acme/c"] });

    expect(order).toEqual(["acme/root@0", "acme/a@1", "acme/c@1", "acme/b@1"]);
  });

  it("goes back to a dataset that was skipped for its depth when a shorter way leads to it", async () => {
    await traces.begin(aTrace());
    await visit("acme/root", ["acme/a", "acme/b"]);
    await visit("acme/a", ["acme/deep"], { depth: 1 });
    await skip("acme/deep");
    expect((await traces.next(TRACE_ID))?.dataset).toBe("acme/b");

    await visit("acme/b", [], { enqueue: [{ dataset: anId("acme/deep"), depth: 1 }] });

    expect(await traces.next(TRACE_ID)).toEqual({ dataset: "acme/deep", depth: 1 });
  });

  it("goes back to what was skipped above a dataset that a shorter way leads to", async () => {
    await traces.begin(aTrace());
    await visit("acme/root", ["acme/a", "acme/b"]);
    await visit("acme/a", ["acme/shared"], { depth: 1 });
    await visit("acme/shared", ["acme/deep"], { depth: 2 });
    await skip("acme/deep");

    await visit("acme/b", [], { depth: 1, enqueue: [{ dataset: anId("acme/shared"), depth: 1 }] });

    expect(await traces.next(TRACE_ID)).toEqual({ dataset: "acme/deep", depth: 2 });
    expect(await traces.size(TRACE_ID)).toBe(1);
  });

  it("does not go back for a way that is as long", async () => {
    await traces.begin(aTrace());
    await visit("acme/root", ["acme/a"]);
    await skip("acme/a");

    await visit("acme/b", [], { enqueue: [{ dataset: anId("acme/a"), depth: 1 }] });

    expect(await traces.next(TRACE_ID)).toBeUndefined();
  });

  it("takes a renamed dataset's visit for that of the id that was queued", async () => {
    await traces.begin(aTrace({ roots: [anId("oldname")] }));

    await visit("acme/new-name", [], {
      aliases: [{ key: "oldname", datasetId: anId("acme/new-name"), reason: "renamed" }],
    });

    expect(await traces.next(TRACE_ID)).toBeUndefined();
    expect(await createLineageStore(database).dataset(anId("oldname"))).toBeUndefined();
    expect(await traces.visited(TRACE_ID)).toBe(1);
  });

  it("keeps the frontiers of two traces apart", async () => {
    const other = toTraceId.parse("trace-0002");
    await traces.begin(aTrace());
    await traces.begin(aTrace({ id: other }));

    await visit("acme/root", ["acme/a"]);

    expect((await traces.next(TRACE_ID))?.dataset).toBe("acme/a");
    expect(await traces.next(other)).toEqual({ dataset: "acme/root", depth: 0 });
  });

  it("refuses to queue a dataset that the graph lacks", async () => {
    await traces.begin(aTrace());
    const enqueue = [{ dataset: anId("nobody/nothing"), depth: 1 }];

    await expect(visit("acme/root", [], { enqueue })).rejects.toMatchObject({ code: "INPUT_INVALID" });
  });
});
