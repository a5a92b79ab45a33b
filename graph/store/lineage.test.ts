import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../database.ts";
import { openEmbedded } from "../engines/embedded/open-embedded.ts";
import { createLineageStore } from "./lineage.ts";
import type { LineageStore } from "./lineage.ts";
import { aCommit, aDerivation, anId, aTrace, commitsOf } from "./test-data.ts";
import { createTraceStore } from "./traces.ts";

let database: Database;
let store: LineageStore;

beforeAll(async () => {
  database = await openEmbedded();
  store = createLineageStore(database);
  await createTraceStore(database).begin(aTrace());
});
afterAll(() => database.close());

describe("the lineage store", () => {
  it("gives back what was committed, edge for edge", async () => {
    const edge = aDerivation("acme/one", "acme/source", { split: "train", subset: "algebra" });

    await store.commit(aCommit("acme/one", [edge]));

    const view = await store.lineage(anId("acme/one"), {
      direction: "upstream",
      depth: 3,
      statuses: ["accepted"],
    });
    expect(view?.nodes.map(({ id, level, sources, uses }) => ({ id, level, sources, uses }))).toEqual([
      { id: "acme/one", level: 0, sources: 1, uses: 0 },
      { id: "acme/source", level: 1, sources: 0, uses: 1 },
    ]);
    expect(view?.edges).toEqual([edge]);
  });

  it("names the sources that would close a cycle", async () => {
    for (const commit of commitsOf({ "ring/a": ["ring/b"], "ring/b": ["ring/c"] }))
      await store.commit(commit);

    const closing = await store.closingCycles(anId("ring/c"), [anId("ring/a"), anId("ring/x")]);

    expect([...closing]).toEqual(["ring/a"]);
  });
});
