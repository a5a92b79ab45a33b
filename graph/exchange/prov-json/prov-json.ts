import type { Derivation, Edge, Evidence, ModelUse } from "../../../schema/edge.ts";
import type { Status } from "../../../schema/vocabulary.ts";
import { STATUSES } from "../../../schema/vocabulary.ts";
import type { ExchangeGraph } from "../exchange-graph.ts";
import type { Exporter } from "../exporter.ts";
import { indexExchange } from "../index-exchange.ts";
import type { ExchangeIndex } from "../index-exchange.ts";
import { isPublishedClaim } from "../is-published-claim.ts";
import * as entities from "./prov-json-entities.ts";
import { nameOf, nameOfContent, toPrefixes } from "./prov-json-names.ts";
import type { ProvRecord } from "./prov-json-values.ts";
import { toName, toNames, toTime } from "./prov-json-values.ts";
import { writeJson } from "../write-json.ts";

/**
 * Datasets, documents and quotes are entities, the making of each dataset is an activity, models are agents in it. What waits for
 * a person, or was rejected, is in a bundle of its own (PROV-DM, section 5.4.1), so that a reader who takes only what the document
 * itself asserts never takes it for accepted; it has its status as an attribute too.
 */
export const PROV_JSON: Exporter = {
  name: "prov-json",
  title: "PROV-JSON",
  description: "W3C PROV entities, activities, agents and derivations with their quotes; read by PROV tools.",
  mediaType: "application/json; charset=utf-8",
  extension: "prov.json",
  scope: "graph",
  write: (graph, { exportedAt, baseUrl }) => {
    const index = indexExchange(graph);
    const { entity: clearings, ...accepted } = toStatements(graph, index, "accepted");
    const bundles = toBundles(graph, index);
    return writeJson({
      prefix: toPrefixes(baseUrl),
      entity: { ...toEntities(graph, index), ...clearings, ...describeBundles(bundles, exportedAt) },
      activity: toActivities(graph),
      agent: toRecords(graph.models, ({ id }) => nameOf("model", id), entities.toModelAgent),
      hadMember: toRecords(graph.members, toMemberName, toMembership),
      ...accepted,
      wasDerivedFrom: joined(accepted["wasDerivedFrom"], toQuotations(graph.evidence)),
      bundle: joined(bundles),
    });
  },
};

type Records = Readonly<Record<string, ProvRecord>>;
type Statements = Readonly<Record<string, Records>>;

const toRecords = <Item>(
  items: readonly Item[],
  nameFor: (item: Item) => string,
  toRecord: (item: Item) => ProvRecord,
): Records | undefined =>
  items.length === 0 ? undefined : Object.fromEntries(items.map((item) => [nameFor(item), toRecord(item)]));

const toEntities = (graph: ExchangeGraph, index: ExchangeIndex): Records => ({
  ...toRecords(
    graph.datasets,
    ({ id }) => nameOf("dataset", id),
    (dataset) => entities.toDatasetEntity(dataset, index),
  ),
  ...toRecords(graph.documents, ({ sha256 }) => nameOf("document", sha256), entities.toDocumentEntity),
  ...toRecords(
    graph.contaminations,
    ({ dataset, benchmark, level }) =>
      nameOfContent("dataset", `contamination ${dataset} ${benchmark} ${level}`),
    entities.toContaminationEntity,
  ),
  ...Object.fromEntries(
    edgesOf(graph)
      .flatMap((edge) => index.proofsOf(edge))
      .map((proof) => [nameOf("evidence", proof.evidence.id), entities.toEvidenceEntity(proof)]),
  ),
});

const edgesOf = (graph: ExchangeGraph): readonly Edge[] => [
  ...graph.derivations,
  ...graph.modelUses,
  ...graph.clearings,
];

/** What waits for a person, and what was rejected, each on its own. */
const toBundles = (graph: ExchangeGraph, index: ExchangeIndex): Readonly<Record<string, Statements>> =>
  Object.fromEntries(
    STATUSES.filter((status) => status !== "accepted")
      .map((status) => [nameOf("bundle", status), toStatements(graph, index, status)] as const)
      .filter(([, statements]) => Object.keys(statements).length > 0),
  );

const describeBundles = (bundles: Readonly<Record<string, Statements>>, exportedAt: Date): Records =>
  Object.fromEntries(
    Object.keys(bundles).map((name) => [
      name,
      { "prov:type": toName("prov:Bundle"), "stemma:exportedAt": toTime(exportedAt.toISOString()) },
    ]),
  );

