import { mayLackEvidence } from "../../../schema/edge.ts";
import type { Edge, Evidence } from "../../../schema/edge.ts";
import { isHubId } from "../../../schema/id-text.ts";
import type { Sha256 } from "../../../schema/ids.ts";
import type { Dataset } from "../../../schema/dataset.ts";
import { toCalibration } from "../../calibration-rows.ts";
import type { Database } from "../../database.ts";
import { type StoredState, toStoredReview, toStoredState } from "../../review-rows.ts";
import { toDataset, toEdge, toEvidence } from "../../rows.ts";
import type { BenchmarkList } from "../../contamination/create-benchmark-list.ts";
import { contaminationFaults } from "../contamination/contamination-faults.ts";
import { logFaults } from "./log-faults.ts";
import { cyclicGroups } from "./cycles.ts";
import { readGraph } from "../read/read-graph.ts";
import type { GraphRecord, NodeRecord, RelationshipRecord } from "../read/read-graph.ts";
import { isNewer } from "../published/recheck-published.ts";

export const FAULT_RULES = [
  "unreadable",
  "edge-without-evidence",
  "evidence-without-edge",
  "span-not-in-document",
  "document-missing",
  "self-edge",
  "newer-than-derived",
  "cycle",
  "duplicate-edge",
  "duplicate-dataset",
  "dangling-alias",
  "level-without-path",
  "stale-flag",
  "stale-mark",
  "decision-not-logged",
] as const;
export type FaultRule = (typeof FAULT_RULES)[number];

/** Something in the graph that must not be there. */
export interface Fault {
  readonly rule: FaultRule;
  /** Id of the edge, evidence, dataset or alias. */
  readonly subject: string;
  readonly detail: string;
}

/** Where the texts are, to look whether each quote is where its evidence says. */
export interface DocumentTexts {
  text(sha256: Sha256): Promise<string>;
}

interface Contents {
  readonly datasets: Map<string, Dataset>;
  readonly edges: Edge[];
  readonly evidence: Evidence[];
  /** Alias key -> how many datasets it leads to. */
  readonly aliases: Map<string, number>;
  readonly states: StoredState[];
  readonly faults: Fault[];
}

/** Checks the graph's own invariants; an empty answer is a sound graph. */
export const findFaults = async (
  database: Database,
  { documents, list }: { readonly documents: DocumentTexts; readonly list: BenchmarkList },
): Promise<readonly Fault[]> => {
  const contents: Contents = {
    datasets: new Map(),
    edges: [],
    evidence: [],
    aliases: new Map(),
    states: [],
    faults: [],
  };
  for await (const record of readGraph(database)) gather(contents, record);
  return [
    ...contents.faults,
    ...proofFaults(contents),
    ...edgeFaults(contents),
    ...cycleFaults(contents),
    ...duplicateFaults(contents),
    ...aliasFaults(contents),
    ...logFaults(contents.edges, contents.states),
    ...(await spanFaults(contents, documents)),
    ...(await contaminationFaults(database, list)),
  ];
};

const gather = (contents: Contents, record: GraphRecord): void => {
  try {
    if (record.kind === "node") gatherNode(contents, record);
    else gatherRelationship(contents, record);
  } catch (error) {
    const subject = record.kind === "node" ? record.key : `${record.from.key} -> ${record.to.key}`;
    contents.faults.push({
      rule: "unreadable",
      subject,
      detail: error instanceof Error ? error.message : String(error),
    });
  }
};

const gatherNode = (
  { datasets, evidence, aliases, states }: Contents,
  { label, key, properties }: NodeRecord,
): void => {
  if (label === "Dataset") datasets.set(key, toDataset(properties));
  if (label === "Evidence") evidence.push(toEvidence(properties));
  if (label === "Review") toStoredReview(properties);
  if (label === "Calibration") toCalibration(properties);
  if (label === "ReviewState") states.push(toStoredState(properties));
  if (label === "Alias") aliases.set(key, aliases.get(key) ?? 0);
};

const gatherRelationship = ({ edges, aliases }: Contents, record: RelationshipRecord): void => {
  const { type, from, to, properties } = record;
  if (type === "REFERS_TO") aliases.set(from.key, (aliases.get(from.key) ?? 0) + 1);
  else if (from.label === "Dataset" && properties["signals"] !== undefined) {
    edges.push(toEdge({ type, from: from.key, to: to.key, properties }));
  }
};

const nameOf = (edge: Edge): string => `${edge.from} -> ${edge.to}`;

/** Brought in by someone else, and not claiming to be proven by documents of ours. */
const isBareClaim = (edge: Edge): boolean => mayLackEvidence(edge) && edge.signals.documents === 0;

