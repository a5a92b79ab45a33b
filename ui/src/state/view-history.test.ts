import { describe, expect, it } from "vitest";
import { aDatasetId, aTraceId } from "../test-data.ts";
import {
  EMPTY_HISTORY,
  markUndone,
  nextRedo,
  nextUndo,
  recordStep,
  type ViewHistory,
} from "./view-history.ts";
import { DEFAULT_VIEW, type ViewState } from "./view-state.ts";

const aView = (fields: Partial<ViewState> = {}): ViewState => ({ ...DEFAULT_VIEW, ...fields });

const walk = (...views: readonly ViewState[]): ViewHistory =>
  views.slice(1).reduce((history, to, index) => {
    const from = views[index] ?? aView();
    return recordStep(history, { from, to });
  }, EMPTY_HISTORY);

const camera = (x: number) => ({ camera: { x, y: 0, ratio: 1 } });

describe("recordStep", () => {
  it("keeps the fields that changed, and no others", () => {
    const history = walk(aView({ depth: 1 }), aView({ depth: 4 }));

    expect(history.done).toEqual([{ page: "explore", before: { depth: 1 }, after: { depth: 4 } }]);
  });

  it.each([
    ["filters", { filters: { ...DEFAULT_VIEW.filters, hiddenLicences: ["mit"] } }],
    ["expansions", { expansions: [{ id: aDatasetId("a/b"), direction: "upstream" }] }],
    ["groups", { openGroups: ["g"] }],
    ["layout", { layout: "force" }],
    ["selection", { selection: { kind: "dataset", id: aDatasetId("a/b") } }],
    ["chosen datasets", { chosen: [aDatasetId("a/b")] }],
    ["the table", { showTable: true }],
    ["targets", { root: aDatasetId("a/b") }],
  ] as const)("counts a change of %s", (_what, change) => {
    expect(walk(aView(), aView(change)).done).toHaveLength(1);
  });

  it.each([
    ["the page", { page: "graph" }],
    ["the trace that is followed", { trace: aTraceId }],
    ["the text of a query", { cypher: { text: "RETURN 1", parameters: {}, result: "table" } }],
  ] as const)("does not count a change of %s", (_what, change) => {
    expect(walk(aView(), aView(change)).done).toEqual([]);
  });

  it("makes one step of the camera's moves, which leads back to where they began", () => {
    const history = walk(aView(), aView(camera(1)), aView(camera(2)), aView(camera(3)));

    expect(history.done).toEqual([{ page: "explore", before: { camera: undefined }, after: camera(3) }]);
  });

  it("keeps a camera's move apart from the change before it", () => {
    expect(walk(aView(), aView({ depth: 2 }), aView({ depth: 2, ...camera(1) })).done).toHaveLength(2);
  });

  it("makes one step of a walk over one field, when told that it goes on", () => {
    const at = (id: string) => aView({ selection: { kind: "dataset", id: aDatasetId(id) } });
    const first = recordStep(EMPTY_HISTORY, { from: aView(), to: at("a/b") });

    const history = recordStep(first, { from: at("a/b"), to: at("c/d"), continues: true });

    expect(history.done).toEqual([
      expect.objectContaining({
        before: { selection: undefined },
        after: at("c/d").selection && { selection: at("c/d").selection },
      }),
    ]);
  });

  it("holds no more than 200 steps", () => {
    const views = Array.from({ length: 300 }, (_, index) => aView({ openGroups: [String(index)] }));

    expect(walk(...views).done).toHaveLength(200);
  });
});

describe("nextUndo and nextRedo", () => {
  it("are of the page that is shown", () => {
    const history = walk(
      aView({ page: "contamination" }),
      aView({ page: "contamination", benchmarks: [aDatasetId("a/b")] }),
    );
    const [step] = history.done;
    if (step === undefined) throw new Error("no step was recorded");

    expect(nextUndo(history, "explore")).toBeUndefined();
    expect(nextUndo(history, "contamination")).toBe(step);
    expect(nextRedo(markUndone(history, step), "contamination")).toBe(step);
  });
});
