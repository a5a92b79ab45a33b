import { describe, expect, it } from "vitest";
import { anEdge, aNode } from "../../test-data.ts";
import { toShownGraph } from "./shown-graph.ts";
import { toEdgeCsv, toNodeCsv, toTable } from "./to-csv.ts";

const edge = anEdge("acme/mix", "name:=cmd|calc");
const GRAPH = toShownGraph(
  {
    nodes: [
      { id: "acme/mix", name: "mix", kind: "dataset", uses: 0, level: 0 },
      { id: "name:=cmd|calc", name: "=cmd|calc", kind: "off-hub", uses: 1, level: -1 },
    ],
    edges: [
      {
        id: edge.id,
        from: edge.from,
        to: edge.to,
        kind: "derivation",
        status: "accepted",
        documents: 1,
        relation: "inclusion",
      },
    ],
  },
  { nodes: [aNode("acme/mix", 0, { licence: "other, see card" })], edges: [edge] },
);

const linesOf = (csv: string): readonly string[] => csv.replace("\uFEFF", "").split("\r\n");

describe("the table of nodes", () => {
  it("has a row each, with commas in quotes", () => {
    const lines = linesOf(toNodeCsv(GRAPH));

    expect(lines).toHaveLength(1 + GRAPH.nodes.length + 1);
    expect(lines[0]).toMatch(/^label,id,kind,registry,owner,/);
    expect(lines[1]).toMatch(/^acme\/mix,acme\/mix,dataset,huggingface,,traced,"other, see card"/);
  });

  it("leaves a negative number a number", () => {
    expect(linesOf(toNodeCsv(GRAPH))[2]?.split(",")).toContain("-1");
  });
});

describe("the table of edges", () => {
  it("names both ends", () => {
    expect(linesOf(toEdgeCsv(GRAPH))[1]).toMatch(/^acme\/mix,'=cmd\|calc,inclusion,derivation,inclusion,/);
  });
});

it.each(["=1+1", "+1", "-1", "@sum", "\tx", "\rx", "'x", "＝1", "＋1", "－1", "＠x"])(
  "lets no spreadsheet run %j",
  (text) => {
    const field = toTable(["a"], [{ a: text }]).split("\r\n")[1];

    expect(field?.replace(/^"/, "").startsWith("'")).toBe(true);
  },
);
