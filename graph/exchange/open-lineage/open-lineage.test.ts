import { describe, expect, it } from "vitest";
import { OPEN_LINEAGE_FACETS, toFacetSchema } from "./open-lineage-facets.ts";
import type { OpenLineageFacetKey } from "./open-lineage-facets.ts";
import { OPEN_LINEAGE } from "./open-lineage.ts";
import { CONTEXT, EXAMPLE, EXAMPLES } from "../testing/exchange-graphs.ts";
import { faultsBy } from "../testing/schema-faults.ts";

interface Event {
  readonly dataset: {
    readonly namespace: string;
    readonly name: string;
    readonly facets: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  };
}
const written = (graph = EXAMPLE): readonly Event[] =>
  [...(OPEN_LINEAGE.write(graph, CONTEXT) as Iterable<string>)].map((line) => JSON.parse(line));
const event = (name: string): Event | undefined => written().find(({ dataset }) => dataset.name === name);
const inputs = (name: string) =>
  (event(name)?.dataset.facets["lineage"]?.["inputs"] ?? []) as readonly Readonly<Record<string, unknown>>[];

describe("OpenLineage", () => {
  it.each(Object.entries(EXAMPLES))("writes one event a dataset and a model: %s", (_name, graph) => {
    const events = written(graph);

    expect(events).toHaveLength(graph.datasets.length + graph.models.length);
  });

  it.each(Object.keys(OPEN_LINEAGE_FACETS) as OpenLineageFacetKey[])(
    "keeps to the schema that %s points to",
    (key) => {
      const faultsOf = faultsBy({ draft: "2020-12", schema: toFacetSchema(key, CONTEXT.baseUrl) });
      const facets = Object.values(EXAMPLES).flatMap((graph) =>
        written(graph).flatMap(({ dataset }) =>
          key in dataset.facets ? [{ [key]: dataset.facets[key] }] : [],
        ),
      );

      expect(facets.length).toBeGreaterThan(0);
      expect(facets.flatMap(faultsOf)).toEqual([]);
      expect(faultsOf({ [key]: { _producer: "https://x.example" } })).toHaveLength(1);
    },
  );

  it("names accepted sources and models in the lineage facet, and nothing else", () => {
    expect(inputs("datasets/acme/mix")).toEqual([
      {
        namespace: "https://huggingface.co",
        name: "datasets/acme/maths",
        type: "DATASET",
        transformations: [
          {
            type: "DIRECT",
            subtype: "IDENTITY",
            description: `acme/mix derives from acme/maths (inclusion, split train, confidence 0.97). Edge ${EXAMPLE.derivations[3]?.id}.`,
          },
        ],
      },
      expect.objectContaining({ namespace: "https://forum.example", name: "threads" }),
      expect.objectContaining({ namespace: "https://huggingface.co", name: "acme/writer-7b" }),
    ]);
    expect(event("datasets/acme/exam")?.dataset.facets["lineage"]).toBeUndefined();
  });

  it("says in words what a publication alone claims", () => {
    expect(JSON.stringify(inputs("datasets/acme/maths"))).toContain("published claim, no quote of ours");
    expect(JSON.stringify(inputs("datasets/acme/mix"))).not.toContain("published claim");
  });

  it("tells of all edges, with status and quotes, in a facet of ours", () => {
    const edges = event("datasets/acme/mix")?.dataset.facets["stemma_lineage"]?.["edges"];

    expect(edges).toMatchObject([
      { to: "acme/maths", status: "accepted", relation: "inclusion", split: "train", evidence: [{}, {}] },
      { to: "website:forum.example/threads", status: "accepted", subset: "long answers" },
      { to: "name:the-big-crawl", status: "flagged", flags: ["low-confidence", "name-ambiguous"] },
      { to: "Closed Model 4", status: "flagged", role: "judge" },
      { to: "acme/writer-7b", status: "accepted", role: "generator" },
      { to: "acme/exam", kind: "clearing", split: "test" },
    ]);
    expect(edges).toMatchObject([
      {
        evidence: [
          {
            quote: "built from acme/maths",
            start: 10,
            end: 31,
            documentUrl: "https://hub.example/datasets/acme/mix/README.md",
            documentSha256: EXAMPLE.documents[0]?.sha256,
          },
          { documentKind: "paper" },
        ],
      },
      {},
      {},
      {},
      {},
      {},
    ]);
  });

  it("names what is off the Hub by where it is, and an unresolved name under this graph", () => {
    const names = written().map(({ dataset }) => `${dataset.namespace} ${dataset.name}`);

    expect(names).toEqual([
      "https://huggingface.co datasets/acme/exam",
      "https://huggingface.co datasets/acme/maths",
      "https://huggingface.co datasets/acme/mix",
      "https://stemma.example/api/names the-big-crawl",
      "https://arxiv.org abs/2401.00001",
      "https://forum.example threads",
      "https://huggingface.co datasets/zenith/remix",
      "https://stemma.example/api/models Closed Model 4",
      "https://huggingface.co acme/writer-7b",
    ]);
  });
});
