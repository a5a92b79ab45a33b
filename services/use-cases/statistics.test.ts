import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../graph/database.ts";
import { createLineageStore } from "../../graph/store/lineage.ts";
import { aCommit, aDerivation, anId, aTrace } from "../../graph/store/test-data.ts";
import { createTraceStore } from "../../graph/store/traces.ts";
import { openTestDatabase } from "../../graph/testing/open-test-database.ts";
import { readStatistics } from "./statistics.ts";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
  await createTraceStore(database).begin(aTrace());
  const former = { key: "acme/former", datasetId: anId("acme/mix"), reason: "renamed" as const };
  const mix = aCommit("acme/mix", [aDerivation("acme/mix", "acme/seed")], { aliases: [former] });
  await createLineageStore(database).commit(mix);
}, 60_000);
afterAll(() => database.close());

const statisticsOf = (root: string) =>
  readStatistics(database, { status: ["accepted"], roots: [anId(root)], top: 10 });

describe("the figures above a root", () => {
  it("are the same under a former id", async () => {
    const now = await statisticsOf("acme/mix");

    expect(now).toMatchObject({ all: { nodes: 2, edges: 1 } });
    expect(await statisticsOf("acme/former")).toEqual(now);
  });

  it("are refused for a root that the graph does not know", async () => {
    await expect(statisticsOf("no/such")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
