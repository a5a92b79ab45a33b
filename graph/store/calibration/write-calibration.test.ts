import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { Benchmark } from "../../../schema/benchmark.ts";
import type { CalibrationFit, CalibrationMap } from "../../../schema/calibration.ts";
import type { Derivation } from "../../../schema/edge.ts";
import { createBenchmarkList } from "../../contamination/create-benchmark-list.ts";
import type { Database } from "../../database.ts";
import { listFlags } from "../contamination/contamination.ts";
import { decideEdge } from "../edges/decide-edge.ts";
import { createLineageStore, type LineageStore } from "../lineage.ts";
import { onEmptyGraph } from "../on-empty-graph.ts";
import { undoReview } from "../review/undo-review.ts";
import { aCommit, aDerivation, aReviewer, aTrace } from "../test-data.ts";
import { readCalibrations } from "./read-calibrations.ts";
import { writeCalibration } from "./write-calibration.ts";

const NOW = new Date("2026-05-06T07:08:09.000Z");
const LIST = createBenchmarkList([
  {
    list: "test",
    entries: [
      Benchmark.parse({
        id: "bench/held-out",
        name: "Held out",
        domain: "math",
        splits: ["test"],
        source: "https://hub.example",
      }),
    ],
  },
]);

let database: Database;
let store: LineageStore;
onEmptyGraph(
  (opened) => {
    database = opened;
    store = createLineageStore(opened, { benchmarks: LIST, now: () => NOW });
  },
  aTrace({ roots: [] }),
);

const SCORES = { brier: 0.2, logLoss: 0.6, calibrationError: 0.1 };
const aFit = (map: CalibrationMap): CalibrationFit => ({
  map,
  labels: { edges: 60, right: 40, wrong: 20, datasets: 12, effective: 50 },
  strata: [],
  folds: 5,
  before: SCORES,
  after: SCORES,
  reliability: { before: [], after: [] },
});
const HIGHER = aFit({ slope: 1, intercept: 1 });
const LOWER = aFit({ slope: 1, intercept: -2 });

const write = (fit: CalibrationFit | undefined, preview = false) =>
  writeCalibration(database, { fit, threshold: 0.7, id: randomUUID(), by: "Ada", now: NOW, preview });
const edgeNow = async ({ id }: Derivation) => (await store.edge(id))?.edge;
const contents = async (): Promise<readonly unknown[]> => {
  const records: unknown[] = [];
  for await (const record of store.records()) {
    if (record.kind !== "node" || record.label !== "Calibration") records.push(record);
  }
  return records;
};
const settings = () => ({ ...aReviewer(), list: LIST, now: NOW, places: store.places });

const doubtful = aDerivation("acme/base", "bench/held-out", {
  confidence: 0.6,
  status: "flagged",
  flags: ["low-confidence"],
});
const sure = aDerivation("acme/mix", "acme/base", { confidence: 0.8 });
const faint = aDerivation("acme/mix", "acme/other", {
  confidence: 0.3,
  status: "rejected",
  rejection: "not-supported",
});
const cited = aDerivation("acme/mix", "acme/cited", {
  confidence: 0,
  status: "rejected",
  rejection: "cited-only",
});
const late = aDerivation("acme/mix", "acme/late", {
  confidence: 0.9,
  status: "flagged",
  flags: ["newer-than-derived"],
  signals: { ...sure.signals, failedChecks: ["newer-than-derived"] },
});
const commitAll = async (): Promise<void> => {
  await store.commit(aCommit("acme/base", [doubtful]));
  await store.commit(aCommit("acme/mix", [sure, faint, cited, late]));
};
const levels = async () =>
  (await listFlags(database, { limit: 100 })).items.map(({ dataset, level }) => `${dataset} ${level}`).sort();

