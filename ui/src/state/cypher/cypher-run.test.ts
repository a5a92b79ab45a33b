import { describe, expect, it } from "vitest";
import { type CypherAnswer, QueryId } from "../../../../schema/cypher.ts";
import type { RunOutcome, RunRequest } from "./cypher-client.ts";
import { createQueryRun } from "./cypher-run.ts";

const anAnswer: CypherAnswer = {
  id: QueryId.parse("query-0001"),
  columns: ["n"],
  rows: [[1]],
  truncated: false,
  counters: { rows: 1, elapsedMs: 3, engine: "embedded" },
};
const limits = { parameters: {}, timeoutMs: 10_000, maxRows: 10 };

const aRun = () => {
  const cancelled: string[] = [];
  const waiting: { readonly resolve: (outcome: RunOutcome) => void; readonly abort: AbortSignal }[] = [];
  let made = 0;
  const run = createQueryRun({
    client: {
      run: (_request: RunRequest, abort) =>
        new Promise((resolve, reject) => {
          waiting.push({ resolve, abort });
          abort.addEventListener("abort", () => reject(new Error("given up")));
        }),
      cancel: async (id) => void cancelled.push(id),
    },
    newId: () => `query-000${(made += 1)}`,
    now: () => new Date(0),
  });
  return { run, cancelled, waiting };
};

describe("a run", () => {
  it("ends with the answer", async () => {
    const { run, waiting } = aRun();
    const over = run.start({ what: { text: "RETURN 1" }, ...limits }, "RETURN 1");
    expect(run.current.value.state).toBe("running");

    waiting[0]?.resolve({ kind: "answered", answer: anAnswer });

    expect(await over).toBe(anAnswer);
    expect(run.current.value).toEqual({ state: "answered", answer: anAnswer });
  });

  it("is cancelled here and at the service, and its late answer is dropped", async () => {
    const { run, waiting, cancelled } = aRun();
    const over = run.start({ what: { text: "RETURN 1" }, ...limits }, "RETURN 1");

    run.cancel();
    waiting[0]?.resolve({ kind: "answered", answer: anAnswer });

    expect(await over).toBeUndefined();
    expect(waiting[0]?.abort.aborted).toBe(true);
    expect(cancelled).toEqual(["query-0001"]);
    expect(run.current.value).toEqual({ state: "cancelled", isSaved: false });
  });

  it("of a saved query is only no longer waited for", async () => {
    const { run, cancelled } = aRun();
    void run.start({ what: { saved: "hubs" }, ...limits }, "");

    run.cancel();

    expect(cancelled).toEqual([]);
    expect(run.current.value).toEqual({ state: "cancelled", isSaved: true });
  });

  it("gives way to the next one", async () => {
    const { run, waiting, cancelled } = aRun();
    const first = run.start({ what: { text: "RETURN 1" }, ...limits }, "RETURN 1");
    const second = run.start({ what: { text: "RETURN 2" }, ...limits }, "RETURN 2");

    waiting[1]?.resolve({ kind: "answered", answer: anAnswer });

    expect(await first).toBeUndefined();
    expect(await second).toBe(anAnswer);
    expect(cancelled).toEqual(["query-0001"]);
  });
});
