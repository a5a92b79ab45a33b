import type { ContaminationFlag } from "../../../schema/contamination.ts";
import type { Dataset } from "../../../schema/dataset.ts";
import type { Edge, ModelUse } from "../../../schema/edge.ts";
import type { DatasetId } from "../../../schema/ids.ts";
import type { Addresses } from "../addresses.ts";
import { webAddressOf, webAddressOfModel } from "../addresses.ts";
import type { QuoteFacts } from "../edge-facts.ts";
import { toEdgeFacts } from "../edge-facts.ts";
import type { ExchangeGraph } from "../exchange-graph.ts";
import type { ExchangeIndex } from "../index-exchange.ts";

/** What every part of the description is written with. */
export interface CroissantPen {
  readonly root: Dataset;
  readonly index: ExchangeIndex;
  readonly addresses: Addresses;
}

type Node = Readonly<Record<string, unknown>>;

export const addressOf = (dataset: Dataset, { addresses }: CroissantPen): string =>
  webAddressOf(dataset) ?? addresses.dataset(dataset.id);

/** PROV-O of the described dataset itself: what it is known to be made from, and with. Members that are undefined are not written. */
export const toProvenance = (pen: CroissantPen): Node => {
  const { root, index } = pen;
  const derivations = index.derivationsFrom(root.id);
  const accepted = derivations.filter(isAccepted);
  return {
    "prov:wasDerivedFrom": orUndefined(accepted.flatMap(({ to }) => toSource(to, pen))),
    "prov:qualifiedDerivation": orUndefined(accepted.map((edge) => toEdgeNode(edge, pen))),
    "prov:wasGeneratedBy": toMaking(pen),
    "stemma:unsettledDerivation": orUndefined(
      derivations.filter(isUnsettled).map((edge) => toEdgeNode(edge, pen)),
    ),
    "stemma:unsettledModelUse": orUndefined(
      index
        .modelUsesFrom(root.id)
        .filter(isUnsettled)
        .map((edge) => toEdgeNode(edge, pen)),
    ),
    "stemma:clearing": orUndefined(index.clearingsFrom(root.id).map((edge) => toEdgeNode(edge, pen))),
    "stemma:contamination": orUndefined(index.contaminationsOf(root.id).map((flag) => toFlagNode(flag, pen))),
  };
};

/** The rest of the lineage: the other datasets, and the edges between them. */
export const toSurroundings = (graph: ExchangeGraph, pen: CroissantPen): Node => {
  const isElsewhere = ({ from }: Edge): boolean => from !== pen.root.id;
  const edges = [...graph.derivations, ...graph.modelUses, ...graph.clearings].filter(isElsewhere);
  return {
    "stemma:relatedDataset": orUndefined(
      graph.datasets.filter(({ id }) => id !== pen.root.id).map((dataset) => toRelated(dataset, pen)),
    ),
    "stemma:lineage": orUndefined(
      edges.map((edge) => ({
        ...toEdgeNode(edge, pen),
        "stemma:derivedDataset": referenceTo(edge.from, pen),
      })),
    ),
  };
};

const isAccepted = ({ status }: Edge): boolean => status === "accepted";
const isUnsettled = ({ status }: Edge): boolean => status !== "accepted";

const toSource = (id: DatasetId, pen: CroissantPen): readonly Node[] => {
  const dataset = pen.index.dataset(id);
  return dataset === undefined || id === pen.root.id
    ? []
    : [{ "@id": addressOf(dataset, pen), "@type": "prov:Entity", name: id }];
};

/** What JSON-LD's own words lack, of any dataset. */
export const toOwnFacts = (dataset: Dataset, { index }: CroissantPen): Node => ({
  "stemma:registry": dataset.registry,
  "stemma:state": dataset.state,
  "stemma:isBenchmark": dataset.isBenchmark || undefined,
  "stemma:isFamily": dataset.isFamily || undefined,
  "stemma:family": orUndefined(index.familiesOf(dataset.id)),
});

