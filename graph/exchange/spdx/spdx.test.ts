import { describe, expect, it } from "vitest";
import type { ExchangeGraph } from "../exchange-graph.ts";
import { SPDX } from "./spdx.ts";
import { CONTEXT, EXAMPLE, EXAMPLES, HOSTILE } from "../testing/exchange-graphs.ts";

/** That the document is SPDX 3 is asked of SPDX's own bindings, in testing/exchange-readers.test.ts. */
interface Element {
  readonly type: string;
  readonly spdxId: string;
  readonly name?: string;
  readonly from?: string;
  readonly to?: readonly string[];
  readonly relationshipType?: string;
  readonly comment?: string;
  readonly description?: string;
  readonly subject?: string;
  readonly statement?: string;
  readonly element?: readonly string[];
  readonly rootElement?: readonly string[];
  readonly profileConformance?: readonly string[];
  readonly [other: string]: unknown;
}

const textOf = (graph: ExchangeGraph, context = CONTEXT): string =>
  [...(SPDX.write(graph, context) as Iterable<string>)].join("");
const written = (graph = EXAMPLE): readonly Element[] => JSON.parse(textOf(graph))["@graph"];
const ofType = (all: readonly Element[], type: string): readonly Element[] =>
  all.filter((one) => one.type === type);
/** `from type to`, with the part of each id that is ours. */
const related = (all: readonly Element[], types: readonly string[]): readonly string[] =>
  ofType(all, "Relationship")
    .filter(({ relationshipType }) => types.includes(relationshipType ?? ""))
    .map(
      ({ from, to, relationshipType }) => `${key(from)} ${relationshipType} ${(to ?? []).map(key).join(" ")}`,
    );
const key = (id = ""): string => decodeURIComponent(id.slice(id.indexOf("#") + 1));