const proofFaults = ({ edges, evidence }: Contents): readonly Fault[] => {
  const proven = new Set(evidence.map((one) => one.edgeId));
  const known = new Set(edges.map((edge) => edge.id));
  return [
    ...edges
      .filter((edge) => !proven.has(edge.id) && !isBareClaim(edge))
      .map((edge): Fault => ({ rule: "edge-without-evidence", subject: edge.id, detail: nameOf(edge) })),
    ...evidence
      .filter((one) => !known.has(one.edgeId))
      .map((one): Fault => ({
        rule: "evidence-without-edge",
        subject: one.id,
        detail: `edge ${one.edgeId}`,
      })),
  ];
};

/** What is flagged or rejected may be of any shape: that is why it waits or was refused. */
const acceptedDerivations = (edges: readonly Edge[]): readonly Edge[] =>
  edges.filter((edge) => edge.kind === "derivation" && edge.status === "accepted");

/** What is published is dated by the month; an edge of ours by the Hub's own answer alone. */
const dateOf = (dataset: Dataset | undefined, edge: Edge): string | undefined =>
  dataset?.createdAt ?? (isBareClaim(edge) ? dataset?.hubMonth : undefined);

const edgeFaults = ({ edges, datasets }: Contents): readonly Fault[] =>
  acceptedDerivations(edges).flatMap((edge): readonly Fault[] => {
    if (edge.from === edge.to) return [{ rule: "self-edge", subject: edge.id, detail: nameOf(edge) }];
    // A person has looked at the dates.
    if (edge.decision !== undefined) return [];
    const derived = dateOf(datasets.get(edge.from), edge);
    const source = dateOf(datasets.get(edge.to), edge);
    if (derived === undefined || source === undefined) return [];
    const isLate = isBareClaim(edge) ? isNewer(source, derived) : Date.parse(source) > Date.parse(derived);
    if (!isLate) return [];
    const detail = `${nameOf(edge)}: the source is of ${source}, the derived dataset of ${derived}`;
    return [{ rule: "newer-than-derived", subject: edge.id, detail }];
  });

const cycleFaults = ({ edges }: Contents): readonly Fault[] =>
  cyclicGroups(acceptedDerivations(edges)).map((group) => ({
    rule: "cycle",
    subject: group[0] ?? "",
    detail: `${group.length} datasets derive from each other: ${group.slice(0, 10).join(", ")}`,
  }));

const duplicateFaults = ({ edges, datasets }: Contents): readonly Fault[] => {
  const ids = [...datasets.keys()].filter(isHubId);
  return [
    ...repeated(edges, (edge) => `${edge.kind} ${nameOf(edge)}`).map(([edge, what]): Fault => ({
      rule: "duplicate-edge",
      subject: edge.id,
      detail: what,
    })),
    ...repeated(ids, (id) => id.toLowerCase()).map(([id, what]): Fault => ({
      rule: "duplicate-dataset",
      subject: id,
      detail: `several spellings of ${what}`,
    })),
  ];
};

const repeated = <Item>(
  items: readonly Item[],
  key: (item: Item) => string,
): readonly (readonly [Item, string])[] => {
  const seen = new Set<string>();
  return items.flatMap((item) => {
    const again = seen.has(key(item));
    seen.add(key(item));
    return again ? [[item, key(item)] as const] : [];
  });
};

const aliasFaults = ({ aliases }: Contents): readonly Fault[] =>
  [...aliases]
    .filter(([, count]) => count !== 1)
    .map(([key, count]) => ({
      rule: "dangling-alias",
      subject: key,
      detail: `leads to ${count} datasets, not to one`,
    }));

const spanFaults = async ({ evidence }: Contents, documents: DocumentTexts): Promise<readonly Fault[]> => {
  const byDocument = new Map<Sha256, Evidence[]>();
  for (const one of evidence) byDocument.set(one.document, [...(byDocument.get(one.document) ?? []), one]);
  const faults: Fault[] = [];
  for (const [sha256, proofs] of byDocument) {
    const text = await documents.text(sha256).catch((error: unknown) => error);
    if (typeof text !== "string") {
      faults.push({ rule: "document-missing", subject: sha256, detail: missing(proofs.length, text) });
      continue;
    }
    for (const { id, quote, span } of proofs) {
      if (text.slice(span.start, span.end) === quote) continue;
      faults.push({ rule: "span-not-in-document", subject: id, detail: `not at ${span.start} of ${sha256}` });
    }
  }
  return faults;
};

/** An export leaves the texts out unless it is told otherwise, so this is what an import of one mostly shows. */
const missing = (quotes: number, cause: unknown): string => {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return `${quotes} quotes of it cannot be looked up: ${reason}; import an export that was made with --with-documents, or trace again with --refresh`;
};
