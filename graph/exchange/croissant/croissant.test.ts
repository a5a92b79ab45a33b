import { describe, expect, it } from "vitest";
import { AppError } from "../../../schema/errors.ts";
import { CROISSANT } from "./croissant.ts";
import { BARE, CONTEXT, EXAMPLE, EXAMPLES, HOSTILE } from "../testing/exchange-graphs.ts";

/** That the file is Croissant is asked of mlcroissant, in testing/exchange-readers.test.ts. */
type Node = Readonly<Record<string, unknown>>;
const written = (
  graph = EXAMPLE,
): Node & { readonly [key: `${string}:${string}`]: readonly Node[] | undefined } =>
  JSON.parse([...(CROISSANT.write(graph, CONTEXT) as Iterable<string>)].join(""));

describe("Croissant", () => {
  it("has what is known of the properties that the specification asks for", () => {
    expect(written()).toMatchObject({
      "@type": "sc:Dataset",
      "@id": "https://huggingface.co/datasets/acme/mix",
      conformsTo: "http://mlcommons.org/croissant/1.1",
      name: "acme/mix",
      description: "Questions with worked answers.",
      license: "https://spdx.org/licenses/Apache-2.0.html",
      url: "https://huggingface.co/datasets/acme/mix",
      creator: { "@type": "Organization", name: "acme", url: "https://huggingface.co/acme" },
      datePublished: "2025-03-04T05:06:07.000Z",
      inLanguage: ["en", "de"],
    });
  });

  it("leaves out what is not known, and names no file that was not read", () => {
    const bare = written(BARE);

    expect(Object.keys(bare)).not.toEqual(expect.arrayContaining(["license"]));
    expect(Object.keys(bare)).not.toEqual(expect.arrayContaining(["datePublished"]));
    expect(bare["distribution"]).toEqual([
      expect.objectContaining({ "@type": "cr:FileSet", includes: "**" }),
    ]);
    expect(JSON.stringify(bare)).not.toContain('"sha256"');
  });

  it("derives the dataset from its accepted sources alone", () => {
    const document = written();

    expect(document["prov:wasDerivedFrom"]).toEqual([
      { "@id": "https://huggingface.co/datasets/acme/maths", "@type": "prov:Entity", name: "acme/maths" },
      {
        "@id": "https://forum.example/threads",
        "@type": "prov:Entity",
        name: "website:forum.example/threads",
      },
    ]);
    expect(document["prov:qualifiedDerivation"]?.[0]).toMatchObject({
      "@type": "prov:Derivation",
      "prov:entity": { "@id": "https://huggingface.co/datasets/acme/maths" },
      "stemma:relation": "inclusion",
      "stemma:split": "train",
      "stemma:confidence": 0.97,
      "stemma:status": "accepted",
      "stemma:evidence": [
        {
          "@type": "stemma:Quote",
          "prov:value": "built from acme/maths",
          "stemma:start": 10,
          "stemma:end": 31,
          "stemma:documentUrl": "https://hub.example/datasets/acme/mix/README.md",
          "stemma:documentSha256": EXAMPLE.documents[0]?.sha256,
        },
        {},
      ],
    });
  });

  it("tells apart what waits for a person, with no type of PROV's", () => {
    const document = written();

    expect(document["stemma:unsettledDerivation"]).toMatchObject([
      {
        "@type": "stemma:UnsettledDerivation",
        "stemma:source": { "@id": "https://stemma.example/api/datasets/name%3Athe-big-crawl" },
        "stemma:status": "flagged",
        "stemma:flags": ["low-confidence", "name-ambiguous"],
      },
    ]);
    expect(document["stemma:unsettledModelUse"]).toMatchObject([
      { "@type": "stemma:UnsettledModelUse", "stemma:role": "judge" },
    ]);
  });

  it("names the models that had a part in the making, clearings, and the ways by which benchmarks came in", () => {
    const document = written();

    expect(document["prov:wasGeneratedBy"]).toMatchObject({
      "@type": "prov:Activity",
      "prov:wasAssociatedWith": [
        { "@id": "https://huggingface.co/acme/writer-7b", "@type": "prov:SoftwareAgent" },
      ],
      "prov:qualifiedAssociation": [{ "stemma:role": "generator", "stemma:status": "accepted" }],
    });
    expect(document["stemma:clearing"]).toMatchObject([
      { "stemma:split": "test", "stemma:target": "acme/exam" },
    ]);
    expect(document["stemma:contamination"]).toMatchObject([
      { "stemma:level": "cleared-by-claim", "stemma:distance": 2 },
    ]);
  });

  it("has every other edge of the lineage, and makes no circle of nodes of one that leads back", () => {
    const lineage = written()["stemma:lineage"] ?? [];

    expect(lineage.map((edge) => [edge["@type"], edge["stemma:target"]])).toEqual([
      ["stemma:UnsettledDerivation", "acme/mix"],
      ["prov:Derivation", "acme/exam"],
      ["prov:Derivation", "paper:2401.00001"],
      ["prov:Derivation", "acme/maths"],
      ["stemma:UnsettledDerivation", "acme/exam"],
    ]);
    expect(lineage[0]?.["stemma:source"]).toEqual({
      "@value": "https://huggingface.co/datasets/acme/mix",
      "@type": "http://www.w3.org/2001/XMLSchema#anyURI",
    });
  });

  it("follows no address that a document made up into an id", () => {
    const ids = JSON.stringify(written(HOSTILE)).match(/"@id":"[^"]*"/g) ?? [];

    expect(ids.filter((id) => /javascript|secret/.test(id))).toEqual([]);
    expect(written(HOSTILE)["url"]).toBe("https://huggingface.co/datasets/acme/evil");
  });

  it("asks for the one dataset that it is to describe", () => {
    expect(() => CROISSANT.write(EXAMPLES.EMPTY, CONTEXT)).toThrow(AppError);
  });
});
