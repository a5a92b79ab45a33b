import { DirectedGraph } from "graphology";
import gexf from "graphology-gexf";
import graphml from "graphology-graphml";
import type { AbstractGraph } from "graphology-types";
import { XmlDocument } from "libxml2-wasm";
import { describe, expect, it } from "vitest";
import { ModelId } from "../../../schema/ids.ts";
import { aDataset, aModelUse, anId } from "../../store/test-data.ts";
import type { Exporter } from "../exporter.ts";
import type { ExchangeGraph } from "../exchange-graph.ts";
import { GEXF } from "./gexf.ts";
import { GRAPH_ML } from "./graph-ml.ts";
import { CONTEXT, EXAMPLE, EXAMPLES, HOSTILE, anExchangeGraph } from "../testing/exchange-graphs.ts";

const READERS = {
  gexf: (text: string) => gexf.parse(DirectedGraph, text),
  graphml: (text: string) => graphml.parse(DirectedGraph, text),
} as const;

const write = (exporter: Exporter, graph: ExchangeGraph): string => {
  const written = exporter.write(graph, CONTEXT);
  if (typeof written === "string") return written;
  if (!(Symbol.iterator in written)) throw new Error("expected pieces at once");
  return [...written].join("");
};

const read = (exporter: Exporter, graph: ExchangeGraph): AbstractGraph =>
  READERS[exporter.name === "gexf" ? "gexf" : "graphml"](write(exporter, graph));

/** By the id attribute, which both formats have whatever they make of the node's own id. */
const nodeWith = (graph: AbstractGraph, id: string, kind?: string) =>
  graph.getNodeAttributes(
    graph.findNode((_, node) => node["id"] === id && (kind === undefined || node["kind"] === kind)) ?? "none",
  );

const edgesBetween = (graph: AbstractGraph, from: string, to: string) =>
  graph
    .edges()
    .filter((edge) => graph.getSourceAttribute(edge, "id") === from)
    .filter((edge) => graph.getTargetAttribute(edge, "id") === to)
    .map((edge) => graph.getEdgeAttributes(edge));

