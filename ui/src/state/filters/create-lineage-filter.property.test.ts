import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LineageView } from "../../../../schema/api.ts";
import { CONTAMINATION_LEVELS } from "../../../../schema/contamination-level.ts";
import { DOMAINS, RELATIONS, STATUSES } from "../../../../schema/vocabulary.ts";
import { aDatasetId, anEdge, aNode } from "../../test-data.ts";
import { DOMAIN_CHOICES, LEVEL_CHOICES, NO_FILTERS } from "../filter-state.ts";
import { activeFilters, type ActiveFilter, withoutFilter } from "./active-filters.ts";
import { createLineageFilter } from "./create-lineage-filter.ts";
import type { LineageNode, ShownLineage } from "../shown-lineage.ts";
import { NODE_KINDS, nodeKindOf } from "../node-kind.ts";
import { DEFAULT_VIEW, type ViewState } from "../view-state.ts";

const MOST_NODES = 12;
const name = (index: number) => (index === 0 ? "name:__proto__" : `o/${index}`);
const days = ["2020-05-01", "2021-02-28", "2023-07-09", "2025-11-24"] as const;
const licences = ["mit", "apache-2.0", "unknown", "__proto__"] as const;
const index = fc.nat({ max: MOST_NODES - 1 });
const some = <Item>(items: readonly Item[]) => fc.subarray([...items]);
const maybe = <Field extends string, Value>(field: Field, value: fc.Arbitrary<Value>) =>
  fc.option(
    value.map((one) => ({ [field]: one })),
    { nil: {} },
  );

const details = fc
  .tuple(
    fc.record({
      uses: fc.nat({ max: 40 }),
      isBenchmark: fc.boolean(),
      registry: fc.constantFrom("huggingface", "website"),
      marks: fc.array(
        fc.record({
          benchmark: index.map((one) => aDatasetId(name(one))),
          level: fc.constantFrom(...CONTAMINATION_LEVELS),
        }),
        { maxLength: 2 },
      ),
    }),
    maybe("domains", some(DOMAINS)),
    maybe("licence", fc.constantFrom(...licences)),
    maybe(
      "createdAt",
      fc.constantFrom(...days).map((day) => `${day}T10:00:00Z`),
    ),
  )
  .map((parts) => Object.assign({}, ...parts) as Partial<LineageNode>);

const lineages: fc.Arbitrary<LineageView> = fc
  .record({
    nodes: fc.array(details, { minLength: 1, maxLength: MOST_NODES }),
    edges: fc.array(
      fc.record({
        from: index,
        to: index,
        status: fc.constantFrom(...STATUSES),
        relation: fc.constantFrom(...RELATIONS),
        confidence: fc.constantFrom(0, 0.05, 0.31, 0.5, 0.77, 1),
      }),
      { maxLength: 30 },
    ),
    targets: fc.uniqueArray(index, { minLength: 1, maxLength: 3 }),
  })
  .map(({ nodes, edges, targets }) => {
    const there = targets.map((one) => aDatasetId(name(one % nodes.length)));
    return {
      root: there[0] ?? aDatasetId(name(0)),
      targets: [...new Set(there)],
      nodes: nodes.map((more, at) => aNode(name(at), 1, more)),
      edges: edges
        .filter(({ from, to }) => from < nodes.length && to < nodes.length)
        .map(({ from, to, ...more }) => anEdge(name(from), name(to), more)),
      truncated: false,
      leftOut: 0,
      reach: {},
    };
  });

const datasets = fc.uniqueArray(
  index.map((one) => aDatasetId(name(one))),
  { maxLength: 2 },
);
const filters: fc.Arbitrary<ViewState["filters"]> = fc
  .tuple(
    fc.record({
      hiddenDomains: some(DOMAIN_CHOICES),
      hiddenLicences: some(["", ...licences]),
      onlyLicences: fc.oneof(fc.constant([]), some(["", ...licences])),
      hiddenLevels: some(LEVEL_CHOICES),
      benchmarks: fc.oneof(fc.constant([]), datasets),
      hidesUndated: fc.boolean(),
    }),
    maybe("confidence", fc.constantFrom([0.3, 0.8], [0.5, undefined], [undefined, 0.05])),
    maybe("created", fc.constantFrom([days[1], undefined], [undefined, days[2]], [days[1], days[1]])),
    maybe("uses", fc.constantFrom([0, 0], [3, undefined], [undefined, 20])),
    maybe("asOf", fc.constantFrom(...days)),
  )
  .map((parts) => Object.assign({}, ...parts) as ViewState["filters"]);
