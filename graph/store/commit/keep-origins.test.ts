import { describe, expect, it } from "vitest";
import type { Derivation } from "../../../schema/edge.ts";
import type { Database } from "../../database.ts";
import { createLineageStore } from "../lineage.ts";
import { onEmptyGraph } from "../on-empty-graph.ts";
import type { LineageStore } from "../lineage.ts";
import { publishLineage } from "../published/publish-lineage.ts";
import { readPublished } from "../published/read-published.ts";
import { aCommit, aDataset, aDerivation, anId } from "../test-data.ts";

let database: Database;
let store: LineageStore;
const NO_TEXTS = { text: async () => "" };

onEmptyGraph((opened) => {
  database = opened;
  store = createLineageStore(opened);
});

/** "derived <- source", every one of them accepted. */
const publish = (...pairs: readonly string[]): Promise<unknown> => {
  const edges = pairs.map((pair) => {
    const [from = "", to = ""] = pair.split(" <- ").map(anId);
    return {
      from: anId(from),
      to: anId(to),
      relation: "synthesis" as const,
      confidence: 0.9,
      documentKinds: [],
      flags: [],
    };
  });
  const ids = [...new Set(edges.flatMap(({ from, to }) => [from, to]))];
  return publishLineage(database, {
    publication: { citation: "arXiv:1234.56789" },
    datasets: ids.map((id) => ({ id })),
    edges,
  });
};

const visit = (id: string, createdAt: string): Promise<void> =>
  store.commit(aCommit(id, [], { dataset: aDataset(id, { createdAt }) }));

const published = async (): Promise<readonly Derivation[]> => (await readPublished(database)).edges;

describe("a published claim, after a trace of the derived dataset", () => {
  it("is evidenced when the trace found it, with the publication beside", async () => {
    await publish("a/mix <- b/seed");
    const found = aDerivation("a/mix", "b/seed", { confidence: 0.6 });

    await store.commit(aCommit("a/mix", [found]));

    expect(await published()).toMatchObject([
      { id: found.id, relation: "inclusion", confidence: 0.6, signals: { documents: 1 } },
    ]);
    expect((await store.edge(found.id))?.evidence).toHaveLength(1);
  });

  it("stays a published claim when the trace did not find it", async () => {
    await publish("a/mix <- b/seed");

    await store.commit(aCommit("a/mix", [aDerivation("a/mix", "c/other")]));

    expect(await published()).toMatchObject([
      { to: "b/seed", relation: "synthesis", status: "accepted", signals: { documents: 0 } },
    ]);
  });

  it("is a published claim again when a later trace no longer finds it", async () => {
    await publish("a/mix <- b/seed");
    const [before] = await published();
    await store.commit(aCommit("a/mix", [aDerivation("a/mix", "b/seed")]));

    await store.commit(aCommit("a/mix", []));

    expect(await published()).toEqual([before]);
  });

  it("is rejected with the trace when a document gives a reason against it", async () => {
    await publish("a/mix <- b/bench");
    const refused = aDerivation("a/mix", "b/bench", { status: "rejected", rejection: "evaluation-only" });

    await store.commit(aCommit("a/mix", [refused]));

    expect(await published()).toMatchObject([{ status: "rejected", rejection: "evaluation-only" }]);
  });

  it("waits for a person when the trace was only not convinced", async () => {
    await publish("a/mix <- b/seed");
    const doubted = aDerivation("a/mix", "b/seed", { status: "rejected", rejection: "not-supported" });

    await store.commit(aCommit("a/mix", [doubted]));

    const [edge] = await published();
    expect(edge).toMatchObject({ status: "flagged", flags: ["low-confidence"], signals: { documents: 1 } });
    expect(edge).not.toHaveProperty("rejection");
  });

  it("is flagged when the trace dates the derived dataset before its source, and in order again with a later date", async () => {
    await publish("a/mix <- b/seed");
    await visit("b/seed", "2024-05-02T00:00:00.000Z");

    await visit("a/mix", "2024-04-30T00:00:00.000Z");
    const early = await published();
    await visit("a/mix", "2024-05-01T00:00:00.000Z");

    expect(early).toMatchObject([{ status: "flagged", flags: ["newer-than-derived"] }]);
    expect(await published()).toMatchObject([{ status: "accepted", flags: [] }]);
  });

  it("is in order in the month of its source, though the days of both are known", async () => {
    await publish("a/mix <- b/seed");
    await visit("a/mix", "2024-04-02T00:00:00.000Z");

    await visit("b/seed", "2024-04-20T00:00:00.000Z");

    expect(await published()).toMatchObject([{ status: "accepted", flags: [] }]);
    expect(await store.faults(NO_TEXTS)).toEqual([]);
  });

  it("is flagged when the source's own trace dates it later", async () => {
    await publish("a/mix <- b/seed");
    await visit("a/mix", "2024-04-30T00:00:00.000Z");

    await visit("b/seed", "2024-06-01T00:00:00.000Z");

    expect(await published()).toMatchObject([{ status: "flagged", flags: ["newer-than-derived"] }]);
    expect(await store.faults(NO_TEXTS)).toEqual([]);
  });

  it("is flagged when it would close a cycle as it loses its evidence", async () => {
    await publish("a/mix <- b/seed");
    const flagged = aDerivation("a/mix", "b/seed", { status: "flagged", flags: ["cycle"] });
    await store.commit(aCommit("a/mix", [flagged]));
    await store.commit(aCommit("b/seed", [aDerivation("b/seed", "a/mix")]));

    await store.commit(aCommit("a/mix", []));

    expect(await published()).toMatchObject([{ status: "flagged", flags: ["cycle"] }]);
  });
});
