import { randomUUID } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { createBenchmarkList } from "../../../graph/contamination/create-benchmark-list.ts";
import type { Database } from "../../../graph/database.ts";
import { decideEdge } from "../../../graph/store/edges/decide-edge.ts";
import { createLineageStore, type LineageStore } from "../../../graph/store/lineage.ts";
import { onEmptyGraph } from "../../../graph/store/on-empty-graph.ts";
import { aCommit, aDerivation, aReviewer } from "../../../graph/store/test-data.ts";
import { CalibrationReport } from "../../../schema/calibration.ts";
import type { Derivation } from "../../../schema/edge.ts";
import { ReviewStatistics } from "../../../schema/review-statistics.ts";
import { statusOf } from "../../../schema/status-rule.ts";
import { createReviewLearning } from "../../calibrations.ts";
import { aServer } from "../test-server.ts";

const NOW = new Date("2026-05-06T07:08:09.000Z");
const LIST = createBenchmarkList([]);

/** Nine datasets with eight sources each, of confidences from 0.45 to 0.94: a third of the surer half is wrong, and all of the rest. */
const edges: readonly Derivation[] = Array.from({ length: 72 }, (_, index) => {
  const confidence = Math.round(4_500 + (index % 8) * 700 + Math.floor(index / 8)) / 10_000;
  const { status, flags } = statusOf(confidence, [], 0.7);
  return aDerivation(`harbour/set-${Math.floor(index / 8)}`, `tide/source-${index}`, {
    confidence,
    status,
    flags: [...flags],
  });
});
const isRight = (edge: Derivation, index: number): boolean => edge.confidence > 0.65 && index % 3 !== 0;

let database: Database;
let store: LineageStore;
let app: FastifyInstance;
let written = 0;
onEmptyGraph((opened) => {
  database = opened;
  store = createLineageStore(opened, { now: () => NOW });
});
beforeEach(async () => {
  for (let set = 0; set < 9; set += 1) {
    await store.commit(aCommit(`harbour/set-${set}`, edges.slice(set * 8, set * 8 + 8)));
  }
  const learning = createReviewLearning({
    database,
    version: async () => String((written += 1)),
    threshold: 0.7,
    now: () => NOW,
    newId: randomUUID,
  });
  app = await aServer({ learning });
});
afterAll(() => app.close());

const decideOn = async (some: readonly Derivation[]): Promise<void> => {
  for (const edge of some) {
    await decideEdge(database, {
      ...aReviewer(),
      list: LIST,
      now: NOW,
      places: store.places,
      seconds: 4,
      id: edge.id,
      change: isRight(edge, edges.indexOf(edge))
        ? { verdict: "accepted" }
        : { verdict: "rejected", reason: "cited-only" },
    });
  }
};
const statistics = async (): Promise<ReviewStatistics> =>
  ReviewStatistics.parse((await app.inject("/api/reviews/statistics")).json());
const calibrate = async (payload: object): Promise<CalibrationReport> =>
  CalibrationReport.parse(
    (await app.inject({ method: "POST", url: "/api/reviews/calibrations", payload })).json(),
  );

describe("what is learned from reviews", () => {
  it("is nothing yet on a graph without reviews, and says what it takes", async () => {
    const { reviewed, agreement, calibration } = await statistics();

    expect(reviewed).toEqual({ edges: 0, right: 0, wrong: 0, reviewers: 0 });
    expect(agreement.holds).toEqual({ edges: 0, missing: 30, blind: 0 });
    expect(calibration).toMatchObject({ now: { obstacle: { reason: "few-labels", has: 0, needs: 50 } } });
    expect(await calibrate({})).toMatchObject({ applied: false, obstacle: { reason: "few-labels" } });
  });

  it("calibrates what nobody decided on, and is put back by a reset", async () => {
    const [open, decided] = [edges.slice(64), edges.slice(0, 64)];
    await decideOn(decided);
    const before = await Promise.all(open.map(async ({ id }) => (await store.edge(id))?.edge));

    const told = await calibrate({ preview: true });
    const done = await calibrate({});
    const during = await statistics();
    const moved = await Promise.all(open.map(async ({ id }) => (await store.edge(id))?.edge));
    const back = await calibrate({ action: "reset" });

    expect(told).toMatchObject({ applied: true, preview: true, labels: { edges: 64, datasets: 8 } });
    expect(told).not.toHaveProperty("record");
    expect(done.effect).toEqual(told.effect);
    expect(done.fit?.after.logLoss).toBeLessThan(done.fit?.before.logLoss ?? 0);
    expect(moved.every((edge) => edge?.calibrated?.labels === 64)).toBe(true);
    expect(during.calibration.current).toMatchObject({ kind: "fitted", by: "local", threshold: 0.7 });
    expect(back).toMatchObject({ applied: true, record: { kind: "reset", sequence: 2 } });
    expect(await Promise.all(open.map(async ({ id }) => (await store.edge(id))?.edge))).toEqual(before);
    expect((await statistics()).calibration).not.toHaveProperty("current");
  });

  it("counts what was right by what speaks for it, and learns the same once it is calibrated", async () => {
    await decideOn(edges.slice(0, 64));
    const { precision, rejections, pace, calibration } = await statistics();
    await calibrate({});
    const after = await statistics();

    const status = precision.find(({ dimension }) => dimension === "status");
    expect(status?.groups.map(({ value, edges: count, right }) => [value, count, right])).toEqual([
      ["accepted", 32, 21],
      ["flagged", 32, 5],
    ]);
    expect(precision.find(({ dimension }) => dimension === "tracer")?.groups).toMatchObject([
      { value: "rules", edges: 64, right: 26 },
    ]);
    expect(rejections).toEqual([{ reason: "cited-only", edges: 38 }]);
    expect(pace).toEqual({ decisions: 64, median: 4, p90: 4 });
    expect(after.precision).toEqual(precision);
    expect(after.calibration.now).toEqual(calibration.now);
  });
});
