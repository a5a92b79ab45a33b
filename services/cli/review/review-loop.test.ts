import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { aDerivation, aDocument, anEvidence } from "../../../graph/store/test-data.ts";
import type { Edge } from "../../../schema/edge.ts";
import { AppError } from "../../../schema/errors.ts";
import type { ReviewRequest } from "../../../schema/review.ts";
import type { QueueDetail, TakeRequest } from "../../../schema/review-queue.ts";
import type { Reviews } from "../../reviews.ts";
import type { KeySource } from "./keys.ts";
import { runReviewLoop } from "./review-loop.ts";

const ADA = { name: "Ada", role: "reviewer" } as const;
const TEXT = `Before. It was built from harbour/exam\u202e, mostly. After.`;
const card = aDocument(TEXT);

const detailOf = (edge: Edge, fields: Partial<QueueDetail["item"]> = {}): QueueDetail => ({
  item: {
    why: ["flagged"],
    edge,
    from: { id: edge.from, name: edge.from, isBenchmark: false },
    to: { id: edge.to, name: edge.to, isBenchmark: false },
    value: {
      total: 1,
      disagreement: 0.5,
      parts: { confidence: 1, tracers: 0, stance: 0, checks: 0, resolution: 0 },
      stake: 2,
      datasets: 2,
      flags: 0,
      benchmarks: [],
    },
    revision: 0,
    blind: false,
    proposals: [],
    skipped: false,
    ...fields,
  },
  evidence: [
    {
      ...anEvidence(edge, card, {
        quote: TEXT.slice(8, 48),
        span: { start: 8, end: 48 },
        nameAsWritten: "harbour/exam",
      }),
      url: "https://hub.example/card",
      retrievedAt: "2026-03-04T05:06:07.000Z",
    },
  ],
  history: 0,
  candidates: ["harbour/exam", "harbour/exam-2"].map((id, index) => ({
    id: id as never,
    name: id,
    score: 0.9 - index / 10,
    current: index === 0,
    features: { similarity: 1, owner: "other", state: "traced", uses: 0, isBenchmark: false },
  })),
});

const FIRST = detailOf(aDerivation("harbour/notes", "harbour/exam", { status: "flagged" }));
const SECOND = detailOf(aDerivation("quay/leaf", "harbour/exam", { status: "flagged" }), { blind: true });

const THIRD = detailOf(aDerivation("quay/more", "harbour/exam", { status: "flagged" }));

const scripted = (keys: readonly string[], lines: readonly string[] = []): KeySource => {
  const [left, typed] = [[...keys], [...lines]];
  return {
    key: async () => left.shift(),
    line: async () => typed.shift(),
    close: () => undefined,
  };
};

/** A queue of two edges and a log in memory. */
const start = (keys: KeySource, refuse?: () => AppError | undefined, waiting = [FIRST, SECOND]) => {
  const requests: ReviewRequest[] = [];
  const taken: TakeRequest[] = [];
  const printed: string[] = [];
  const released: string[] = [];
  let ended = 0;
  const event = (action: object) => ({
    id: randomUUID(),
    sequence: requests.length,
    action,
    states: [{}],
    contamination: { added: 0, changed: 0, removed: 1 },
  });
  const log: object[] = [];
  const loop = runReviewLoop({
    queue: {
      take: async (request) => {
        taken.push(request as TakeRequest);
        if (taken.length > 20) throw new Error("it never ends");
        const detail =
          request.edge === undefined
            ? waiting.find(({ item }) => !log.some((one) => (one as { edge?: string }).edge === item.edge.id))
            : waiting.find(({ item }) => item.edge.id === request.edge);
        return detail === undefined ? { total: 0 } : { taken: detail, total: 2 };
      },
      release: async ({ edge }) => {
        released.push(edge);
        return { released: true };
      },
    },
    reviews: {
      review: async (request) => {
        const refusal = refuse?.();
        if (refusal !== undefined) throw refusal;
        requests.push(request);
        const { kind, ...rest } = request;
        log.push({ ...event({ kind, ...rest }), undone: false, edge: "edge" in request ? request.edge : "" });
        return log.at(-1) as never;
      },
      undo: async () => {
        ended += 1;
        log.pop();
        return event({ kind: "undone" }) as never;
      },
      log: async () => ({ items: [...log] as never, last: log.length }),
    } satisfies Pick<Reviews, "review" | "undo" | "log">,
    documents: { document: async () => ({ document: card, text: TEXT, supports: [] }) },
    keys,
    terminal: { print: (line) => printed.push(line), paint: (_style, text) => text },
    by: ADA,
    filter: {},
    client: randomUUID(),
    clockMs: () => 0,
  });
  return { loop, requests, taken, printed, released, undone: () => ended };
};

