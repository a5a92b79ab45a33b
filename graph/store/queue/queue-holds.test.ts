import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Database } from "../../database.ts";
import { onEmptyGraph } from "../on-empty-graph.ts";
import { createQueueHolds, type QueueHolds } from "./queue-holds.ts";

const LONG_MS = 60_000;
const ada = { by: "Ada", client: "" };
const ben = { by: "Ben", client: "" };
const EDGES = ["e1", "e2", "e3", "e4"];

let database: Database;
let holds: QueueHolds;
onEmptyGraph((opened) => {
  database = opened;
  holds = createQueueHolds(database, randomUUID);
});

describe("createQueueHolds", () => {
  it("gives each of several who take at once another edge, through several services", async () => {
    const other = createQueueHolds(database, randomUUID);
    const takers = Array.from({ length: 6 }, (_, index) => ({ by: `reviewer ${index}`, client: "" }));

    const taken = await Promise.all(
      takers.map((taker, index) => (index % 2 === 0 ? holds : other).takeFirst(EDGES, taker, LONG_MS)),
    );

    const edges = taken.flatMap((hold) => hold?.edge ?? []);
    expect(edges.toSorted()).toEqual(EDGES);
    expect(taken.filter((hold) => hold === undefined)).toHaveLength(2);
  });

  it("gives the holder the same edge again, for longer", async () => {
    const first = await holds.takeFirst(["e1"], ada, 5_000);
    const again = await holds.takeFirst(["e1"], ada, LONG_MS);

    expect(again?.edge).toBe("e1");
    expect(again?.until.getTime()).toBeGreaterThan(first?.until.getTime() ?? 0);
    expect(await holds.takeFirst(["e1"], ben, LONG_MS)).toBeUndefined();
  });

  it("tells two pages of one person apart", async () => {
    await holds.takeFirst(EDGES, { by: "local", client: "one" }, LONG_MS);

    const other = await holds.takeFirst(EDGES, { by: "local", client: "two" }, LONG_MS);

    expect(other?.edge).toBe("e2");
  });

  it("frees what is released by its holder alone, and what is over", async () => {
    await holds.takeFirst(["e1"], ada, LONG_MS);
    await holds.takeFirst(["e2"], ada, -1_000);

    expect(await holds.release("e1", ben)).toBe(false);
    expect([...(await holds.live()).keys()]).toEqual(["e1"]);
    expect(await holds.release("e1", ada)).toBe(true);
    expect(await holds.takeFirst(["e1"], ben, LONG_MS)).toMatchObject({ edge: "e1", by: "Ben" });
    expect(await holds.takeFirst(["e2"], ben, LONG_MS)).toMatchObject({ edge: "e2" });
  });

  it("keeps to whom edges are assigned until they are nobody's", async () => {
    const assignment = { to: "Ben", by: "Ada", at: "2026-05-06T07:08:09.000Z" };
    await holds.assign(["e1", "e2"], assignment);
    await holds.assign(["e2"], undefined);

    expect(await holds.assignments()).toEqual(new Map([["e1", assignment]]));
  });
});
