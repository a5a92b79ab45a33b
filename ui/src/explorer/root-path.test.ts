import { describe, expect, it } from "vitest";
import type { GraphShape, ShapeEdge } from "./graph-shape.ts";
import { rootPath } from "./root-path.ts";

const aShape = (pairs: readonly string[], flagged: readonly string[] = []): GraphShape => ({
  root: "root",
  nodes: [],
  edges: pairs.map((id): ShapeEdge => {
    const [from = "", to = ""] = id.split(">");
    const status = flagged.includes(id) ? "flagged" : "accepted";
    return { id, from, to, status, documents: 1, kind: "derivation" };
  }),
});
const path = (shape: GraphShape, node: string) => rootPath(shape, node).map((edge) => edge.id);

describe("the way between the root and a node", () => {
  it("is the shortest one, from the root on", () => {
    expect(path(aShape(["root>a", "a>b", "b>c", "root>b"]), "c")).toEqual(["root>b", "b>c"]);
  });

  it("takes accepted edges before those in doubt", () => {
    expect(path(aShape(["root>a", "root>b", "a>c", "b>c"], ["root>a"]), "c")).toEqual(["root>b", "b>c"]);
  });

  it("goes downstream when nothing leads upstream", () => {
    expect(path(aShape(["below>mid", "mid>root"]), "below")).toEqual(["mid>root", "below>mid"]);
  });

  it("is empty for the root itself, and for what is not joined to it", () => {
    expect(path(aShape(["root>a", "a>root"]), "root")).toEqual([]);
    expect(path(aShape(["root>a", "x>y"]), "y")).toEqual([]);
  });
});