const views: fc.Arbitrary<ViewState> = fc
  .tuple(
    fc.record({
      statuses: some(STATUSES).filter((statuses) => statuses.length > 0),
      hiddenRelations: some(RELATIONS),
      hiddenKinds: some(NODE_KINDS),
      filters: fc.oneof(fc.constant(NO_FILTERS), filters),
      hiddenDatasets: datasets,
      onlyDatasets: fc.oneof(fc.constant([]), datasets),
    }),
    maybe(
      "rejectedOf",
      index.map((one) => aDatasetId(name(one))),
    ),
  )
  .map((parts) => Object.assign({}, DEFAULT_VIEW, ...parts) as ViewState);

const idsOf = (shown: Pick<ShownLineage, "nodes">) => shown.nodes.map(({ id }) => id);
const withoutDay = ({ filters: { asOf: _day, ...rest }, ...view }: ViewState): ViewState => ({
  ...view,
  filters: rest,
});

describe("any combination of filters", () => {
  it("keeps the targets, and both ends of every shown edge", () => {
    fc.assert(
      fc.property(lineages, views, (lineage, view) => {
        const shown = createLineageFilter(lineage).shown(view);
        const ids = new Set(idsOf(shown));

        expect(lineage.targets.every((id) => ids.has(id))).toBe(true);
        expect(shown.edges.every(({ from, to }) => ids.has(from) && ids.has(to))).toBe(true);
      }),
    );
  });

  it("leaves nothing that shown edges do not join to a target or to a dataset that was asked for", () => {
    fc.assert(
      fc.property(lineages, views, (lineage, view) => {
        const shown = createLineageFilter(lineage).shown(withoutDay(view));

        const joined = new Set<string>([...lineage.targets, ...view.onlyDatasets]);
        for (const id of joined) {
          for (const { from, to } of shown.edges) {
            if (from === id) joined.add(to);
            if (to === id) joined.add(from);
          }
        }
        expect(idsOf(shown).filter((id) => !joined.has(id))).toEqual([]);
      }),
    );
  });

  it("shows no less with one filter fewer", () => {
    fc.assert(
      fc.property(lineages, views, (lineage, view) => {
        const filter = createLineageFilter(lineage);
        const ids = new Set(idsOf(filter.shown(view)));

        for (const active of activeFilters(view)) {
          if (DECIDES_WHAT_IS_THERE.includes(active)) continue;
          const more = new Set(idsOf(filter.shown({ ...view, ...withoutFilter(active, view) } as ViewState)));
          expect([...ids].filter((id) => !more.has(id))).toEqual([]);
        }
      }),
    );
  });

  it("comes to the same when what one filter left is filtered by the others", () => {
    fc.assert(
      fc.property(lineages, views, fc.nat(), (lineage, view, choice) => {
        const active = activeFilters(view).filter(
          (one) => ![...DECIDES_WHAT_IS_THERE, "level"].includes(one),
        );
        const first = active[choice % Math.max(1, active.length)];
        if (first === undefined) return;
        const alone = active
          .filter((one) => one !== first)
          .reduce<ViewState>((left, one) => ({ ...left, ...withoutFilter(one, left) }) as ViewState, {
            ...withoutDay(view),
          });

        const between = createLineageFilter(lineage).shown(alone);
        const twice = createLineageFilter({
          ...lineage,
          ...between,
          edges: [...between.edges],
          nodes: [...between.nodes],
        });

        expect(idsOf(twice.shown(view))).toEqual(idsOf(createLineageFilter(lineage).shown(view)));
      }),
    );
  });

  it("leaves out only what came later than the replay's day", () => {
    fc.assert(
      fc.property(lineages, views, fc.constantFrom(...days), (lineage, view, asOf) => {
        const filter = createLineageFilter(lineage);
        const whole = filter.shown(withoutDay(view));

        const then = filter.shown({ ...view, filters: { ...view.filters, asOf } });

        const isThere = ({ id, createdAt }: LineageNode) =>
          createdAt === undefined || createdAt.slice(0, 10) <= asOf || lineage.targets.includes(id);
        expect(idsOf(then)).toEqual(whole.nodes.filter(isThere).map(({ id }) => id));
      }),
    );
  });
});

