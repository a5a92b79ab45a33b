import { describe, expect, it } from "vitest";
import { aLineage, aModelUse, anEdge, filterLineage } from "../../test-data.ts";
import { DEFAULT_VIEW } from "../view-state.ts";

const shownIds = (view: Parameters<typeof filterLineage>[0], filters = DEFAULT_VIEW) =>
  filterLineage(view, filters).nodes.map((node) => node.id);

describe("filtering a lineage", () => {
  it("keeps everything by default", () => {
    const view = aLineage("a/root", ["a/root>b/one", "b/one>c/two"]);

    const shown = filterLineage(view, DEFAULT_VIEW);

    expect(shown.nodes).toHaveLength(3);
    expect(shown.edges).toHaveLength(2);
    expect(shown.total).toBe(3);
  });

  it("leaves no node behind that is no longer joined to the root", () => {
    const view = aLineage("a/root", ["a/root>b/one", "b/one>c/two"]);
    view.edges[0] = anEdge("a/root", "b/one", { relation: "synthesis" });

    expect(shownIds(view, { ...DEFAULT_VIEW, hiddenRelations: ["synthesis"] })).toEqual(["a/root"]);
  });

  it("keeps a node that another way still leads to", () => {
    const view = aLineage("a/root", ["a/root>b/one", "a/root>c/two", "b/one>c/two"]);
    view.edges[0] = anEdge("a/root", "b/one", { relation: "synthesis" });

    const shown = filterLineage(view, { ...DEFAULT_VIEW, hiddenRelations: ["synthesis"] });

    expect(shown.nodes.map((node) => node.id)).toEqual(["a/root", "b/one", "c/two"]);
  });

  it("keeps the root whatever kind is hidden", () => {
    const view = aLineage("a/root", ["a/root>b/one"]);

    expect(shownIds(view, { ...DEFAULT_VIEW, hiddenKinds: ["dataset"] })).toEqual(["a/root"]);
  });

  it("shows rejected edges only when they are asked for", () => {
    const view = aLineage("a/root", ["a/root>b/one"]);
    view.edges[0] = anEdge("a/root", "b/one", { status: "rejected", rejection: "denied" });

    expect(shownIds(view)).toEqual(["a/root"]);
    expect(shownIds(view, { ...DEFAULT_VIEW, statuses: ["rejected"] })).toEqual(["a/root", "b/one"]);
  });

  it("ends on a cycle", () => {
    const view = aLineage("a/root", ["a/root>b/one", "b/one>a/root"]);

    expect(shownIds(view)).toEqual(["a/root", "b/one"]);
  });

  it("draws derivations only", () => {
    const view = aLineage("a/root", ["a/root>b/one"]);
    view.edges.push(aModelUse("a/root", "m/model"));

    expect(filterLineage(view, DEFAULT_VIEW).edges).toHaveLength(1);
  });
});