describe.each([["gexf", GEXF] as const, ["graphml", GRAPH_ML] as const])("%s", (_name, exporter) => {
  it("gives a reader every node and edge", () => {
    const graph = read(exporter, EXAMPLE);

    expect(graph.order).toBe(EXAMPLE.datasets.length + EXAMPLE.models.length);
    expect(graph.size).toBe(EXAMPLE.derivations.length + EXAMPLE.modelUses.length + EXAMPLE.clearings.length);
    expect(graph.type).toBe("directed");
  });

  it("gives a reader the attributes in their types", () => {
    const graph = read(exporter, {
      ...EXAMPLE,
      datasets: EXAMPLE.datasets.map((dataset) =>
        dataset.id === "acme/mix" ? { ...dataset, downloads: 3_000_000_000, likes: 0 } : dataset,
      ),
    });

    expect(nodeWith(graph, "acme/mix")).toMatchObject({
      label: "acme/mix",
      kind: "dataset",
      licence: "apache-2.0",
      languages: "en; de",
      created: "2025-03-04T05:06:07.000Z",
      downloads: 3_000_000_000,
      likes: 0,
    });
    expect(nodeWith(graph, "acme/exam")).toMatchObject({ kind: "benchmark" });
    expect(nodeWith(graph, "acme/writer-7b")).toMatchObject({ kind: "model", owner: "acme" });
  });

  it("gives a reader what is known of an edge, with its best quote and where it stands", () => {
    const graph = read(exporter, EXAMPLE);

    expect(edgesBetween(graph, "acme/mix", "acme/maths")).toEqual([
      expect.objectContaining({
        label: "inclusion",
        kind: "derivation",
        relation: "inclusion",
        split: "train",
        confidence: 0.97,
        status: "accepted",
        evidence: 2,
        documents: "card; paper",
        quote: "built from acme/maths",
        quote_url: "https://hub.example/datasets/acme/mix/README.md",
      }),
    ]);
    expect(edgesBetween(graph, "acme/maths", "paper:2401.00001")).toEqual([
      expect.objectContaining({ origin: "published: arXiv:2604.00001", evidence: 0 }),
    ]);
  });

  it("lets nobody take an edge that is not accepted for one that is", () => {
    const [flagged] = edgesBetween(read(exporter, EXAMPLE), "acme/exam", "acme/mix");
    const [rejected] = edgesBetween(read(exporter, EXAMPLE), "zenith/remix", "acme/exam");

    expect(flagged).toMatchObject({ label: "inclusion (flagged: cycle)", kind: "derivation-flagged" });
    expect(rejected).toMatchObject({
      label: "inclusion (rejected: evaluation-only)",
      kind: "derivation-rejected",
    });
  });

  it("says of a dataset what it can have seen", () => {
    const flag = {
      dataset: anId("acme/mix"),
      benchmark: anId("acme/exam"),
      level: "inherited",
      distance: 2,
      path: [],
      ground: "declared",
      strongest: [],
      strongestGround: "declared",
      confidence: 0.8,
      clearings: [],
      computedAt: "2026-03-04T05:06:07.000Z",
    } as const;
    const cleared = { ...flag, dataset: anId("acme/maths"), level: "cleared-by-claim" } as const;
    const contaminations = [flag, cleared].map((one) => ({ ...one, path: [], strongest: [], clearings: [] }));

    const graph = read(exporter, { ...EXAMPLE, contaminations });

    expect(nodeWith(graph, "acme/mix")).toMatchObject({ contaminated_by: "acme/exam (inherited)" });
    expect(nodeWith(graph, "acme/maths")).not.toHaveProperty("contaminated_by");
  });

  it("gives a reader texts as they are, without what XML cannot say", () => {
    const [edge] = edgesBetween(read(exporter, HOSTILE), "acme/evil", HOSTILE.derivations[0]?.to ?? "");

    expect(edge?.["quote"]).toBe(HOSTILE.evidence[0]?.quote.replace(/\p{Surrogate}|(?!\n)\p{Control}/gu, ""));
    expect(edge?.["subset"]).toBe("ab\n");
  });

  it("keeps ids apart that differ in what XML cannot say, and a dataset from a model of the same name", () => {
    const names = ["m", "m\u0001", "m\uFFFD1;", "m_1_", "m\uD800"];
    const graph = read(
      exporter,
      anExchangeGraph({
        datasets: [aDataset("m")],
        models: names.map((id) => ({ id: ModelId.parse(id) })),
        modelUses: names.map((id) => aModelUse("m", id, "judge")),
      }),
    );

    expect(graph.order).toBe(6);
    expect(graph.size).toBe(5);
    expect(nodeWith(graph, "m", "dataset")["registry"]).toBe("huggingface");
  });

  it.each(Object.entries(EXAMPLES))("is well-formed XML of the example %s", (_example, graph) => {
    const document = XmlDocument.fromString(write(exporter, graph));

    expect(document.root.name).toBe(exporter.name);
    document.dispose();
  });

  it("writes the same text of the same graph", () => {
    expect(write(exporter, EXAMPLE)).toBe(write(exporter, EXAMPLE));
  });
});

describe("gexf", () => {
  it("puts datasets on a timeline by the day of their creation, and edges by that of the later end", () => {
    const text = write(GEXF, EXAMPLE);

    expect(text).toContain('mode="dynamic" timeformat="date"');
    expect(text).toContain('<node id="dataset:acme/mix" label="acme/mix" start="2025-03-04">');
    expect(text).toMatch(/source="dataset:acme\/mix" target="dataset:acme\/maths" [^>]* start="2025-03-04"/);
  });

  it("draws what waits for a person thin and dashed, what was rejected thinner and dotted", () => {
    const lines = write(GEXF, EXAMPLE).split("\n");
    const lineOf = (kind: string) => lines.find((line) => line.includes(`kind="${kind}"`));

    expect(lineOf("derivation")).not.toContain("viz:");
    expect(lineOf("derivation-flagged")).toContain('<viz:thickness value="0.5"/><viz:shape value="dashed"/>');
    expect(lineOf("derivation-rejected")).toContain('<viz:shape value="dotted"/>');
  });

  it("claims no timeline where no date is known", () => {
    expect(write(GEXF, EXAMPLES.BARE)).toContain('mode="static"');
  });
});

describe("graphml", () => {
  it("has name tokens for ids, as its schema demands", () => {
    const text = write(GRAPH_ML, HOSTILE) + write(GRAPH_ML, EXAMPLE);
    const ids = [
      ...text.matchAll(/<(?:node|edge|key|data|graph)\b[^>]*? (?:id|source|target|key)="([^"]*)"/g),
    ];

    expect(ids.length).toBeGreaterThan(20);
    for (const [, id] of ids) expect(id).toMatch(/^[\w.:-]+$/);
    expect(text).toContain('<node id="dataset:acme_2f_mix">');
  });
});