const toRelated = (dataset: Dataset, pen: CroissantPen): Node => ({
  "@id": addressOf(dataset, pen),
  "@type": "prov:Entity",
  name: dataset.id,
  ...toOwnFacts(dataset, pen),
  "stemma:licence": dataset.licence,
  "stemma:createdAt": dataset.createdAt,
});

/** A node that refers back to the described dataset would make a circle, in which readers that nest nodes run for ever. */
const referenceTo = (id: DatasetId, pen: CroissantPen): Node => {
  const dataset = pen.index.dataset(id);
  const address = dataset === undefined ? pen.addresses.dataset(id) : addressOf(dataset, pen);
  return id === pen.root.id ? { "@value": address, "@type": ANY_URI } : { "@id": address };
};

const ANY_URI = "http://www.w3.org/2001/XMLSchema#anyURI";

/** PROV-O, section 3.3 (qualified terms): an edge with all that is known of it. Only an accepted one has a type of PROV's. */
const toEdgeNode = (edge: Edge, pen: CroissantPen): Node => {
  const { from: _from, to, evidence, kind: _kind, origin, ...facts } = toEdgeFacts(edge, pen.index);
  return {
    ...toTyped(edge, pen),
    ...prefixed({ ...facts, target: to }),
    ...(origin === undefined ? {} : { "stemma:origin": origin.kind }),
    ...(origin?.kind === "published" ? { "stemma:citation": origin.citation } : {}),
    "stemma:evidence": orUndefined(evidence.map(toQuoteNode)),
  };
};

const toTyped = (edge: Edge, pen: CroissantPen): Node => {
  if (edge.kind === "clearing")
    return { "@type": "stemma:Clearing", "stemma:benchmark": referenceTo(edge.to, pen) };
  if (edge.kind === "model-use") {
    const agent = { "@id": modelAddress(edge, pen) };
    return isAccepted(edge)
      ? { "@type": "prov:Association", "prov:agent": agent }
      : { "@type": "stemma:UnsettledModelUse", "stemma:model": agent };
  }
  const source = referenceTo(edge.to, pen);
  return isAccepted(edge)
    ? { "@type": "prov:Derivation", "prov:entity": source }
    : { "@type": "stemma:UnsettledDerivation", "stemma:source": source };
};

const toQuoteNode = ({ quote, ...facts }: QuoteFacts): Node => ({
  "@type": "stemma:Quote",
  "prov:value": quote,
  ...prefixed(facts),
});

const toFlagNode = (flag: ContaminationFlag, pen: CroissantPen): Node => {
  const { dataset: _dataset, benchmark, path, strongest, clearings, ...facts } = flag;
  return {
    "@type": "stemma:Contamination",
    "stemma:benchmark": referenceTo(benchmark, pen),
    ...prefixed({ ...facts, path: path.join(" "), strongest: strongest.join(" ") }),
    "stemma:clearedBy": orUndefined(clearings),
  };
};

const prefixed = (facts: object): Node =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [`stemma:${name}`, value]));

/** The accepted models that had a part in it. */
const toMaking = (pen: CroissantPen): Node | undefined => {
  const uses = pen.index.modelUsesFrom(pen.root.id).filter(isAccepted);
  if (uses.length === 0) return undefined;
  return {
    "@type": "prov:Activity",
    "prov:label": `making of ${pen.root.id}`,
    "prov:wasAssociatedWith": uses.map((use) => ({
      "@id": modelAddress(use, pen),
      "@type": "prov:SoftwareAgent",
      name: use.to,
    })),
    "prov:qualifiedAssociation": uses.map((use) => toEdgeNode(use, pen)),
  };
};

const modelAddress = ({ to }: ModelUse, { addresses }: CroissantPen): string =>
  webAddressOfModel(to) ?? addresses.model(to);

const orUndefined = <Item>(items: readonly Item[]): readonly Item[] | undefined =>
  items.length === 0 ? undefined : items;
