import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aDatasetId, anEdge } from "../../test-data.ts";
import { movePassage, type PassageMove } from "./passage.ts";
import { toEdgeEdit } from "./to-edge-edit.ts";

describe("an edit of an edge", () => {
  const edge = anEdge("a/b", "c/d", { relation: "fusion", split: "test", subset: "main" });
  const same = { relation: "fusion", split: "test", subset: "main", to: edge.to, note: "" } as const;

  test("is none while nothing is changed, whatever the note says", () => {
    expect(toEdgeEdit(edge, { ...same, note: "a word" })).toBeUndefined();
  });

  test("has only what is changed; an emptied field takes its value away", () => {
    expect(toEdgeEdit(edge, { ...same, split: "", subset: " " })).toEqual({
      verdict: "edited",
      split: null,
      subset: null,
    });
    expect(toEdgeEdit(edge, { ...same, to: aDatasetId("c/e"), note: " why " })).toEqual({
      verdict: "edited",
      to: "c/e",
      note: "why",
    });
  });
});

describe("a passage", () => {
  const text = "Built from alpha, beta and gamma.";
  const beta = { start: 18, end: 22 };
  const cut = ({ start, end }: { start: number; end: number }) => text.slice(start, end);

  test("grows and shrinks by words", () => {
    expect(cut(movePassage(text, beta, "start-earlier"))).toBe("alpha, beta");
    expect(cut(movePassage(text, beta, "end-later"))).toBe("beta and");
    expect(cut(movePassage(text, { start: 11, end: 26 }, "start-later"))).toBe("beta and");
    expect(cut(movePassage(text, { start: 11, end: 26 }, "end-earlier"))).toBe("alpha, beta");
  });

  test("never becomes empty and never leaves the text", () => {
    const moves = fc.array(
      fc.constantFrom<PassageMove>("start-earlier", "start-later", "end-earlier", "end-later"),
    );
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), moves, (any, steps) => {
        let span = { start: 0, end: any.length };
        for (const step of steps) {
          span = movePassage(any, span, step);
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeLessThanOrEqual(any.length);
          expect(span.start).toBeLessThan(span.end);
        }
      }),
    );
  });
});
