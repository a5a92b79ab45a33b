import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ProvenClaim } from "../evidence/proven-claim.ts";
import { mergeClaims } from "./merge.ts";
import { aClearing, aModel, aSource, documentOf } from "./testing/test-claims.ts";

const keysOf = (...claims: readonly ProvenClaim[]): string[] => mergeClaims(claims).map(({ key }) => key);

interface Drawn {
  readonly name: string;
  readonly hubId: string | undefined;
  readonly start: number;
  readonly document: string;
  readonly isModel: boolean;
}

const toClaim = ({ name, hubId, start, document, isModel }: Drawn): ProvenClaim => {
  const fields = { name, span: { start, end: start + 5 }, ...(hubId !== undefined && { hubId }) };
  const proof = { document: documentOf(document) };
  return isModel ? aModel(fields, proof) : aSource(fields, proof);
};

describe("mergeClaims", () => {
  it("makes one candidate of the same source in several documents", () => {
    const merged = mergeClaims([
      aSource({ name: "GSM8K", hubId: "openai/gsm8k" }),
      aSource({ name: "gsm-8k" }, { document: documentOf("paper"), documentKind: "paper" }),
    ]);

    expect(merged).toMatchObject([
      { key: "id:openai/gsm8k", names: ["GSM8K", "gsm-8k"], hubId: "openai/gsm8k" },
    ]);
    expect(merged[0]?.claims).toHaveLength(2);
  });

  it.each([
    ["NuminaMath-CoT", "NuminaMath-TIR"],
    ["fineweb", "fineweb-2"],
    ["dolma", "dolma3"],
    ["the_cauldron", "the_cauldron_v2"],
    ["OpenCodeReasoning", "OpenCodeReasoning-2"],
    ["SetFit/mnli", "SetFit/qnli"],
    ["Math 50k", "Math 220k"],
  ])("keeps %s and %s apart", (one, other) => {
    expect(keysOf(aSource({ name: one }), aSource({ name: other }))).toHaveLength(2);
  });

  it("leaves a bare name on its own when the documents use it for two datasets", () => {
    const keys = keysOf(
      aSource({ name: "MATH", hubId: "acme/math" }),
      aSource({ name: "MATH", hubId: "other/math" }),
      aSource({ name: "MATH", span: { start: 90, end: 105 } }),
    );

    expect(keys).toEqual(["id:acme/math", "id:other/math", "name:math"]);
  });

  it("keeps a source, a model and a clearing of one name apart", () => {
    expect(mergeClaims([aSource(), aModel({ name: "Rivers" }), aClearing({ name: "Rivers" })])).toHaveLength(
      3,
    );
  });

  it("takes a part of a known name for the whole when it stands within it alone", () => {
    const denial = "no prompt of Open Parley was used";
    const merged = mergeClaims([
      aSource({ name: "Open Parley", hubId: "acme/open-parley" }),
      aSource({ name: "Parley", quote: denial, rejected: "denied" }, { document: documentOf("paper") }),
      aSource({ name: "Parley", quote: "Parley, and also Open Parley" }, { document: documentOf("blog") }),
    ]);

    expect(merged.map(({ key, claims }) => [key, claims.length])).toEqual([
      ["id:acme/open-parley", 2],
      ["name:parley", 1],
    ]);
  });

  it("joins claims that link to the same place off the Hub", () => {
    const merged = mergeClaims([
      aSource({ name: "the archive", link: "https://github.com/acme/archive/tree/main/data" }),
      aSource({ name: "Archive v1", link: "https://www.github.com/Acme/archive" }),
    ]);

    expect(merged).toMatchObject([{ linkedId: "github:acme/archive", names: ["Archive v1", "the archive"] }]);
  });

  const names = fc.constantFrom("GSM8K", "gsm-8k", "MATH", "Open Parley", "Parley", "the MATH dataset");
  const hubIds = fc.constantFrom("openai/gsm8k", "acme/math", "other/math", undefined);
  const claims = fc.array(
    fc.record({
      name: names,
      hubId: hubIds,
      start: fc.nat(3),
      document: fc.constantFrom("card", "paper"),
      isModel: fc.boolean(),
    }),
    { maxLength: 12 },
  );
  it("depends neither on the order of the claims nor on how often one is given", () => {
    fc.assert(
      fc.property(claims, fc.infiniteStream(fc.nat(100)), (drawn, order) => {
        const given = drawn.map(toClaim);
        const shuffled = [...given, ...given.slice(0, 3)]
          .map((claim) => ({ claim, at: order.next().value as number }))
          .sort((one, other) => one.at - other.at)
          .map(({ claim }) => claim);

        expect(mergeClaims(shuffled)).toEqual(mergeClaims(given));
      }),
    );
  });

  it("merges what it has merged into the same, and loses no claim", () => {
    fc.assert(
      fc.property(claims, (drawn) => {
        const given = drawn.map(toClaim);
        const once = mergeClaims(given);
        const twice = mergeClaims(once.flatMap((candidate) => candidate.claims));

        expect(twice).toEqual(once);
        const distinct = new Set(
          given.map(({ claim, document }) =>
            JSON.stringify([document, claim.kind, claim.span, claim.hubId ?? ""]),
          ),
        );
        const kept = new Set(
          once
            .flatMap((one) => one.claims)
            .map(({ claim, document }) =>
              JSON.stringify([document, claim.kind, claim.span, claim.hubId ?? ""]),
            ),
        );
        expect(kept).toEqual(distinct);
      }),
    );
  });
});
