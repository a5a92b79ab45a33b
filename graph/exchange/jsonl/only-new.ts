import type { Database, Row } from "../../database.ts";
import * as queries from "../../queries/exchange.ts";
import { LAST_CALIBRATION } from "../../queries/calibration.ts";
import { LAST_SEQUENCE } from "../../queries/reviews.ts";
import type { GraphRecord, NodeRecord, RelationshipRecord } from "../../store/read/read-graph.ts";
import { toText } from "../../rows.ts";

/** Records that are compared with the graph at once. */
const PAGE = 1_000;

/** What is left out, by name. */
interface LeftOut {
  readonly nodes: Set<string>;
  /** Ids of edges that the graph had. */
  readonly edges: Set<string>;
  readonly relationships: Set<string>;
}

/**
 * Of the records, those that add to the graph. What both know stays as the graph has it, save that a dataset that only the
 * records have visited takes their facts: an edge keeps its status and its evidence, a spelling its dataset, a visit its outcome. Of two
 * logs of reviews the graph's own goes on, and its own calibration stays in force: what the records decided otherwise of new edges is taken into it as decided elsewhere.
 */
export async function* onlyNew(
  database: Database,
  records: AsyncIterable<GraphRecord>,
): AsyncGenerator<GraphRecord> {
  const leftOut: LeftOut = { nodes: new Set(), edges: new Set(), relationships: new Set() };
  const [log] = await database.read(LAST_SEQUENCE);
  const hasLog = log !== undefined && log["sequence"] !== 0;
  const [calibration] = await database.read(LAST_CALIBRATION);
  for await (const page of inPagesOf(records)) {
    const nodes = page.filter((record) => record.kind === "node");
    const relationships = page.filter((record) => record.kind === "relationship");
    await leaveOutEdges(database, relationships, leftOut);
    await leaveOutNodes(database, nodes, leftOut);
    for (const type of SAID_ONCE) await leaveOutSaid(database, type, { relationships, leftOut });
    yield* page.filter(
      (record) =>
        isNew(record, leftOut) &&
        !(hasLog && isReview(record)) &&
        !(calibration !== undefined && isCalibration(record)),
    );
  }
}

async function* inPagesOf(records: AsyncIterable<GraphRecord>): AsyncGenerator<readonly GraphRecord[]> {
  let page: GraphRecord[] = [];
  for await (const record of records) {
    page.push(record);
    if (page.length < PAGE) continue;
    yield page;
    page = [];
  }
  yield page;
}

const isReview = (record: GraphRecord): boolean =>
  record.kind === "node" && (record.label === "Review" || record.label === "ReviewState");

const isCalibration = (record: GraphRecord): boolean =>
  record.kind === "node" && record.label === "Calibration";

/** Proof for an edge that stays as it was is left out, and so is what leaves it. */
const isNew = (record: GraphRecord, { nodes, edges, relationships }: LeftOut): boolean => {
  if (record.kind === "node") {
    return !nodes.has(nameOf(record)) && !edges.has(String(record.properties["edgeId"]));
  }
  const { from, properties } = record;
  return (
    !relationships.has(nameOfRelationship(record)) &&
    !edges.has(String(properties["id"])) &&
    !nodes.has(`proof ${from.key}`)
  );
};

const leaveOutNodes = async (
  database: Database,
  nodes: readonly NodeRecord[],
  { nodes: leftOut, edges }: LeftOut,
): Promise<void> => {
  for (const label of new Set(nodes.map((node) => node.label))) {
    const own = nodes.filter((node) => node.label === label);
    const rows = await database.read(queries.nodesByKey(label), { keys: own.map(({ key }) => key) });
    const visited = new Map(rows.map((row) => [toText(row["key"]), row["visited"] === true]));
    for (const node of own) {
      const isBetter = visited.get(node.key) === false && node.properties["visited"] === true;
      if (visited.has(node.key) && !isBetter) leftOut.add(nameOf(node));
      // An interrupted import leaves its evidence before its edges: what then leaves the evidence is still to be written.
      else if (edges.has(String(node.properties["edgeId"]))) leftOut.add(`proof ${node.key}`);
    }
  }
};

const leaveOutEdges = async (
  database: Database,
  relationships: readonly RelationshipRecord[],
  { edges }: LeftOut,
): Promise<void> => {
  const rows = relationships
    .filter(({ properties }) => typeof properties["id"] === "string")
    .map(({ from, properties }) => ({ from: from.key, id: properties["id"] }));
  for (const row of await ask(database, queries.EDGES_BY_ID, rows)) edges.add(toText(row["id"]));
};

/** What is said once of its two ends (of an alias: once at all), with properties that a second word would replace. */
const SAID_ONCE = ["DESCRIBED_BY", "VISITED", "QUEUED", "REFERS_TO"] as const;
type SaidOnce = (typeof SAID_ONCE)[number];

interface Said {
  readonly relationships: readonly RelationshipRecord[];
  readonly leftOut: LeftOut;
}

const leaveOutSaid = async (
  database: Database,
  type: SaidOnce,
  { relationships, leftOut }: Said,
): Promise<void> => {
  const own = relationships.filter((record) => record.type === type);
  const rows = own.map(({ from, to }) => ({ from: from.key, to: to.key }));
  const found = await ask(database, queries.SAID[type], rows);
  const said = new Set(found.map((row) => `${toText(row["from"])} ${toText(row["to"])}`));
  for (const record of own) {
    if (said.has(`${record.from.key} ${record.to.key}`))
      leftOut.relationships.add(nameOfRelationship(record));
  }
};

const ask = async (database: Database, cypher: string, rows: readonly unknown[]): Promise<readonly Row[]> =>
  rows.length === 0 ? [] : database.read(cypher, { rows });

const nameOf = ({ label, key }: Pick<NodeRecord, "label" | "key">): string => `${label} ${key}`;

const nameOfRelationship = ({ type, from, to }: RelationshipRecord): string =>
  `${type} ${from.key} ${to.key}`;