describe("SPDX 3", () => {
  it("makes accepted sources ancestors, and leaves at `other` what is not accepted", () => {
    const all = written();

    expect(related(all, ["ancestorOf", "generates", "usesTool", "trainedOn"])).toEqual([
      "dataset-acme/exam ancestorOf dataset-acme/maths",
      "dataset-paper:2401.00001 ancestorOf dataset-acme/maths",
      "dataset-acme/maths ancestorOf dataset-acme/mix",
      "dataset-website:forum.example/threads ancestorOf dataset-acme/mix",
      "dataset-acme/maths ancestorOf dataset-zenith/remix",
      "model-acme/writer-7b generates dataset-acme/mix",
    ]);
    expect(related(all, ["other"])).toEqual([
      "dataset-acme/exam other dataset-acme/mix",
      "dataset-acme/mix other dataset-name:the-big-crawl",
      "dataset-zenith/remix other dataset-acme/exam",
      "dataset-acme/mix other model-Closed Model 4",
      "dataset-acme/maths other dataset-name:the-big-crawl",
    ]);
  });

  it("says in words what a publication alone claims", () => {
    const claims = ofType(written(), "Relationship").flatMap(({ comment = "" }) =>
      comment.includes("published claim, no quote of ours") ? [comment] : [],
    );

    expect(claims).toEqual([
      expect.stringMatching(/^acme\/maths derives from paper:2401\.00001 .*arXiv:2604\.00001/),
    ]);
  });

  it("says that a model which only chose rows was a tool", () => {
    expect(related(written(HOSTILE), ["generates", "usesTool"])).toEqual([
      `dataset-acme/evil usesTool model-${HOSTILE.models[0]?.id.replace("\uD800", "\uFFFD")}`,
    ]);
  });

  it("has relation, split, confidence and status with every edge, for machines", () => {
    const all = written();

    const facts = ofType(all, "Annotation").map(({ subject, statement }) => ({
      subject,
      ...JSON.parse(statement ?? ""),
    }));
    const inclusion = facts.find(({ id }) => id === EXAMPLE.derivations[3]?.id);
    expect(inclusion).toMatchObject({
      relation: "inclusion",
      split: "train",
      confidence: 0.97,
      status: "accepted",
    });
    expect(all.find(({ spdxId }) => spdxId === inclusion?.subject)?.relationshipType).toBe("ancestorOf");
    expect(facts.filter(({ status }) => status !== undefined)).toHaveLength(
      EXAMPLE.derivations.length + EXAMPLE.modelUses.length + EXAMPLE.clearings.length,
    );
    expect(facts.filter(({ level }) => level !== undefined).map(({ level }) => level)).toEqual([
      "declared",
      "cleared-by-claim",
      "inherited",
    ]);
  });

  it("proves an edge with the snippets of its documents", () => {
    const all = written();

    const edge = `edge-${EXAMPLE.derivations[3]?.id}`;
    const proof = ofType(all, "Relationship").find(
      ({ from, relationshipType }) => relationshipType === "hasEvidence" && key(from) === edge,
    );
    const snippets = (proof?.to ?? []).map((id) => all.find(({ spdxId }) => spdxId === id));
    expect(snippets).toMatchObject([
      {
        type: "software_Snippet",
        description: "built from acme/maths",
        comment: expect.stringContaining("10 to 31"),
      },
      { type: "software_Snippet" },
    ]);
    const file = all.find(({ spdxId }) => spdxId === snippets[0]?.["software_snippetFromFile"]);
    expect(file).toMatchObject({
      verifiedUsing: [{ algorithm: "sha256", hashValue: EXAMPLE.documents[0]?.sha256 }],
      externalRef: [{ locator: ["https://hub.example/datasets/acme/mix/README.md"] }],
    });
  });

  it("meets the two rules of the Dataset profile: one declared and one concluded licence a package", () => {
    const all = written();

    const packages = [...ofType(all, "dataset_DatasetPackage"), ...ofType(all, "ai_AIPackage")];
    const counts = packages.map(({ spdxId }) =>
      ["hasDeclaredLicense", "hasConcludedLicense"].map(
        (type) =>
          ofType(all, "Relationship").filter((one) => one.from === spdxId && one.relationshipType === type)
            .length,
      ),
    );
    expect(counts).toEqual(packages.map(() => [1, 1]));
    const declared = related(all, ["hasDeclaredLicense"]);
    expect(declared).toContain("dataset-acme/mix hasDeclaredLicense licence-apache-2.0");
    expect(declared).toContain(
      "dataset-zenith/remix hasDeclaredLicense expandedlicensing_NoAssertionLicense",
    );
    expect(
      ofType(all, "simplelicensing_LicenseExpression").map((one) => one["simplelicensing_licenseExpression"]),
    ).toEqual(["MIT", expect.stringMatching(/^LicenseRef-[\da-f]{24}$/), "Apache-2.0"]);
  });

  it("asserts nothing that nobody knows", () => {
    const remix = ofType(written(), "dataset_DatasetPackage").find(({ name }) => name === "zenith/remix");

    expect(remix).toMatchObject({
      dataset_datasetType: ["noAssertion"],
      dataset_hasSensitivePersonalInformation: "noAssertion",
    });
    expect(remix).not.toHaveProperty("builtTime");
    expect(remix).not.toHaveProperty("releaseTime");
  });

  it("lists every element once, under ids that are this content's alone", () => {
    for (const graph of Object.values(EXAMPLES)) {
      const [, document, ...rest] = written(graph);

      expect(document?.element).toEqual(rest.map(({ spdxId }) => spdxId));
      expect(new Set(document?.element).size).toBe(rest.length);
    }
    expect(textOf(EXAMPLE)).toBe(textOf(EXAMPLE));
    expect(written(EXAMPLE)[1]?.spdxId.split("#")[0]).not.toBe(written(HOSTILE)[1]?.spdxId.split("#")[0]);
  });

  it("has as roots the dataset that was asked for, or all that nothing was made of", () => {
    const { root: _root, ...whole } = EXAMPLE;

    expect(written()[1]?.rootElement?.map(key)).toEqual(["dataset-acme/mix"]);
    expect(written(whole)[1]?.rootElement?.map(key)).toEqual([
      "dataset-acme/mix",
      "dataset-name:the-big-crawl",
      "dataset-zenith/remix",
    ]);
  });
});