/** What draws more, joins what nothing else joins, or says which marks count. */
const DECIDES_WHAT_IS_THERE: readonly ActiveFilter[] = ["status", "rejectedOf", "benchmark", "onlyChosen"];

describe("the counts of a facet", () => {
  const filterOf: Readonly<
    Record<"status" | "relation" | "kind" | "domain" | "licence" | "level", ActiveFilter>
  > = {
    status: "status",
    relation: "relation",
    kind: "kind",
    domain: "domain",
    licence: "licence",
    level: "level",
  };

  it("are those of the lineage without that facet's filter", () => {
    fc.assert(
      fc.property(lineages, views, (lineage, view) => {
        const filter = createLineageFilter(lineage);
        const counts = filter.counts(view);
        const without = (facet: keyof typeof filterOf) =>
          filter.shown({ ...view, ...liftedFor(facet, view) } as ViewState);

        for (const { value, shown, all } of counts.relation) {
          expect(shown).toBe(without("relation").edges.filter((edge) => edge.relation === value).length);
          expect(all).toBe(
            lineage.edges.filter((edge) => "relation" in edge && edge.relation === value).length,
          );
        }
        for (const { value, shown } of counts.status) {
          expect(shown).toBe(without("status").edges.filter((edge) => edge.status === value).length);
        }
        for (const { value, shown, all } of counts.kind) {
          expect(shown).toBe(without("kind").nodes.filter((node) => nodeKindOf(node) === value).length);
          expect(all).toBe(lineage.nodes.filter((node) => nodeKindOf(node) === value).length);
        }
        for (const { value, shown } of counts.domain) {
          const has = ({ domains = [] }: LineageNode) =>
            value === "unknown" ? domains.length === 0 : domains.includes(value);
          expect(shown).toBe(without("domain").nodes.filter(has).length);
        }
        for (const { value, shown } of counts.licence) {
          expect(shown).toBe(
            without("licence").nodes.filter((node) => (node.licence ?? "") === value).length,
          );
        }
      }),
    );
  });

  it("of a histogram are those of its bars' values", () => {
    fc.assert(
      fc.property(lineages, views, (lineage, view) => {
        const filter = createLineageFilter(lineage);
        const { confidence, created, undated, uses } = filter.counts(view);

        const unranged = { ...view, ...withoutFilter("confidence", view) } as ViewState;
        const edges = filter.shown(unranged).edges.filter((edge) => edge.status !== "rejected");
        for (const [at, bin] of confidence.entries()) {
          const isLast = at === confidence.length - 1;
          const inBin = edges.filter(
            (edge) => edge.confidence >= bin.from && (edge.confidence < bin.to || isLast),
          );
          expect(bin.shown).toBe(inBin.length);
        }
        const ofUses = filter.shown({ ...view, ...withoutFilter("uses", view) } as ViewState).nodes;
        for (const bin of uses) {
          const inBin = ofUses.filter((node) => node.uses >= bin.from && node.uses < bin.to);
          expect(bin.shown).toBe(inBin.length);
        }
        const { created: _range, ...rest } = view.filters;
        const ofDays = filter.shown({ ...view, filters: { ...rest, hidesUndated: false } }).nodes;
        expect(created.reduce((sum, bin) => sum + bin.shown, 0)).toBe(
          ofDays.filter((node) => node.createdAt !== undefined).length,
        );
        expect(undated.shown).toBe(ofDays.filter((node) => node.createdAt === undefined).length);
      }),
    );
  });

  /** Every status is walked, in place of the usual ones. */
  const liftedFor = (facet: keyof typeof filterOf, view: ViewState) =>
    facet === "status" ? { statuses: STATUSES } : withoutFilter(filterOf[facet], view);
});
