import { cyclicGroups } from "../../graph/store/check/cycles.ts";
import type { PublishedDerivation } from "../../graph/store/published/read-published.ts";
import type { LineageAudit } from "../../schema/audit.ts";
import type { Dataset } from "../../schema/dataset.ts";
import type { FlagReason } from "../../schema/vocabulary.ts";

type Pair = LineageAudit["self"]["items"][number];

/** Looks at everything that publications state; a pure function of the edges and the datasets at their ends. */
export const auditLineage = (
  edges: readonly PublishedDerivation[],
  datasets: readonly Dataset[],
): LineageAudit => {
  const byId = new Map(datasets.map((dataset) => [dataset.id, dataset]));
  const bare = edges.filter((edge) => edge.signals.documents === 0);
  const hub = compareDates(edges, byId, hubDate);
  const earliest = compareDates(edges, byId, earliestMonth);
  const withFlag = (flag: FlagReason): readonly PublishedDerivation[] =>
    edges.filter(({ origin }) => origin.flags.includes(flag));
  return {
    publications: countPublications(edges),
    datasets: datasets.length,
    edges: edges.length,
    accepted: edges.filter(({ status }) => status === "accepted").length,
    flagged: edges.filter(({ status }) => status === "flagged").length,
    rejected: edges.filter(({ status }) => status === "rejected").length,
    evidenced: edges.length - bare.length,
    withoutEvidence: bare.length,
    datable: hub.datable,
    newerThanDerived: found(hub.newer),
    datableByEarliest: earliest.datable,
    newerByEarliest: found(earliest.newer),
    cycles: found(
      cyclicGroups(edges).map((ids) => ({
        ids: [...ids] as Dataset["id"][],
        detail: `${ids.length} datasets are all built from each other`,
      })),
    ),
    self: found(edges.filter(({ from, to }) => from === to).map((edge) => toPair(edge, "its own source"))),
    unresolved: found(
      edges
        .filter(({ origin }) => origin.onHub === false)
        .map((edge) => toPair(edge, "not on the Hub, says the publication")),
    ),
    ambiguousIds: found(ambiguousIds(datasets)),
    ambiguousNames: found(
      withFlag("name-ambiguous").map((edge) => toPair(edge, "the quote does not name it, or it is no name")),
    ),
    deadIds: found(deadIds(edges, byId)),
    lowConfidence: found(
      withFlag("low-confidence").map((edge) => toPair(edge, edge.origin.confidence.toFixed(2))),
    ),
  };
};

const found = <Item>(items: readonly Item[]): { readonly count: number; readonly items: Item[] } => ({
  count: items.length,
  items: [...items],
});

const toPair = ({ id, from, to }: PublishedDerivation, detail: string): Pair => ({
  edge: id,
  from,
  to,
  detail,
});

const countPublications = (edges: readonly PublishedDerivation[]): LineageAudit["publications"] => {
  const counts = new Map<string, LineageAudit["publications"][number]>();
  for (const { origin } of edges) {
    const { citation, part } = origin;
    const key = `${citation}\n${part ?? ""}`;
    const known = counts.get(key)?.edges ?? 0;
    counts.set(key, { citation, ...(part === undefined ? {} : { part }), edges: known + 1 });
  }
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, count]) => count);
};

type DateOf = (dataset: Dataset) => string | undefined;

const MONTH_LENGTH = "2024-01".length;
const hubDate: DateOf = ({ createdAt, hubMonth }) => (createdAt ?? hubMonth)?.slice(0, MONTH_LENGTH);
const earliestMonth: DateOf = (dataset) =>
  [hubDate(dataset), dataset.paperMonth].filter((month) => month !== undefined).sort()[0];

const compareDates = (
  edges: readonly PublishedDerivation[],
  byId: ReadonlyMap<string, Dataset>,
  dateOf: DateOf,
): { readonly datable: number; readonly newer: readonly Pair[] } => {
  const months = (id: string): string | undefined => {
    const dataset = byId.get(id);
    return dataset === undefined ? undefined : dateOf(dataset);
  };
  const dated = edges.flatMap((edge) => {
    const [derived, source] = [months(edge.from), months(edge.to)];
    return derived === undefined || source === undefined ? [] : [{ edge, derived, source }];
  });
  const newer = dated.filter(({ derived, source }) => source > derived);
  return {
    datable: dated.length,
    newer: newer.map(({ edge, derived, source }) =>
      toPair(edge, `the source is of ${source}, the derived dataset of ${derived}`),
    ),
  };
};

/** Ids that differ by case alone, and names of several owners one of which is given as a source without an owner. */
const ambiguousIds = (datasets: readonly Dataset[]): LineageAudit["ambiguousIds"]["items"] => {
  const hub = datasets.filter(({ registry }) => registry === "huggingface");
  const byCase = groupsOf(hub, ({ id }) => id.toLowerCase()).map((ids) => ({
    ids,
    detail: "the same but for case",
  }));
  const names = new Map<string, Dataset["id"][]>();
  for (const { id, name } of hub) names.set(toKey(name), [...(names.get(toKey(name)) ?? []), id]);
  const byName = datasets
    .filter(({ registry }) => registry === "name")
    .flatMap(({ id, name }) => {
      const others = names.get(toKey(name)) ?? [];
      return others.length === 0
        ? []
        : [{ ids: [id, ...others], detail: "a bare name, and ids that end in it" }];
    });
  return [...byCase, ...byName];
};

const toKey = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

const groupsOf = (datasets: readonly Dataset[], key: (dataset: Dataset) => string): Dataset["id"][][] => {
  const groups = new Map<string, Dataset["id"][]>();
  for (const dataset of datasets) groups.set(key(dataset), [...(groups.get(key(dataset)) ?? []), dataset.id]);
  return [...groups.values()].filter((group) => group.length > 1);
};

/** The Hub's own word where a trace asked it; otherwise the publication's. */
const deadIds = (
  edges: readonly PublishedDerivation[],
  byId: ReadonlyMap<string, Dataset>,
): LineageAudit["deadIds"]["items"] => {
  const denied = new Set(edges.filter(({ origin }) => origin.onHub === false).map(({ to }) => to));
  return [...byId.values()].flatMap(({ id, registry, state, hubMonth }) => {
    if (registry !== "huggingface") return [];
    if (state === "not-found") return [{ id, detail: "the Hub does not know it" }];
    // A month on the Hub is an answer of the Hub's: then the publication contradicts itself.
    return denied.has(id) && state === "frontier" && hubMonth === undefined
      ? [{ id, detail: "the publication did not find it; nobody asked the Hub since" }]
      : [];
  });
};
