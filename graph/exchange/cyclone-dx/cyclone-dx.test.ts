import { describe, expect, it } from "vitest";
import { CYCLONE_DX } from "./cyclone-dx.ts";
import type { ExchangeGraph } from "../exchange-graph.ts";
import { CONTEXT, EXAMPLE, EXAMPLES, HOSTILE } from "../testing/exchange-graphs.ts";
import { faultsOfCycloneDx } from "../testing/official-schemas.ts";

interface Component {
  readonly type: string;
  readonly "bom-ref"?: string;
  readonly group?: string;
  readonly name: string;
  readonly purl?: string;
  readonly licenses?: readonly unknown[];
  readonly pedigree?: { readonly ancestors: readonly Component[] };
  readonly evidence?: { readonly occurrences: readonly Readonly<Record<string, unknown>>[] };
  readonly externalReferences?: readonly Readonly<Record<string, unknown>>[];
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
}
interface Bom {
  readonly serialNumber: string;
  readonly metadata: { readonly component?: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
  readonly annotations: readonly { readonly subjects: readonly string[]; readonly text: string }[];
  readonly compositions: readonly { readonly dependencies: readonly string[] }[];
}

const textOf = (graph: ExchangeGraph, context = CONTEXT): string =>
  [...(CYCLONE_DX.write(graph, context) as Iterable<string>)].join("");
const written = (graph = EXAMPLE): Bom => JSON.parse(textOf(graph));
const allOf = ({ metadata, components }: Bom): readonly Component[] =>
  metadata.component === undefined ? components : [metadata.component, ...components];
const component = (bom: Bom, ref: string): Component | undefined =>
  allOf(bom).find((one) => one["bom-ref"] === ref);

describe("CycloneDX", () => {
  it.each(Object.entries(EXAMPLES))(
    "is valid by the 1.7 schema that CycloneDX's own library ships: %s",
    (_name, graph) => {
      expect(faultsOfCycloneDx(written(graph))).toEqual([]);
    },
  );

  it("would be refused with a component of no known type", () => {
    expect(faultsOfCycloneDx({ ...written(), components: [{ type: "dataset", name: "x" }] })[0]).toContain(
      "data/components/0/type must be equal to one of the allowed values",
    );
  });

  it("refers only to what it has, and calls nothing by the name of another", () => {
    const bom = written();

    const refs = allOf(bom).flatMap((one) => one["bom-ref"] ?? []);
    const named = [
      ...bom.dependencies.flatMap(({ ref, dependsOn = [] }) => [ref, ...dependsOn]),
      ...bom.annotations.flatMap(({ subjects }) => subjects),
      ...bom.compositions.flatMap(({ dependencies }) => dependencies),
    ];
    expect(new Set(refs).size).toBe(refs.length);
    expect(named.filter((ref) => !refs.includes(ref))).toEqual([]);
    expect([...refs].sort()).toEqual(bom.dependencies.map(({ ref }) => ref).sort());
  });

  it("has accepted sources as ancestors, with relation, split, confidence and quotes", () => {
    const ancestors = component(written(), "dataset:acme/mix")?.pedigree?.ancestors ?? [];

    expect(ancestors.map(({ type, group, name }) => [type, group, name])).toEqual([
      ["data", "acme", "maths"],
      ["data", undefined, "website:forum.example/threads"],
      ["machine-learning-model", "acme", "writer-7b"],
    ]);
    expect(ancestors[0]?.properties).toEqual(
      expect.arrayContaining([
        { name: "stemma:ref", value: "dataset:acme/maths" },
        { name: "stemma:relation", value: "inclusion" },
        { name: "stemma:split", value: "train" },
        { name: "stemma:confidence", value: "0.97" },
        { name: "stemma:status", value: "accepted" },
      ]),
    );
    expect(ancestors[0]?.evidence?.occurrences).toMatchObject([
      { offset: 10, symbol: "acme/maths", additionalContext: "built from acme/maths" },
      { location: expect.stringContaining("https://papers.example/2601.00001#sha256=") },
    ]);
    expect(ancestors[0]?.externalReferences?.[2]).toMatchObject({
      type: "evidence",
      hashes: [{ alg: "SHA-256", content: EXAMPLE.documents[1]?.sha256 }],
    });
  });

  it("says in words what a publication alone claims", () => {
    const ancestors = component(written(), "dataset:acme/maths")?.pedigree?.ancestors ?? [];

    const claimOf = (name: string) =>
      ancestors
        .find((one) => one.name.endsWith(name))
        ?.properties?.find((property) => property.name === "stemma:claim")?.value;
    expect(claimOf("2401.00001")).toBe("published claim, no quote of ours");
    expect(claimOf("exam")).toBeUndefined();
  });

  it("never shows as an ancestor or a dependency what is not accepted, and tells of it in an annotation", () => {
    const bom = written();

    const dependsOn = bom.dependencies.find(({ ref }) => ref === "dataset:acme/mix")?.dependsOn;
    expect(dependsOn).toEqual([
      "dataset:acme/maths",
      "dataset:website:forum.example/threads",
      "model:acme/writer-7b",
    ]);
    expect(component(bom, "dataset:acme/exam")?.pedigree).toBeUndefined();
    expect(bom.annotations.map(({ text }) => text)).toEqual([
      "acme/exam may derive from acme/mix (inclusion, confidence 0.9). It waits for a person: cycle.",
      "acme/mix may derive from name:the-big-crawl (inclusion, confidence 0.31). It waits for a person: low-confidence, name-ambiguous.",
      "zenith/remix was not found to derive from acme/exam (inclusion, confidence 0.9). This was rejected: evaluation-only.",
      "acme/mix may have been made with Closed Model 4 (role judge, confidence 0.4). It waits for a person.",
      "acme/mix was, a document says, cleaned of acme/exam (split test, confidence 0.9).",
      "acme/maths derives from held-out items of acme/exam (declared, 1 step, split test, confidence 0.9).",
      "acme/mix was, a document says, cleaned of acme/exam (cleared-by-claim, 2 steps, split test, confidence 0.873).",
      "zenith/remix has an ancestor with held-out items of acme/exam (inherited, 2 steps, split test, confidence 0.9).",
    ]);
  });

  it("keeps what the pedigree has no place for as one property an edge", () => {
    const properties = component(written(), "dataset:acme/mix")?.properties ?? [];

    const edges = properties.filter(({ name }) => name.startsWith("stemma:edge:"));
    expect(edges.map(({ name, value }) => [name, JSON.parse(value).to])).toEqual([
      ["stemma:edge:flagged", "name:the-big-crawl"],
      ["stemma:edge:flagged", "Closed Model 4"],
      ["stemma:edge:accepted", "acme/exam"],
    ]);
  });

  it("gives package URLs to the Hub's models alone, and licences by their SPDX id where there is one", () => {
    const bom = written();

    expect(allOf(bom).flatMap(({ purl }) => purl ?? [])).toEqual(["pkg:huggingface/acme/writer-7b"]);
    expect(component(bom, "dataset:acme/mix")?.licenses).toEqual([
      { license: { id: "Apache-2.0", acknowledgement: "declared" } },
    ]);
    expect(component(bom, "dataset:acme/maths")?.licenses).toEqual([
      { license: { name: "llama3", acknowledgement: "declared" } },
    ]);
  });

  it("has a serial number that is the content's", () => {
    const later = { ...CONTEXT, exportedAt: new Date("2026-05-07T00:00:00.000Z") };

    expect(textOf(EXAMPLE)).toBe(textOf(EXAMPLE));
    expect(written(EXAMPLE).serialNumber).not.toBe(written(HOSTILE).serialNumber);
    expect(JSON.parse(textOf(EXAMPLE, later)).serialNumber).not.toBe(written(EXAMPLE).serialNumber);
  });
});
