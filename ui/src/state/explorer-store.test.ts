import { describe, expect, it } from "vitest";
import { TraceEvent, type TraceEventBody } from "../../../schema/events.ts";
import type { Trace } from "../../../schema/trace.ts";
import { aDatasetId, aLineage, aTraceId } from "../test-data.ts";
import type { ApiClient, LineageRequest } from "./api-client.ts";
import { createApiClient } from "./api-client.ts";
import type { SocketHandlers } from "./event-stream.ts";
import { createExplorerStore } from "./explorer-store.ts";

const root = aDatasetId("a/root");
const running: Trace = {
  id: aTraceId,
  roots: [root],
  state: "running",
  budget: {},
  startedAt: "2025-11-24T10:00:00Z",
};
const settled = () => new Promise((resolve) => void setTimeout(resolve, 0));

/** A store over a service that is described by the test, with timers that run when the test says so. */
const aStore = (search: string, answers: Partial<ApiClient> = {}) => {
  const unavailable = createApiClient(() => Promise.reject(new TypeError("no network in tests")));
  const lineages: LineageRequest[] = [];
  let address = search;
  let timers: (() => void)[] = [];
  let handlers: SocketHandlers | undefined;
  let seq = 0;
  const store = createExplorerStore({
    api: {
      ...unavailable,
      traces: async () => ({ items: [] }),
      lineage: async (request: LineageRequest) => {
        if (request.depth > 1) lineages.push(request);
        return aLineage(request.root, [`${request.root}>b/one`]);
      },
      ...answers,
    },
    router: {
      read: () => address,
      push: (next) => void (address = next),
      replace: (next) => void (address = next),
      subscribe: () => () => undefined,
    },
    openSocket: (given) => {
      handlers = given;
      return { send: () => undefined, close: () => undefined };
    },
    after: (_delayMs, action) => {
      timers.push(action);
      return () => void (timers = timers.filter((one) => one !== action));
    },
    now: () => new Date("2025-11-24T12:00:00Z"),
  });
  const tick = (): void => {
    const due = timers;
    timers = [];
    for (const action of due) action();
  };
  return {
    store,
    lineages,
    tick,
    address: () => address,
    tell: (...bodies: TraceEventBody[]) => {
      for (const body of bodies) {
        seq += 1;
        const event = { ...body, traceId: aTraceId, seq, at: "2025-11-24T10:00:00Z" };
        handlers?.onMessage(JSON.stringify(TraceEvent.parse(event)));
      }
      tick();
    },
  };
};

describe("the explorer's state", () => {
  it("loads the lineage that the address names", async () => {
    const { store, lineages } = aStore("/?dataset=a/root&depth=3&direction=both");
    await settled();

    expect(lineages).toEqual([{ root, depth: 3, direction: "both", statuses: ["accepted", "flagged"] }]);
    expect(store.table.rows.value.map((row) => row.node.id)).toEqual(["a/root", "b/one"]);
  });

  it("does not filter anew for a selection", async () => {
    const { store } = aStore("/?dataset=a/root");
    await settled();
    const before = store.shown.value;

    store.navigation.navigate({ selection: { kind: "dataset", id: aDatasetId("b/one") }, showTable: true });

    expect(store.shown.value).toBe(before);
  });

  it("reads the lineage again, once for a burst, when a live trace has finished datasets", async () => {
    const { lineages, tell, tick } = aStore(`/?dataset=a/root&depth=2&trace=${aTraceId}`);
    await settled();
    expect(lineages).toHaveLength(1);

    tell(
      { type: "trace-start", roots: [root], resumed: false },
      { type: "dataset-end", dataset: root, outcome: "traced" },
      { type: "dataset-end", dataset: aDatasetId("b/one"), outcome: "gated" },
    );
    tick();

    expect(lineages).toHaveLength(2);
  });

  it("follows a trace that is already running, without opening its panel", async () => {
    const { store, tell } = aStore("/?dataset=a/root", { traces: async () => ({ items: [running] }) });
    await settled();
    tell({ type: "trace-start", roots: [root], resumed: false });

    expect(store.live.progress.value?.roots).toEqual([root]);
    expect(store.view.value.trace).toBeUndefined();
  });

  it("shows the root of a trace that the address names alone", async () => {
    const { store, tell, address } = aStore(`?trace=${aTraceId}`);
    await settled();
    tell({ type: "trace-start", roots: [root], resumed: false });

    expect(store.view.value.root).toBe(root);
    expect(address()).toBe(`/?dataset=a/root&trace=${aTraceId}`);
  });

  it("goes along when its root turns out to live under another id", async () => {
    const { store, tell } = aStore(`/?dataset=a/root&depth=2&trace=${aTraceId}`);
    await settled();
    tell(
      { type: "trace-start", roots: [root], resumed: false },
      { type: "dataset-end", dataset: root, outcome: "traced", movedTo: aDatasetId("new/root") },
    );

    expect(store.view.value.root).toBe("new/root");
  });

  it("starts a trace and shows it", async () => {
    const { store } = aStore("/", { startTrace: async () => running });

    await store.traceActions.start(root);

    expect(store.view.value).toMatchObject({ page: "traces", trace: aTraceId });
    expect(store.view.value.root).toBeUndefined();
  });

  it("starts a trace beside the dataset that is explored", async () => {
    const { store } = aStore(`/?dataset=${root}`, { startTrace: async () => running });

    await store.traceActions.start(root);

    expect(store.view.value).toMatchObject({ page: "explore", root, trace: aTraceId });
  });

  it("starts a trace once, however often it is asked before the first answer", async () => {
    const asked: unknown[] = [];
    const startTrace = async (request: unknown) => {
      asked.push(request);
      return running;
    };
    const { store } = aStore("/", { startTrace });

    await Promise.all([store.traceActions.start(root), store.traceActions.start(root)]);

    expect(asked).toHaveLength(1);
    expect(store.traceActions.pending.value).toBe(false);
  });

  it("says why a trace did not start", async () => {
    const { store } = aStore("/");

    await store.traceActions.start(root);

    expect(store.traceActions.failure.value?.message).toBe("the service cannot be reached");
    expect(store.view.value.root).toBeUndefined();
  });
});
