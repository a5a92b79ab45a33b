import { describe, expect, it } from "vitest";
import { PROV_JSON } from "./prov-json.ts";
import { CONTEXT, EXAMPLE, HOSTILE } from "../testing/exchange-graphs.ts";

type Records = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
type Statements = Readonly<Record<string, Records>>;
const written = (graph = EXAMPLE): Statements & { readonly bundle: Readonly<Record<string, Statements>> } =>
  JSON.parse([...(PROV_JSON.write(graph, CONTEXT) as Iterable<string>)].join(""));

const isBetweenDatasets = (record: Readonly<Record<string, unknown>>): boolean =>
  String(record["prov:usedEntity"]).startsWith("dataset:");
const derivations = (statements: Statements | undefined): readonly Readonly<Record<string, unknown>>[] =>
  Object.values(statements?.["wasDerivedFrom"] ?? {}).filter(isBetweenDatasets);

describe("PROV-JSON", () => {
  it("asserts accepted derivations, with what is known of them", () => {
    const accepted = derivations(written());

    expect(
      accepted.map((one) => `${String(one["prov:generatedEntity"])} ${String(one["prov:usedEntity"])}`),
    ).toEqual([
      "dataset:acme%2Fmaths dataset:acme%2Fexam",
      "dataset:acme%2Fmaths dataset:paper%3A2401.00001",
      "dataset:acme%2Fmix dataset:acme%2Fmaths",
      "dataset:acme%2Fmix dataset:website%3Aforum.example%2Fthreads",
      "dataset:zenith%2Fremix dataset:acme%2Fmaths",
    ]);
    expect(accepted[2]).toMatchObject({
      "prov:activity": "making:acme%2Fmix",
      "stemma:relation": "inclusion",
      "stemma:split": "train",
      "stemma:confidence": 0.97,
      "stemma:status": "accepted",
    });
    expect(accepted[1]).toMatchObject({
      "stemma:origin": "published",
      "stemma:citation": "arXiv:2604.00001",
    });
    const typesOf = (at: number) => JSON.stringify(accepted[at]?.["prov:type"]);
    expect(typesOf(1)).toContain("stemma:PublishedDerivation");
    expect(typesOf(2)).not.toContain("stemma:PublishedDerivation");
  });

  it("keeps what waits for a person, and what was rejected, out of what it asserts", () => {
    const { bundle } = written();

    expect(derivations(bundle["bundle:flagged"]).map((one) => one["stemma:status"])).toEqual([
      "flagged",
      "flagged",
    ]);
    expect(Object.values(bundle["bundle:flagged"]?.["wasAssociatedWith"] ?? {})).toMatchObject([
      { "prov:agent": "model:Closed%20Model%204", "stemma:status": "flagged" },
    ]);
    expect(derivations(bundle["bundle:rejected"])).toMatchObject([{ "stemma:rejection": "evaluation-only" }]);
  });

  it("quotes documents word by word, with address, hash and offsets", () => {
    const { entity } = written(HOSTILE);

    const quotes = Object.values(entity ?? {}).filter((one) => one["prov:value"] !== undefined);
    expect(quotes).toHaveLength(2);
    expect(quotes[0]).toMatchObject({
      "prov:value": HOSTILE.evidence[0]?.quote.replace("\uD800", "\uFFFD"),
      "stemma:documentUrl": "javascript:alert(document.cookie)",
      "stemma:documentSha256": HOSTILE.documents[0]?.sha256,
      "stemma:start": 10,
      "stemma:end": HOSTILE.evidence[0]?.span.end,
    });
  });

  it("tells the ways by which benchmarks came in", () => {
    const flags = Object.values(written()["entity"] ?? {}).filter((one) => "stemma:level" in one);

    expect(flags.map((one) => [one["stemma:level"], one["stemma:distance"]])).toEqual([
      ["declared", 1],
      ["cleared-by-claim", 2],
      ["inherited", 2],
    ]);
  });

  it("has models as agents with their role, members of families, and clearings as claims that look like no use", () => {
    const { wasAssociatedWith, hadMember, entity, used } = written();

    expect(Object.values(wasAssociatedWith ?? {})).toMatchObject([
      { "prov:agent": "model:acme%2Fwriter-7b", "prov:role": "generator" },
    ]);
    expect(Object.values(hadMember ?? {})).toEqual([
      { "prov:collection": "dataset:name%3Athe-big-crawl", "prov:entity": "dataset:acme%2Fmaths" },
    ]);
    expect(Object.values(entity ?? {}).filter((one) => "stemma:status" in one)).toMatchObject([
      { "stemma:split": "test", "stemma:status": "accepted" },
    ]);
    expect(Object.values(used ?? {}).map((one) => one["prov:entity"])).not.toContain(
      "dataset:name%3Athe-big-crawl",
    );
  });
});
