import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DIRECTIONS, PATH_KINDS, RANKING_ORDERS } from "../../../schema/query-choices.ts";
import { RELATIONS, STATUSES } from "../../../schema/vocabulary.ts";
import { aDatasetId, anEdgeId, anEvidenceId, aSha256, aTraceId } from "../test-data.ts";
import { RANKING_SHAPES } from "./contamination/ranking-view.ts";
import { GROUP_DOMAINS } from "../../../schema/graph-group.ts";
import { DRAWN_AS, type GraphPlace } from "./whole-graph/graph-place.ts";
import { REVIEW_TABS, type ReviewView } from "./review/review-view.ts";
import { QUEUE_LISTS } from "./review/queue-words.ts";
import { NODE_KINDS } from "./node-kind.ts";
import { DOMAIN_CHOICES, type FilterState, LEVEL_CHOICES } from "./filter-state.ts";
import {
  CYPHER_RESULTS,
  type CypherState,
  DEFAULT_VIEW,
  FOCUSES,
  LAYOUTS,
  PAGES,
  SHADES,
  type ViewState,
} from "./view-state.ts";
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

const expansions = fc
  .uniqueArray(fc.record({ id: ids, direction: fc.constantFrom("upstream", "downstream") }), {
    maxLength: 4,
    selector: ({ id, direction }) => `${direction} ${id}`,
  })
  // An address keeps those of one direction together.
  .map((all) => [...all].sort((one, other) => other.direction.localeCompare(one.direction)));
const place = fc.double({ min: -1e5, max: 1e5, noNaN: true }).map((value) => value + 0);
const day = fc.constantFrom("2021-02-28", "2024-02-29", "2025-11-24");
const filters: fc.Arbitrary<FilterState> = fc
  .tuple(
    fc.record({
      hiddenDomains: part(DOMAIN_CHOICES),
      hiddenLicences: fc.uniqueArray(fc.string(), { maxLength: 3 }),
      onlyLicences: fc.uniqueArray(fc.string(), { maxLength: 3 }),
      hiddenLevels: part(LEVEL_CHOICES),
      benchmarks: fc.uniqueArray(ids, { maxLength: 3 }),
      hidesUndated: fc.boolean(),
    }),
    maybe("confidence", fc.constantFrom([0, 1], [0.25, 0.5], [0.3, undefined])),
    maybe("created", fc.constantFrom(["2021-02-28", "2025-11-24"], [undefined, "2024-02-29"])),
    maybe("uses", fc.constantFrom([0, 0], [2, 17], [5, undefined], [undefined, 3])),
    maybe("asOf", day),
  )
  .map((parts) => Object.assign({}, ...parts) as FilterState);
const cyphers: fc.Arbitrary<CypherState> = fc
  .tuple(
    fc.record({
      text: fc.string(),
      parameters: fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.string(), { noNullPrototype: true }),
      result: fc.constantFrom(...CYPHER_RESULTS),
    }),
    maybe("saved", fc.constant("leak-paths")),
  )
  .map((parts) => Object.assign({}, ...parts) as CypherState);

const places: fc.Arbitrary<GraphPlace> = fc
  .tuple(
    fc.record({ skip: fc.nat(1_000_000) }),
    maybe("within", fc.constantFrom(...GROUP_DOMAINS)),
    maybe("owner", fc.constantFrom("acme", "github:acme", "paper:", "website:例え.jp", "__proto__")),
    maybe("drawnAs", fc.constantFrom(...DRAWN_AS)),
  )
  .map((parts) => Object.assign({}, ...parts) as GraphPlace);

const words = <const Word extends string>(list: readonly Word[]) => fc.subarray([...list], { minLength: 1 });
const reviews: fc.Arbitrary<ReviewView> = fc.record({
  tab: fc.constantFrom(...REVIEW_TABS),
  filter: fc
    .tuple(
      maybe("why", words(QUEUE_LISTS.why)),
      maybe("flags", words(QUEUE_LISTS.flags)),
      maybe("resolvedBy", words(QUEUE_LISTS.resolvedBy)),
      maybe("text", fc.constantFrom("gsm8k", "a b&c=d#e", "__proto__", "数据")),
      maybe("from", ids),
      maybe("owner", fc.constantFrom("acme", "github:acme")),
      maybe("trace", fc.constant(aTraceId)),
      maybe("least", fc.constantFrom(0, 0.25, 1)),
      maybe("most", fc.constantFrom(0, 0.25, 1)),
    )
    .map((parts) => Object.assign({}, ...parts) as ReviewView["filter"]),
});