/** All members of both; undefined rather than empty. */
const joined = <Member>(
  ...parts: readonly (Readonly<Record<string, Member>> | undefined)[]
): Readonly<Record<string, Member>> | undefined => {
  const all: Record<string, Member> = Object.assign({}, ...parts);
  return Object.keys(all).length === 0 ? undefined : all;
};

/** The making of every dataset of which anything accepted is known, and the traces. */
const toActivities = (graph: ExchangeGraph): Records | undefined => {
  const made = new Set([...graph.derivations, ...graph.modelUses].filter(isAccepted).map(({ from }) => from));
  return joined(
    toRecords(
      [...made],
      (id) => nameOf("making", id),
      (id) => ({ "prov:type": toName("stemma:Making"), "prov:label": `making of ${id}` }),
    ),
    toRecords(graph.traces, ({ id }) => nameOf("trace", id), entities.toTraceActivity),
  );
};

const isAccepted = ({ status }: Edge): boolean => status === "accepted";

/** The relations of one status; of accepted ones also that the making used the source and generated the dataset. */
const toStatements = (graph: ExchangeGraph, index: ExchangeIndex, status: Status): Statements => {
  const derivations = graph.derivations.filter((edge) => edge.status === status);
  const modelUses = graph.modelUses.filter((edge) => edge.status === status);
  const clearings = graph.clearings.filter((edge) => edge.status === status);
  const isSettled = status === "accepted";
  return withoutEmpty({
    entity: toRecords(clearings, edgeName, (one) => entities.toClearingEntity(one, index)),
    wasGeneratedBy: isSettled ? toGenerations([...derivations, ...modelUses]) : undefined,
    used: isSettled ? toUsages(derivations) : undefined,
    wasAssociatedWith: toRecords(modelUses, edgeName, (edge) => toAssociation(edge, index)),
    wasDerivedFrom: toRecords(derivations, edgeName, (edge) => toDerivation(edge, index)),
  });
};

const withoutEmpty = (statements: Readonly<Record<string, Records | undefined>>): Statements =>
  Object.fromEntries(
    Object.entries(statements).flatMap(([key, one]) => (one === undefined ? [] : [[key, one]])),
  );

const edgeName = ({ id }: Edge): string => nameOf("edge", id);

const toDerivation = (edge: Derivation, index: ExchangeIndex): ProvRecord => ({
  "prov:generatedEntity": nameOf("dataset", edge.from),
  "prov:usedEntity": nameOf("dataset", edge.to),
  "prov:activity": isAccepted(edge) ? nameOf("making", edge.from) : undefined,
  "prov:type": toNames([
    `stemma:${STATEMENT_TYPES[edge.status]}`,
    ...(isPublishedClaim(edge, index) ? ["stemma:PublishedDerivation"] : []),
  ]),
  ...entities.toEdgeAttributes(edge, index),
});

const STATEMENT_TYPES = {
  accepted: "AcceptedDerivation",
  flagged: "FlaggedDerivation",
  rejected: "RejectedDerivation",
} satisfies Record<Status, string>;

const toAssociation = (edge: ModelUse, index: ExchangeIndex): ProvRecord => ({
  "prov:activity": nameOf("making", edge.from),
  "prov:agent": nameOf("model", edge.to),
  "prov:role": edge.role,
  ...entities.toEdgeAttributes(edge, index),
});

const toGenerations = (edges: readonly Edge[]): Records | undefined =>
  toRecords(
    [...new Set(edges.map(({ from }) => from))],
    (id) => nameOfContent("making", `generation ${id}`),
    (id) => ({ "prov:entity": nameOf("dataset", id), "prov:activity": nameOf("making", id) }),
  );

const toUsages = (derivations: readonly Derivation[]): Records | undefined =>
  toRecords(
    derivations,
    ({ id }) => nameOfContent("making", `usage ${id}`),
    ({ from, to }) => ({ "prov:activity": nameOf("making", from), "prov:entity": nameOf("dataset", to) }),
  );

const toMemberName = ({ dataset, family }: ExchangeGraph["members"][number]): string =>
  nameOfContent("making", `member ${family} ${dataset}`);

const toMembership = ({ dataset, family }: ExchangeGraph["members"][number]): ProvRecord => ({
  "prov:collection": nameOf("dataset", family),
  "prov:entity": nameOf("dataset", dataset),
});

/** PROV-DM, section 5.2.3: a quotation is a derivation of what is quoted from the document. */
const toQuotations = (evidence: readonly Evidence[]): Records | undefined =>
  toRecords(
    evidence,
    ({ id }) => nameOfContent("evidence", `quotation ${id}`),
    ({ id, document }) => ({
      "prov:generatedEntity": nameOf("evidence", id),
      "prov:usedEntity": nameOf("document", document),
      "prov:type": toName("prov:Quotation"),
    }),
  );