describe("runReviewLoop", () => {
  it("accepts by one key and rejects by two, at the revision that was shown, blindly where it should", async () => {
    const { loop, requests, taken } = start(scripted(["a", "r", "c"]));

    expect(await loop).toEqual({ decided: 2, skipped: 0, undone: 0 });
    expect(requests).toMatchObject([
      { kind: "decided", edge: FIRST.item.edge.id, change: { verdict: "accepted" }, revision: 0 },
      { edge: SECOND.item.edge.id, change: { verdict: "rejected", reason: "cited-only" }, blind: true },
    ]);
    expect(requests[0]).not.toHaveProperty("blind");
    expect(taken[1]).toMatchObject({ release: FIRST.item.edge.id });
  });

  it("leaves a rejection that was begun, and tells its keys at any other", async () => {
    const { loop, requests, printed, released } = start(scripted(["r", "escape", "x", "q"]));

    expect(await loop).toEqual({ decided: 0, skipped: 0, undone: 0 });
    expect(requests).toEqual([]);
    expect(printed).toContain("  s  skip");
    expect(released).toEqual([FIRST.item.edge.id]);
  });

  it("edits relation, split and target, the target by its number or by an id that is typed", async () => {
    const keys = scripted(
      ["e", "r", "2", "s", "5", "t", "2", "return", "e", "t", "/", "return", "q"],
      ["pier/exam"],
    );
    const { loop, requests } = start(keys);

    await loop;
    expect(requests).toMatchObject([
      { change: { verdict: "edited", relation: "fusion", split: null, to: "harbour/exam-2" } },
      { change: { verdict: "edited", to: "pier/exam" } },
    ]);
  });

  it("undoes the last decision and shows its edge again", async () => {
    const { loop, taken, undone } = start(scripted(["a", "u", "q"]));

    expect(await loop).toEqual({ decided: 1, skipped: 0, undone: 1 });
    expect(undone()).toBe(1);
    expect(taken[2]).toMatchObject({ edge: FIRST.item.edge.id });
  });

  it("goes back to what was skipped without an undoing in the log, and leaves a second look as it is", async () => {
    const skipped = start(scripted(["s", "u", "a", "q"]));
    expect(await skipped.loop).toEqual({ decided: 1, skipped: 1, undone: 1 });
    expect(skipped.taken[2]).toMatchObject({ edge: FIRST.item.edge.id });
    expect(skipped.undone()).toBe(0);

    const blind = start(scripted(["s", "a", "u", "q"]), undefined, [FIRST, SECOND, THIRD]);
    expect(await blind.loop).toMatchObject({ decided: 1, undone: 0 });
    expect(blind.printed).toContain("a second look changed nothing, and stays as it is");
    expect(blind.undone()).toBe(0);
  });

  it("lets go of the edge when something fails", async () => {
    const away = new AppError("the engine is away", { code: "ENGINE_UNAVAILABLE" });
    const { loop, released } = start(scripted(["a"]), () => away);

    await expect(loop).rejects.toThrow("the engine is away");
    expect(released).toEqual([FIRST.item.edge.id]);
  });

  it("sends a note with the next decision", async () => {
    const { loop, requests } = start(scripted(["n", "a", "q"], ["as the table says"]));

    await loop;
    expect(requests).toMatchObject([{ change: { verdict: "accepted", note: "as the table says" } }]);
  });

  it("marks the name in the quote, and writes out what is hidden, in the quote and around it", async () => {
    const { loop, printed } = start(scripted(["o", "q"]));

    await loop;
    const all = printed.join("\n");
    expect(all).toContain("built from »harbour/exam«<U+202E right-to-left override>, mostly");
    expect(all).toContain("    Before.");
    expect(all).not.toContain("\u202e");
  });

  it("tells that somebody was quicker and shows the edge as it is now", async () => {
    let times = 0;
    const refuse = () => {
      times += 1;
      return times > 1 ? undefined : new AppError("it was rejected by Ben", { code: "CONFLICT" });
    };
    const { loop, printed, taken } = start(scripted(["a", "q"]), refuse);

    await loop;
    expect(printed).toContain("it was rejected by Ben");
    expect(taken[1]).toMatchObject({ edge: FIRST.item.edge.id });
  });
});
