import { describe, expect, test } from "vitest";
import { aDerivation } from "../graph/store/test-data.ts";
import { TraceId } from "../schema/ids.ts";
import { type ReviewEntry, ReviewId } from "../schema/review.ts";
import { type EdgeReading, toEdgeEvents } from "./edge-history.ts";
import { joinEdgeHistory } from "./join-edge-history.ts";

const FLAGGED = { status: "flagged", confidence: 0.4, relation: "inclusion" } as const;
const ACCEPTED = { status: "accepted", confidence: 0.8, relation: "inclusion" } as const;
const reading = (day: number, decided?: EdgeReading["decided"]): EdgeReading => ({
  trace: TraceId.parse(`trace-000${day}`),
  at: `2026-01-0${day}T00:00:00.000Z`,
  ...(decided !== undefined && { decided }),
});
const edge = aDerivation("acme/mix", "acme/part");

describe("the history of an edge", () => {
  test("tells what each trace found otherwise, and counts those that found the same", () => {
    const events = toEdgeEvents(edge, [
      reading(1),
      reading(2, FLAGGED),
      reading(3, { ...FLAGGED, confidence: 0.41 }),
      reading(4, ACCEPTED),
      reading(5),
    ]);

    expect(events).toEqual([
      { kind: "traced", trace: "trace-0002", at: reading(2).at, again: 1, after: FLAGGED },
      { kind: "traced", trace: "trace-0004", at: reading(4).at, again: 0, before: FLAGGED, after: ACCEPTED },
      { kind: "traced", trace: "trace-0005", at: reading(5).at, again: 0, before: ACCEPTED },
    ]);
  });

  test("tells a person's decision with what was found before it, and its reason", () => {
    const at = "2026-01-03T00:00:00.000Z";
    const decision = { verdict: "rejected", by: "ida", at, note: "only compared" } as const;
    const decided = { ...edge, status: "rejected", decision } as const;

    const events = toEdgeEvents(decided, [reading(2, FLAGGED), reading(4, FLAGGED)]);

    expect(events.map(({ kind }) => kind)).toEqual(["traced", "decided"]);
    expect(events[1]).toMatchObject({ ...decision, before: FLAGGED, after: { status: "rejected" } });
  });

  test("puts what a publication states first, and a proposal at its time", () => {
    const published = {
      ...edge,
      origin: {
        kind: "published" as const,
        citation: "arXiv:1234.56789",
        relation: "inclusion" as const,
        confidence: 0.9,
        documentKinds: [],
        flags: [],
        proposal: { at: "2026-01-05T00:00:00.000Z", by: "ida" },
      },
    };

    const events = toEdgeEvents(published, [reading(2, ACCEPTED)]);

    expect(events.map(({ kind }) => kind)).toEqual(["published", "traced", "proposed"]);
  });
});

const decided = (verdict: "accepted" | "rejected", at: string) =>
  ({ ...edge, status: verdict, decision: { verdict, by: "ida", at } }) as const;

describe("the history with the log of reviews", () => {
  const FIRST = "2026-01-03T00:00:00.000Z";
  const entry = (sequence: number, fields: Partial<ReviewEntry>): ReviewEntry => ({
    id: ReviewId.parse(`00000000-0000-4000-8000-00000000000${sequence}`),
    sequence,
    at: FIRST,
    by: "ida",
    role: "reviewer",
    action: { kind: "decided", edge: edge.id, change: { verdict: "accepted" } },
    states: [],
    contamination: { added: 0, changed: 0, removed: 0 },
    undone: false,
    ...fields,
  });

  test("tells every decision, not only the last, and what was undone", () => {
    const later = "2026-01-04T00:00:00.000Z";
    const now = decided("accepted", FIRST);
    const history = { edge: edge.id, items: toEdgeEvents(now, [reading(2, FLAGGED)]), isCut: false };
    const rejected = decided("rejected", later);

    const { items, revision } = joinEdgeHistory(history, [
      entry(1, { states: [{ edge: edge.id, before: edge, after: now }] }),
      entry(2, { at: later, states: [{ edge: edge.id, before: now, after: rejected }], undone: true }),
      entry(3, { at: later, action: { kind: "skipped", edge: edge.id } }),
      entry(4, {
        at: "2026-01-05T00:00:00.000Z",
        action: { kind: "undone", undoes: entry(2, {}).id, restores: false },
        states: [{ edge: edge.id, before: rejected, after: now }],
      }),
    ]);

    expect(items.map((item) => [item.kind, "sequence" in item ? item.sequence : 0])).toEqual([
      ["traced", 0],
      ["decided", 1],
      ["decided", 2],
      ["reviewed", 4],
    ]);
    expect(items[2]).toMatchObject({ verdict: "rejected", undone: true });
    expect(items[3]).toMatchObject({ did: "undone", after: { status: "accepted" } });
    expect(revision).toBe(4);
  });
});
