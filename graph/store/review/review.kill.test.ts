import { expect, it } from "vitest";
import { createBenchmarkList } from "../../contamination/create-benchmark-list.ts";
import { openEmbedded } from "../../engines/embedded/open-embedded.ts";
import { decideEdge } from "../edges/decide-edge.ts";
import { createEdgePlaces } from "../edges/edge-places.ts";
import { createLineageStore } from "../lineage.ts";
import { aCommit, aDerivation, aReviewer, aTrace } from "../test-data.ts";
import { createTraceStore } from "../traces.ts";
import { readLog } from "./read-log.ts";

it("has every acknowledged decision, on its edge and in the log, when the engine is killed right after it", async () => {
  const database = await openEmbedded();
  await createTraceStore(database).begin(aTrace({ roots: [] }));
  const store = createLineageStore(database);
  const edges = Array.from({ length: 4 }, (_, index) =>
    aDerivation(`killed/s${index}`, "killed/base", { status: "flagged", flags: ["low-confidence"] }),
  );
  for (const edge of edges) await store.commit(aCommit(edge.from, [edge]));
  const settings = {
    ...aReviewer(),
    list: createBenchmarkList([]),
    now: new Date(),
    places: createEdgePlaces(),
  };
  const acknowledged: string[] = [];

  for (const edge of edges) {
    await decideEdge(database, { ...settings, id: edge.id, change: { verdict: "accepted" } });
    acknowledged.push(edge.id);
    process.kill(await database.enginePid(), "SIGKILL");
  }

  const reader = { run: (cypher: string, parameters = {}) => database.read(cypher, parameters) };
  const { items, last } = await readLog(reader, { after: 0, limit: 100 });
  expect(last).toBe(edges.length);
  expect(items.map(({ states }) => states[0]?.edge)).toEqual(acknowledged);
  for (const { id } of edges) expect((await store.edge(id))?.edge.decision?.by).toBe("Ada");
  await database.close();
}, 60_000);
