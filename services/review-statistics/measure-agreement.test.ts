import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { aDerivation } from "../../graph/store/test-data.ts";
import type { EdgeChange } from "../../schema/decision.ts";
import type { Derivation } from "../../schema/edge.ts";
import { EdgeChange as Change } from "../../schema/decision.ts";
import { ReviewEntry } from "../../schema/review.ts";
import { measureAgreement } from "./measure-agreement.ts";

const edges = Array.from({ length: 40 }, (_, index) => aDerivation("acme/mix", `acme/source-${index}`));
const accepted: EdgeChange = { verdict: "accepted" };
const rejected = Change.parse({ verdict: "rejected" });

let sequence = 0;
/** What somebody said: the change, with the rest of the entry where it matters. */
type Said = EdgeChange & { readonly entry?: object };

const says = (
  by: string,
  edge: Derivation | undefined,
  { entry: fields = {}, ...change }: Said,
): ReviewEntry => {
  sequence += 1;
  return ReviewEntry.parse({
    id: randomUUID(),
    sequence,
    at: "2026-05-06T07:08:09.000Z",
    by,
    role: "reviewer",
    action: { kind: "decided", edge: edge?.id, change },
    states: [],
    contamination: { added: 0, changed: 0, removed: 0 },
    undone: false,
    ...fields,
  });
};
const inBlind = (change: EdgeChange): Said => ({ ...change, entry: { blind: true } });
/** Ada on so many edges, and Bo blind, who differs on every tenth. */
const twice = (count: number): readonly ReviewEntry[] =>
  edges
    .slice(0, count)
    .flatMap((edge, index) => [
      says("Ada", edge, index % 3 === 0 ? rejected : accepted),
      says("Bo", edge, inBlind((index % 3 === 0) === (index % 10 !== 9) ? rejected : accepted)),
    ]);

describe("measureAgreement", () => {
  it("shows no figures before thirty edges were reviewed twice, and says how many are missing", () => {
    const { needed, holds, pairs } = measureAgreement(twice(29), edges);

    expect(needed).toBe(30);
    expect(holds).toEqual({ edges: 29, missing: 1, blind: 29 });
    expect(pairs).toEqual([{ one: "Ada", other: "Bo", edges: 29, missing: 1 }]);
  });

  it("gives alpha and each pair's kappa from thirty on, and by relation where a relation has as many", () => {
    const { holds, relations, pairs, disputed } = measureAgreement(twice(30), edges);

    expect(holds).toMatchObject({ edges: 30, missing: 0, unanimous: 27, alpha: { kind: "value" } });
    expect(pairs).toMatchObject([
      { one: "Ada", other: "Bo", edges: 30, agreed: 27, kappa: { kind: "value" } },
    ]);
    expect(relations).toMatchObject([{ relation: "inclusion", edges: 30, alpha: { kind: "value" } }]);
    expect(disputed).toHaveLength(3);
  });

  it("counts each person's last word on an edge once, and nothing that was undone", () => {
    const [edge, other] = edges;
    const once = measureAgreement([says("Ada", edge, accepted), says("Ada", edge, rejected)], edges);
    const undone = measureAgreement(
      [says("Ada", edge, accepted), says("Bo", edge, { ...rejected, entry: { undone: true } })],
      edges,
    );
    const changed = measureAgreement(
      [says("Ada", other, rejected), says("Bo", other, inBlind(accepted)), says("Ada", other, accepted)],
      edges,
    );

    expect([once.holds.edges, undone.holds.edges]).toEqual([0, 0]);
    expect(changed.holds.edges).toBe(1);
    expect(changed.disputed).toEqual([]);
  });

  it("tells another relation apart from none, and takes an edge that was led elsewhere as none", () => {
    const [edge, other] = edges;
    const { holds, disputed } = measureAgreement(
      [
        says("Ada", edge, accepted),
        says("Bo", edge, inBlind({ verdict: "edited", relation: "fusion" })),
        says("Ada", other, rejected),
        says("Bo", other, inBlind(Change.parse({ verdict: "edited", to: "acme/elsewhere" }))),
      ],
      edges,
    );

    expect(holds).toEqual({ edges: 2, missing: 28, blind: 2 });
    expect(disputed).toEqual([
      {
        edge: edge?.id,
        labels: [
          { by: "Ada", label: "inclusion", blind: false },
          { by: "Bo", label: "fusion", blind: true },
        ],
      },
    ]);
  });
});
