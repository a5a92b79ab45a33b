import { expect, test } from "vitest";
import { answerTable } from "./answer-table.ts";

test("numbers stand right, texts left, null is empty", () => {
  const lines = answerTable(
    {
      columns: ["id", "uses"],
      rows: [
        ["a/b", 12],
        ["c", 3],
        ["d", null],
      ],
    },
    80,
  );

  expect(lines).toEqual(["id   uses", "---  ----", "a/b    12", "c       3", "d"]);
});

test("a terminal's width is kept, and both ends of what is cut stay readable", () => {
  const rows = [["x".repeat(20) + "y".repeat(20), 1, "z".repeat(40)]];

  const lines = answerTable({ columns: ["first", "n", "second"], rows }, 40);

  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(40);
  expect(lines[2]).toMatch(/^x+…y+ +1 +z+…z+$/);
});

test("nothing is cut where no terminal is", () => {
  const lines = answerTable({ columns: ["text"], rows: [["x".repeat(500)]] }, undefined);

  expect(lines[2]).toHaveLength(500);
});

const aNode = (id: string) => ({ kind: "node", elementId: id, labels: ["Dataset"], properties: { id } });
const anEdge = (start: string, end: string) => ({
  kind: "relationship",
  type: "DERIVED_FROM",
  start,
  end,
  properties: {},
});

test("nodes, relationships and paths are written as Cypher writes them", () => {
  const nodes = [aNode("a"), aNode("b"), aNode("c")];
  const path = { kind: "path", nodes, relationships: [anEdge("a", "b"), anEdge("c", "b")] };

  const rows = [[aNode("a"), anEdge("a", "b"), path, [1, "x"]]];
  const lines = answerTable({ columns: ["n", "r", "p", "l"], rows }, 200);

  expect(lines[2]).toBe(
    "(:Dataset a)  [:DERIVED_FROM]  (a)-[:DERIVED_FROM]->(b)<-[:DERIVED_FROM]-(c)  [1, x]",
  );
});

test("what a document wrote cannot steer the terminal", () => {
  const lines = answerTable({ columns: ["text"], rows: [["a\u001b[2Jb\u202ec\nd"]] }, 80);

  expect(lines[2]).toBe("a [2Jb c d");
});