const views: fc.Arbitrary<ViewState> = fc
  .tuple(
    fc.record({
      page: fc.constantFrom(...PAGES),
      isEmbedded: fc.constant(false),
      expansions,
      foldsFilters: fc.boolean(),
      openGroups: fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 3 }),
      filters,
      place: places,
      review: reviews,
      hiddenDatasets: fc.uniqueArray(ids, { maxLength: 3 }),
      onlyDatasets: fc.uniqueArray(ids, { maxLength: 3 }),
      chosen: fc.uniqueArray(ids, { maxLength: 3 }),
      layout: fc.constantFrom(...LAYOUTS),
      shade: fc.constantFrom(...SHADES),
      focus: fc.constantFrom(...FOCUSES),
      pathKind: fc.constantFrom(...PATH_KINDS),
      benchmarks: fc.uniqueArray(ids, { maxLength: 3 }),
      ranking: fc.record({
        shape: fc.constantFrom(...RANKING_SHAPES),
        order: fc.constantFrom(...RANKING_ORDERS),
        tracedOnly: fc.boolean(),
      }),
      direction: fc.constantFrom(...DIRECTIONS),
      depth: fc.integer({ min: 1, max: 30 }),
      statuses: part(STATUSES).filter((statuses) => statuses.length > 0),
      hiddenRelations: part(RELATIONS),
      hiddenKinds: part(NODE_KINDS),
      showModels: fc.boolean(),
      showTable: fc.boolean(),
    }),
    fc
      .uniqueArray(ids, { maxLength: 4 })
      .map(([root, ...others]) => (root === undefined ? { others } : { root, others })),
    maybe("pathTo", ids),
    maybe("rejectedOf", ids),
    maybe("withdrawn", ids),
    maybe("camera", fc.record({ x: place, y: place, ratio: fc.double({ min: 0.01, max: 50, noNaN: true }) })),
    maybe("cypher", cyphers),
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

  it("holds a text with half a character in it, which is lost", () => {
    const cypher = { text: "\ud83d and more", parameters: {}, result: "table" } as const;

    expect(parseView(formatView({ ...DEFAULT_VIEW, cypher })).cypher?.text).toBe("\ufffd and more");
  });

  it.each(["1e308,-1e308,1", "0,1e9,1", "0,0,1e-300", "0,0,1e300", "0,0,0", "NaN,0,1", "0,0"])(
    "holds no camera from which nothing can be seen: %s",
    (camera) => {
      expect(parseView(`/?camera=${camera}`).camera).toBeUndefined();
    },
  );

  it("is empty for the start page", () => {
    expect(formatView(DEFAULT_VIEW)).toBe("/");
  });

  it("keeps ids readable", () => {
    expect(formatView({ ...DEFAULT_VIEW, root: aDatasetId("openai/gsm8k"), depth: 3 })).toBe(
      "/?dataset=openai/gsm8k&depth=3",
    );
  });

  it.each([
    "/?dataset=../../etc/passwd",
    "/?depth=0",
    "/?depth=31",
    "/?depth=2.5",
    "/?direction=sideways",
    "/?status=believed",
    "/?without=everything",
    "/?node=<script>",
    "/?edge=123",
    "/?document=abc&evidence=def",
    "/?trace=%00",
    "/?%%%",
  ])("falls back to the defaults for %s", (search) => {
    expect(parseView(search)).toEqual(DEFAULT_VIEW);
  });

  it("prefers the edge when an address names both an edge and a node", () => {
    const edge = anEdgeId("a/b", "c/d");

    expect(parseView(`/?node=a/b&edge=${edge}`).selection).toEqual({ kind: "edge", id: edge });
  });
});
