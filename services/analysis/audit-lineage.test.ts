import { describe, expect, it } from "vitest";
import { toPublishedEdge } from "../../graph/store/edges/bare-edge.ts";
import { datasetNamed } from "../../graph/store/commit/dataset-named.ts";
import type { PublishedDerivation } from "../../graph/store/published/read-published.ts";
import type { Dataset } from "../../schema/dataset.ts";
import { toEdgeId } from "../../schema/edge-id.ts";
import type { PublishedOrigin } from "../../schema/edge.ts";
import { DatasetId } from "../../schema/ids.ts";
import { auditLineage } from "./audit-lineage.ts";

const anEdge = (pair: string, fields: Partial<PublishedOrigin> = {}): PublishedDerivation => {
  const [from = "", to = ""] = pair.split(" <- ");
  const ends = {
    id: toEdgeId("derivation", from, to),
    from: DatasetId.parse(from),
    to: DatasetId.parse(to),
  };
  const origin: PublishedOrigin = {
    kind: "published",
    citation: "arXiv:1234.56789",
    relation: "inclusion",
    confidence: 0.9,
    documentKinds: ["card"],
    onHub: true,
    flags: [],
    ...fields,
  };
  return { ...toPublishedEdge(ends, origin), origin };
};

const audit = (
  edges: readonly PublishedDerivation[],
  facts: Readonly<Record<string, Partial<Dataset>>> = {},
) => {
  const ids = [...new Set(edges.flatMap(({ from, to }) => [from, to]))];
  return auditLineage(
    edges,
    ids.map((id) => ({ ...datasetNamed(id, "frontier"), ...facts[id] })),
  );
};

describe("the audit of published lineages", () => {
  it("counts claims by publication, status and evidence", () => {
    const proven = anEdge("a/mix <- b/proven");
    const edges = [
      anEdge("a/mix <- b/seed"),
      anEdge("a/mix <- b/doubt", { part: "other", flags: ["low-confidence"], confidence: 0.5 }),
      { ...proven, signals: { ...proven.signals, documents: 1 } },
    ];

    expect(audit(edges)).toMatchObject({
      publications: [
        { citation: "arXiv:1234.56789", edges: 2 },
        { citation: "arXiv:1234.56789", part: "other", edges: 1 },
      ],
      datasets: 4,
      accepted: 2,
      flagged: 1,
      evidenced: 1,
      withoutEvidence: 2,
      lowConfidence: { count: 1, items: [{ to: "b/doubt", detail: "0.50" }] },
    });
  });

  it("tells newer sources by the Hub's month, and by the earlier of two months", () => {
    const found = audit([anEdge("a/mix <- b/hub"), anEdge("a/mix <- b/paper"), anEdge("a/mix <- name:x")], {
      "a/mix": { hubMonth: "2024-03", paperMonth: "2023-01" },
      "b/hub": { createdAt: "2024-04-01T00:00:00.000Z" },
      "b/paper": { hubMonth: "2024-03", paperMonth: "2023-06" },
    });

    expect([found.datable, found.newerThanDerived.items.map(({ to }) => to)]).toEqual([2, ["b/hub"]]);
    expect(found.newerByEarliest.items.map(({ to }) => to)).toEqual(["b/hub", "b/paper"]);
  });

  it("finds cycles whatever their status, and datasets that are their own source", () => {
    const found = audit([
      anEdge("a/one <- a/two", { flags: ["cycle"] }),
      anEdge("a/two <- a/one"),
      anEdge("c/self <- c/self", { flags: ["self"] }),
    ]);

    expect(found.cycles).toMatchObject({ count: 1, items: [{ ids: ["a/one", "a/two"] }] });
    expect(found.self.count).toBe(1);
  });

  it("finds ids that differ by case, and bare names that some id ends in", () => {
    const found = audit([
      anEdge("a/mix <- b/Seed"),
      anEdge("a/mix <- b/seed"),
      anEdge("a/mix <- name:code-bank"),
      anEdge("a/mix <- d/CodeBank"),
    ]);

    expect(found.ambiguousIds.items.map(({ ids }) => ids)).toEqual([
      ["b/Seed", "b/seed"],
      ["name:code-bank", "d/CodeBank"],
    ]);
  });

  it("counts what is not on the Hub, and calls an id dead unless the Hub has dated it", () => {
    const off = { onHub: false };
    const found = audit(
      [
        anEdge("a/mix <- b/gone", off),
        anEdge("a/mix <- b/dated", off),
        anEdge("a/mix <- b/asked"),
        anEdge("a/mix <- name:x", off),
      ],
      { "b/dated": { hubMonth: "2024-01" }, "b/asked": { state: "not-found" } },
    );

    expect(found.unresolved.count).toBe(3);
    expect(found.deadIds.items.map(({ id }) => id)).toEqual(["b/gone", "b/asked"]);
  });
});