describe("calibrating", () => {
  it("moves confidences through the map, statuses by the threshold, and contamination with them", async () => {
    await commitAll();
    const before = await levels();

    const record = await write(HIGHER);

    expect(await edgeNow(doubtful)).toMatchObject({
      confidence: 0.803,
      status: "accepted",
      flags: [],
      calibrated: { raw: 0.6, status: "flagged", flags: ["low-confidence"], labels: 60 },
    });
    expect(await edgeNow(faint)).toMatchObject({ confidence: 0.5381, status: "flagged" });
    expect(await edgeNow(faint)).not.toHaveProperty("rejection");
    expect(record).toMatchObject({
      kind: "fitted",
      sequence: 1,
      effect: { edges: 4, accepted: 1, flagged: 1, rejected: 0 },
    });
    expect(before).toEqual(["acme/base possible", "acme/mix possible"]);
    expect(await levels()).toEqual(["acme/base declared", "acme/mix inherited"]);
    expect(await store.faults({ text: async () => "" })).not.toContainEqual(
      expect.objectContaining({ rule: expect.stringContaining("contamination") }),
    );
  });

  it("lowers what is believed to what a person is asked about, and to what is turned down", async () => {
    await commitAll();

    await write(LOWER);

    expect(await edgeNow(sure)).toMatchObject({
      confidence: 0.3512,
      status: "rejected",
      rejection: "not-supported",
    });
    expect(await edgeNow(late)).toMatchObject({
      confidence: 0.5491,
      status: "flagged",
      flags: ["newer-than-derived", "low-confidence"],
    });
  });

  it("leaves alone what is ruled out for another reason than its confidence, and keeps a failed check's flag", async () => {
    await commitAll();

    await write(HIGHER);

    expect(await edgeNow(cited)).toEqual(cited);
    expect(await edgeNow(late)).toMatchObject({ status: "flagged", flags: ["newer-than-derived"] });
  });

  it("never goes against a person", async () => {
    await commitAll();
    await decideEdge(database, { ...settings(), id: sure.id, change: { verdict: "accepted" } });
    await decideEdge(database, {
      ...settings(),
      id: doubtful.id,
      change: { verdict: "rejected", reason: "cited-only" },
    });
    const decided = await Promise.all([edgeNow(sure), edgeNow(doubtful)]);

    await write(LOWER);
    await write(HIGHER);

    expect(await Promise.all([edgeNow(sure), edgeNow(doubtful)])).toEqual(decided);
  });

  it("is taken back whole by a reset, whatever came in between", async () => {
    await commitAll();
    const [before, levelsBefore] = [await contents(), await levels()];
    await write(HIGHER);
    await write(LOWER);

    const record = await write(undefined);

    expect(await contents()).toEqual(before);
    expect(await levels()).toEqual(levelsBefore);
    expect(record).toMatchObject({ kind: "reset", sequence: 3 });
    const reader = { run: (cypher: string) => database.read(cypher) };
    expect((await readCalibrations(reader)).map(({ kind }) => kind)).toEqual(["fitted", "fitted", "reset"]);
  });

  it("changes nothing in a preview, and tells what it would change", async () => {
    await commitAll();
    const before = await contents();

    const told = await write(HIGHER, true);

    expect(told.effect).toMatchObject({ edges: 4, accepted: 1, flagged: 1 });
    expect(await contents()).toEqual(before);
    expect(await readCalibrations({ run: (cypher) => database.read(cypher) })).toEqual([]);
  });

  it("is the same when it is done again", async () => {
    await commitAll();
    await write(HIGHER);
    const once = await contents();

    const again = await write(HIGHER);

    expect(await contents()).toEqual(once);
    expect(again.effect).toMatchObject({ edges: 0, accepted: 0, flagged: 0, rejected: 0 });
  });

  it("holds for what traces find later", async () => {
    await write(HIGHER);

    await commitAll();

    expect(await edgeNow(doubtful)).toMatchObject({
      confidence: 0.803,
      status: "accepted",
      calibrated: { raw: 0.6, status: "flagged" },
    });
    expect(await levels()).toEqual(["acme/base declared", "acme/mix inherited"]);
  });

  it("lets no edge be accepted that would close a cycle", async () => {
    const forth = aDerivation("acme/a", "acme/b", {
      confidence: 0.6,
      status: "flagged",
      flags: ["low-confidence"],
    });
    const back = aDerivation("acme/b", "acme/a", {
      confidence: 0.65,
      status: "flagged",
      flags: ["low-confidence"],
    });
    await store.commit(aCommit("acme/a", [forth]));
    await store.commit(aCommit("acme/b", [back]));

    await write(HIGHER);
    const again = await write(HIGHER);

    expect(await edgeNow(back)).toMatchObject({ status: "accepted" });
    expect(await edgeNow(forth)).toMatchObject({ status: "flagged", flags: ["cycle"] });
    expect(again.effect).toMatchObject({ accepted: 0, flagged: 0 });
    await write(undefined);
    expect([await edgeNow(forth), await edgeNow(back)]).toEqual([forth, back]);
  });

  it("holds for an edge whose decision is undone", async () => {
    await commitAll();
    const { event } = await decideEdge(database, {
      ...settings(),
      id: doubtful.id,
      change: { verdict: "rejected", reason: "cited-only" },
    });
    await write(HIGHER);

    await undoReview(database, { ...settings(), undoes: event.id });

    expect(await edgeNow(doubtful)).toMatchObject({ confidence: 0.803, status: "accepted" });
  });
});
