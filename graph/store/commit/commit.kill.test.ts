import { expect, it } from "vitest";
import { openEmbedded } from "../../engines/embedded/open-embedded.ts";
import { createLineageStore } from "../lineage.ts";
import { aCommit, aDerivation, aTrace } from "../test-data.ts";
import { createTraceStore } from "../traces.ts";

it("has every acknowledged commit whole and no other by half when the engine is killed in between", async () => {
  const database = await openEmbedded();
  await createTraceStore(database).begin(aTrace({ roots: [] }));
  const store = createLineageStore(database);
  const sources = Array.from({ length: 30 }, (_, index) => `source/s${index}`);
  const acknowledged: string[] = [];

  for (let round = 0; round < 5; round += 1) {
    const pid = await database.enginePid();
    const kill = setTimeout(() => process.kill(pid, "SIGKILL"), 7 * round);
    for (let index = 0; index < 4; index += 1) {
      const id = `killed/r${round}-${index}`;
      const commit = aCommit(
        id,
        sources.map((source) => aDerivation(id, source)),
      );
      const outcome = await store.commit(commit).catch((error: unknown) => error);
      if (outcome === undefined) acknowledged.push(id);
      else expect(outcome).toMatchObject({ code: "ENGINE_UNAVAILABLE", transient: true });
    }
    clearTimeout(kill);
  }

  const rows = await database.read(`
    MATCH (d:Dataset) WHERE d.id STARTS WITH 'killed/'
    RETURN d.id AS id, COUNT { (d)-[:DERIVED_FROM]->() } AS edges, COUNT { (d)<-[:VISITED]-() } AS visits`);
  expect(acknowledged.length).toBeGreaterThan(10);
  expect(rows.map((row) => row["id"])).toEqual(expect.arrayContaining(acknowledged));
  expect(rows.filter((row) => row["edges"] !== 30 || row["visits"] !== 1)).toEqual([]);
  const faults = await store.faults({ text: async () => "0123456789" });
  expect(faults.filter(({ rule }) => rule !== "span-not-in-document")).toEqual([]);
  await database.close();
}, 60_000);
