import { describe, expect, it } from "vitest";
import type { DatasetId } from "../../schema/ids.ts";
import type { ProvenClaim } from "../evidence/proven-claim.ts";
import type { HubDataset } from "../ports.ts";
import { aggregate } from "./aggregate.ts";
import { aClearing, aHubDataset, aModel, aSource, documentOf, idOf, TRACE } from "./testing/test-claims.ts";

interface World {
  readonly datasets?: readonly HubDataset[];
  readonly closing?: readonly string[];
  readonly threshold?: number;
}

const TARGET = aHubDataset("acme/mix", { createdAt: "2024-06-01T00:00:00.000Z" });

const run = (claims: readonly ProvenClaim[], { datasets = [], closing = [], threshold = 0.7 }: World = {}) =>
  aggregate(
    { traceId: TRACE, target: TARGET, claims, threshold },
    {
      hub: {
        dataset: async (id: DatasetId) => {
          const value = datasets.find((one) => one.id === id) ?? aHubDataset(id);
          return { kind: "found", value };
        },
        search: async () => ({ kind: "found", value: [] }),
      },
      lineage: {
        aliases: async () => new Map(),
        decidedNames: async () => new Map(),
        closingCycles: async () => new Set(closing.map(idOf)),
      },
    },
    new AbortController().signal,
  );

const paper = { document: documentOf("paper"), documentKind: "paper" as const };

