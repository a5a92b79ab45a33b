import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DIRECTIONS } from "../../../schema/api.ts";
import { RELATIONS, STATUSES } from "../../../schema/vocabulary.ts";
import { aDatasetId, anEdgeId, anEvidenceId, aSha256, aTraceId } from "../test-data.ts";
import { NODE_KINDS } from "./node-kind.ts";
import { DEFAULT_VIEW, type ViewState } from "./view-state.ts";
import { formatView, parseView } from "./view-url.ts";

const ids = fc
  .constantFrom(
    "openai/gsm8k",
    "squad",
    "name:多语言-数据",
    "website:example.org/a?b=c&d#e",
    "github:an-owner/repo",
  )
  .map(aDatasetId);
const part = <Item extends string>(items: readonly Item[]) =>
  fc.subarray([...items]) as fc.Arbitrary<readonly Item[]>;
const maybe = <Value>(name: string, value: fc.Arbitrary<Value>) =>
  fc.option(
    value.map((one) => ({ [name]: one })),
    { nil: {} },
  );

const views: fc.Arbitrary<ViewState> = fc
  .tuple(
    fc.record({
      direction: fc.constantFrom(...DIRECTIONS),
      depth: fc.integer({ min: 1, max: 30 }),
      statuses: part(STATUSES).filter((statuses) => statuses.length > 0),
      hiddenRelations: part(RELATIONS),
      hiddenKinds: part(NODE_KINDS),
      showModels: fc.boolean(),
      showTable: fc.boolean(),
    }),
    maybe("root", ids),
    maybe(
      "selection",
      fc.oneof(
        ids.map((id) => ({ kind: "dataset", id }) as const),
        fc.constant({ kind: "edge", id: anEdgeId("a/b", "c/d") } as const),
      ),
    ),
    maybe("document", fc.constantFrom({ sha256: aSha256 }, { sha256: aSha256, evidence: anEvidenceId })),
    maybe("trace", fc.constant(aTraceId)),
  )
  .map((parts) => Object.assign({}, ...parts) as ViewState);

describe("the view in the address", () => {
  it("comes back from the address as it was", () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(parseView(formatView(view))).toEqual(view);
      }),
    );
  });

  it("is empty for the start page", () => {
    expect(formatView(DEFAULT_VIEW)).toBe("");
  });

  it("keeps ids readable", () => {
    expect(formatView({ ...DEFAULT_VIEW, root: aDatasetId("openai/gsm8k"), depth: 3 })).toBe(
      "?dataset=openai/gsm8k&depth=3",
    );
  });

  it.each([
    "?dataset=../../etc/passwd",
    "?depth=0",
    "?depth=31",
    "?depth=2.5",
    "?direction=sideways",
    "?status=believed",
    "?without=everything",
    "?node=<script>",
    "?edge=123",
    "?document=abc&evidence=def",
    "?trace=%00",
    "?%%%",
  ])("falls back to the defaults for %s", (search) => {
    expect(parseView(search)).toEqual(DEFAULT_VIEW);
  });

  it("prefers the edge when an address names both an edge and a node", () => {
    const edge = anEdgeId("a/b", "c/d");

    expect(parseView(`?node=a/b&edge=${edge}`).selection).toEqual({ kind: "edge", id: edge });
  });
});
