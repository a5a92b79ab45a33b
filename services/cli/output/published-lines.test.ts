import { describe, expect, it } from "vitest";
import { auditLineage } from "../../analysis/audit-lineage.ts";
import { lineageStatistics } from "../../analysis/lineage-statistics.ts";
import { toPublishedEdge } from "../../../graph/store/edges/bare-edge.ts";
import { datasetNamed } from "../../../graph/store/commit/dataset-named.ts";
import type { PublishedOrigin } from "../../../schema/edge.ts";
import { toEdgeId } from "../../../schema/edge-id.ts";
import { DatasetId } from "../../../schema/ids.ts";
import { auditLines } from "./audit-lines.ts";
import { evidenceLines } from "./edge-lines.ts";
import { seedLines } from "./seed-lines.ts";
import { statisticsLines } from "./statistics-lines.ts";

const id = (text: string): DatasetId => DatasetId.parse(text);

const anEdge = (source: string) => {
  const origin: PublishedOrigin = {
    kind: "published",
    citation: "arXiv:1234.56789",
    relation: "inclusion",
    confidence: 0.9,
    documentKinds: ["card"],
    onHub: false,
    flags: [],
  };
  const ends = { id: toEdgeId("derivation", "acme/mix", source), from: id("acme/mix"), to: id(source) };
  return { ...toPublishedEdge(ends, origin), origin };
};

const anAudit = (count: number) => {
  const edges = Array.from({ length: count }, (_, index) => anEdge(`name:source-${index}`));
  return auditLineage(
    edges,
    [id("acme/mix"), ...edges.map(({ to }) => to)].map((one) => datasetNamed(one, "frontier")),
  );
};

describe("what is printed of published lineages", () => {
  it("says of an edge without evidence who claims it", () => {
    expect(evidenceLines({ edge: anEdge("name:x"), evidence: [] })).toEqual([
      "  published claim, no quote of ours: arXiv:1234.56789, from its card, 0.90",
    ]);
  });

  it("cuts the findings of an audit at ten a kind, and prints all when asked", () => {
    const short = auditLines(anAudit(12), false);

    expect(short).toContain("source not on the Hub: 12");
    expect(short).toContain("  and 2 more (--all)");
    expect(auditLines(anAudit(12), true).filter((line) => line.startsWith("  acme/mix <- "))).toHaveLength(
      12,
    );
  });

  it("says so when nothing published is in the graph, or no edge", () => {
    expect(auditLines(anAudit(0), false)).toEqual(["no published lineage is in the graph"]);
    expect(statisticsLines(lineageStatistics({ arcs: [], domains: new Map(), top: 10 }))).toEqual([
      "no such edge is in the graph",
    ]);
  });

  it("sums up a seed that was loaded", () => {
    const lines = seedLines({
      part: "text",
      publication: { citation: "arXiv:1234.56789", url: "https://example.org", revision: "abc" },
      datasets: { added: 2, known: 1 },
      edges: { added: 1, changed: 0, unchanged: 0, noted: 1, left: 0 },
      accepted: 0,
      flagged: 1,
      flags: { "low-confidence": 1 },
    });

    expect(lines).toEqual([
      "text: arXiv:1234.56789, https://example.org at abc",
      "  datasets   2 new, 1 known before",
      "  edges      1 new, 0 changed, 0 as before",
      "             1 noted beside evidence of ours",
      "  claims     0 accepted, 1 flagged (low-confidence 1)",
    ]);
  });

  it("prints figures, domains and rankings of a graph", () => {
    const lines = statisticsLines(
      lineageStatistics({
        arcs: [{ from: "acme/mix", to: "acme/seed" }],
        domains: new Map([["acme/mix", ["math"]]]),
        top: 10,
      }),
    );

    expect(lines[0]).toBe("2 datasets, 1 edge, density 0.50000");
    expect(lines).toContainEqual(expect.stringMatching(/^math +1 +2 +1 +1\.00 on average, 1 at most$/));
    expect(lines).toContain("       1  acme/seed");
  });
});