describe("aggregate", () => {
  it("makes an accepted edge with all of its evidence, and enqueues its source", async () => {
    const { edges, evidence, sources } = await run([
      aSource({ hubId: "acme/rivers", split: "train", subset: "algebra" }),
      aSource({ hubId: "acme/rivers", score: 0.5 }, paper),
    ]);

    expect(edges).toMatchObject([
      {
        kind: "derivation",
        from: "acme/mix",
        to: "acme/rivers",
        status: "accepted",
        confidence: 0.915,
        relation: "inclusion",
        split: "train",
        subset: "algebra",
        flags: [],
        signals: { documents: 2, documentKinds: ["card", "paper"], resolvedBy: "id-in-text", bestScore: 0.9 },
      },
    ]);
    expect(evidence.map(({ edgeId, documentKind }) => [edgeId, documentKind])).toEqual([
      [edges[0]?.id, "card"],
      [edges[0]?.id, "paper"],
    ]);
    expect(sources).toEqual(["acme/rivers"]);
  });

  it("flags a sibling that only a shared page names, and accepts one that the card names", async () => {
    const github = { document: documentOf("github"), documentKind: "github" as const };
    const listed = { hubId: "acme/rivers", quote: "We also release Rivers" };

    const onPage = await run([aSource(listed, github)]);
    const onCard = await run([aSource(listed), aSource(listed, github)]);

    expect(onPage.edges[0]).toMatchObject({ status: "flagged", flags: ["shared-page"], confidence: 0.9 });
    expect(onCard.edges[0]).toMatchObject({ status: "accepted", flags: [] });
  });

  it("gives the same edge the same id in every trace", async () => {
    const one = await run([aSource({ hubId: "acme/rivers" })]);
    const other = await run([aSource({ hubId: "acme/rivers", score: 0.5 })]);

    expect(one.edges[0]?.id).toMatch(/^[0-9a-f]{24}$/);
    expect(other.edges[0]?.id).toBe(one.edges[0]?.id);
    expect(other.evidence[0]?.id).toBe(one.evidence[0]?.id);
  });

  it("joins candidates that the Hub says are one dataset", async () => {
    const renamed = { ...aHubDataset("acme/rivers"), id: idOf("acme/rivers") };
    const { edges } = await aggregate(
      {
        traceId: TRACE,
        target: TARGET,
        claims: [aSource({ hubId: "acme/Rivers" }), aSource({ hubId: "old/rivers", name: "Old" }, paper)],
        threshold: 0.7,
      },
      {
        hub: {
          dataset: async () => ({ kind: "found", value: renamed }),
          search: async () => ({ kind: "found", value: [] }),
        },
        lineage: {
          aliases: async () => new Map(),
          decidedNames: async () => new Map(),
          closingCycles: async () => new Set(),
        },
      },
      new AbortController().signal,
    );

    expect(edges).toHaveLength(1);
    expect(edges[0]?.signals.documents).toBe(2);
  });

  it("keeps a rejected candidate with its reason and its quote, and does not enqueue it", async () => {
    const { edges, evidence, neighbours, sources } = await run([
      aSource({ hubId: "acme/exam", rejected: "evaluation-only", score: 0.1 }),
    ]);

    expect(edges).toMatchObject([{ status: "rejected", rejection: "evaluation-only", to: "acme/exam" }]);
    expect(evidence).toHaveLength(1);
    expect(neighbours).toMatchObject([{ id: "acme/exam", state: "mentioned" }]);
    expect(sources).toEqual([]);
  });

  it("rejects what is hardly supported, and flags what a person should see", async () => {
    const { edges } = await run([
      aSource({ hubId: "acme/a", score: 0.3 }),
      aSource({ hubId: "acme/b", score: 0.5 }),
    ]);

    expect(edges).toMatchObject([
      { to: "acme/a", status: "rejected", rejection: "not-supported" },
      { to: "acme/b", status: "flagged", flags: ["low-confidence"] },
    ]);
  });

  it("flags a source that is newer than its derived dataset", async () => {
    const late = aHubDataset("acme/rivers", { createdAt: "2024-06-02T00:00:00.000Z" });

    expect((await run([aSource({ hubId: "acme/rivers" })], { datasets: [late] })).edges).toMatchObject([
      { status: "flagged", flags: ["newer-than-derived"] },
    ]);
  });

  it("flags a source whose edge would close a cycle", async () => {
    expect(
      (await run([aSource({ hubId: "acme/rivers" })], { closing: ["acme/rivers"] })).edges,
    ).toMatchObject([{ status: "flagged", flags: ["cycle"] }]);
  });

  it("flags a source that one document claims and another denies, with both quotes", async () => {
    const { edges, evidence } = await run([
      aSource({ hubId: "acme/rivers" }),
      aSource({ hubId: "acme/rivers", rejected: "denied", score: 0 }, { ...paper, stance: "contradicted" }),
    ]);

    expect(edges).toMatchObject([{ status: "flagged", signals: { contradicted: true } }]);
    expect(edges[0]?.kind === "derivation" && edges[0].flags).toContain("documents-disagree");
    expect(evidence.map(({ stance }) => stance)).toEqual(["supported", "contradicted"]);
  });

  it("rejects what is linked as a model, and of which the Hub knows no dataset", async () => {
    const claims = [
      aSource({ name: "scribe", hubId: "acme/scribe-7b", link: "https://huggingface.co/acme/scribe-7b" }),
      aSource({ name: "rivers", hubId: "acme/rivers", link: "https://huggingface.co/datasets/acme/rivers" }),
    ];
    const gone = { kind: "not-found", reason: "unknown" } as const;

    const { edges } = await aggregate(
      { traceId: TRACE, target: TARGET, claims, threshold: 0.7 },
      {
        hub: { dataset: async () => gone, search: async () => gone },
        lineage: {
          aliases: async () => new Map(),
          decidedNames: async () => new Map(),
          closingCycles: async () => new Set(),
        },
      },
      new AbortController().signal,
    );

    expect(edges).toMatchObject([
      { to: "acme/rivers", status: "accepted" },
      { to: "acme/scribe-7b", status: "rejected", rejection: "model-not-dataset" },
    ]);
  });

  it("rejects a name that the documents use for a model, unless a dataset of that name was found", async () => {
    const { edges } = await run([
      aSource({ name: "Scribe 7B" }),
      aModel({ name: "scribe-7b" }),
      aSource({ name: "Rivers", hubId: "acme/rivers" }),
      aModel({ name: "Rivers" }),
    ]);

    expect(edges.filter(({ kind }) => kind === "derivation")).toMatchObject([
      { to: "acme/rivers", status: "accepted" },
      { to: "name:scribe-7b", status: "rejected", rejection: "model-not-dataset" },
    ]);
  });

  it.each(["Zhao et al., 2024", "Wildteaming, 2024", "ODC-BY-1.0", "Apache 2.0", "CC-BY-NC-4.0", "MIT"])(
    "takes %s, which stands beside names, for no dataset",
    async (name) => {
      expect((await run([aSource({ name })])).edges).toMatchObject([
        { status: "rejected", rejection: "not-a-dataset" },
      ]);
    },
  );

  it.each(["Alpaca 2023", "MIT Movies", "Apache Spark Questions"])("takes %s for a name", async (name) => {
    expect((await run([aSource({ name })])).edges).toMatchObject([{ status: "accepted" }]);
  });

  it("drops a dataset's own name instead of drawing an edge to itself", async () => {
    const { edges, dropped } = await run([aSource({ name: "Mix", hubId: "acme/mix" })]);

    expect(edges).toEqual([]);
    expect(dropped).toEqual([{ name: "Mix", tracer: "rules", reason: "self" }]);
  });

  it("counts words of the page without making nodes of them", async () => {
    const { edges, dropped } = await run([
      aSource({ name: "Columns", rejected: "not-a-dataset", score: 0.01 }),
      aSource({ name: "Exam", rejected: "evaluation-only", score: 0.01 }),
    ]);

    expect(edges.map(({ to }) => to)).toEqual(["name:exam"]);
    expect(dropped).toEqual([{ name: "Columns", tracer: "rules", reason: "not-a-dataset" }]);
  });

  it("calls the inclusion of several datasets a fusion, and that of one dataset or of pages an inclusion", async () => {
    const page = aSource({ name: "a page", link: "https://example.org/rivers" });

    const two = await run([aSource({ hubId: "acme/a" }), aSource({ hubId: "acme/b" }), page]);
    const one = await run([aSource({ hubId: "acme/a" }), page]);

    expect(two.edges.map((edge) => edge.kind === "derivation" && edge.relation)).toEqual([
      "fusion",
      "fusion",
      "inclusion",
    ]);
    expect(one.edges.map((edge) => edge.kind === "derivation" && edge.relation)).toEqual([
      "inclusion",
      "inclusion",
    ]);
  });

  it("keeps apart what one name is used for: a source by its train split, a benchmark that was cleared", async () => {
    const { edges, neighbours } = await run([
      aSource({ hubId: "acme/exam", split: "train" }),
      aClearing({ name: "Rivers", hubId: "acme/exam", split: "test" }),
    ]);

    expect(edges.map(({ kind, to }) => [kind, to])).toEqual([
      ["clearing", "acme/exam"],
      ["derivation", "acme/exam"],
    ]);
    expect(neighbours).toMatchObject([{ id: "acme/exam", isBenchmark: true, state: "frontier" }]);
  });

  it("makes one edge to a model, whatever its spellings", async () => {
    const { edges, models } = await run([
      aModel({ name: "GPT-4", role: "generator" }),
      aModel({ name: "GPT 4", role: "judge", score: 0.5, span: { start: 50, end: 60 } }),
      aModel({ name: "scribe", hubId: "acme/scribe-7b" }),
    ]);

    expect(models).toEqual([{ id: "acme/scribe-7b", owner: "acme" }, { id: "GPT 4" }]);
    expect(edges).toMatchObject([
      { kind: "model-use", to: "acme/scribe-7b" },
      { kind: "model-use", to: "GPT 4", role: "generator" },
    ]);
  });

  it("visits accepted sources before flagged ones, the most confident first", async () => {
    const { sources } = await run([
      aSource({ hubId: "acme/a", score: 0.5 }),
      aSource({ hubId: "acme/b", score: 0.75 }),
      aSource({ hubId: "acme/c", score: 0.95 }),
      aSource({ name: "d", link: "https://example.org/d" }),
    ]);

    expect(sources).toEqual(["acme/c", "acme/b", "acme/a"]);
  });
});
