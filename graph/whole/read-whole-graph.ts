import { FLAG_LEVELS, ownerOf } from "../../schema/graph-group.ts";
import { AppError } from "../../schema/errors.ts";
import type { DatasetId, EdgeId } from "../../schema/ids.ts";
import { DOMAINS, NODE_STATES, RELATIONS } from "../../schema/vocabulary.ts";
import type { Database, Row, Value } from "../database.ts";
import { SNAPSHOT_EDGES, SNAPSHOT_FLAGS, SNAPSHOT_NODES } from "../queries/snapshot.ts";
import { toNumber, toText } from "../rows.ts";
import { NO_DAY, NO_LICENCE, type WholeGraph } from "./whole-graph.ts";

const STATUSES = ["accepted", "flagged"] as const;
/** A graph of 100,000 datasets and 300,000 edges is read in some seconds. */
const TIMEOUT_MS = 120_000;
const CONFIDENCE_STEPS = 1_000;
const DAY_MS = 86_400_000;

/** Reads the whole accepted and flagged graph. Amid writes, what it reads first may be older than what it reads last. */
export const readWholeGraph = async (database: Database): Promise<WholeGraph> => {
  const options = { timeoutMs: TIMEOUT_MS };
  const [nodeRows, flagRows, ...edgeRows] = await Promise.all([
    database.read(SNAPSHOT_NODES, {}, options),
    database.read(SNAPSHOT_FLAGS, {}, options),
    ...STATUSES.map((status) => database.read(SNAPSHOT_EDGES[status], {}, options)),
  ]);
  const rows = sortById(nodeRows);
  const positions = new Map(rows.map((row, position) => [toText(row["id"]), position]));
  const edges = toEdges(edgeRows, positions);
  return {
    ...toNodes(rows, { level: levelsOf(flagRows, positions), ...countEdges(edges, rows.length) }),
    edges,
  };
};

type Nodes = WholeGraph["nodes"];

const toNodes = (
  rows: readonly Row[],
  counted: Pick<Nodes, "level" | "sources" | "uses">,
): Omit<WholeGraph, "edges"> => {
  const id = rows.map((row) => toText(row["id"]) as DatasetId);
  const owners = createWordList();
  const licences = createWordList();
  return {
    nodes: {
      id,
      state: Uint8Array.from(rows, (row) => positionIn(NODE_STATES, row["state"])),
      kind: Uint8Array.from(
        rows,
        (row) => (row["isBenchmark"] === true ? 1 : 0) + (row["isFamily"] === true ? 2 : 0),
      ),
      downloads: rows.map(({ downloads }) => (typeof downloads === "number" ? downloads : null)),
      domains: Uint8Array.from(rows, (row) => toDomains(row["domains"])),
      licence: Uint32Array.from(rows, ({ licence }) =>
        typeof licence === "string" ? licences.positionOf(licence) : NO_LICENCE,
      ),
      created: Int32Array.from(rows, (row) => toDay(row["createdAt"] ?? row["hubMonth"])),
      owner: Uint32Array.from(id, (one) => owners.positionOf(ownerOf(one))),
      ...counted,
    },
    licences: licences.words,
    owners: owners.words,
  };
};

const toEdges = (
  edgeRows: readonly (readonly Row[])[],
  positions: ReadonlyMap<string, number>,
): WholeGraph["edges"] => {
  const drawn = edgeRows.flatMap((rows, status) =>
    rows.flatMap((row) => {
      const from = positions.get(toText(row["from"]));
      const to = positions.get(toText(row["to"]));
      return from === undefined || to === undefined ? [] : [{ id: toText(row["id"]), row, from, to, status }];
    }),
  );
  drawn.sort((one, other) => compare(one.id, other.id));
  return {
    id: drawn.map(({ id }) => id as EdgeId),
    from: Uint32Array.from(drawn, ({ from }) => from),
    to: Uint32Array.from(drawn, ({ to }) => to),
    relation: Uint8Array.from(drawn, ({ row }) => positionIn(RELATIONS, row["relation"])),
    status: Uint8Array.from(drawn, ({ status }) => status),
    confidence: drawn.map(
      ({ row }) => Math.round(toNumber(row["confidence"]) * CONFIDENCE_STEPS) / CONFIDENCE_STEPS,
    ),
  };
};

const countEdges = ({ from, to }: WholeGraph["edges"], size: number): Pick<Nodes, "sources" | "uses"> => {
  const sources = new Uint32Array(size);
  const uses = new Uint32Array(size);
  for (const derived of from) sources[derived] = (sources[derived] ?? 0) + 1;
  for (const source of to) uses[source] = (uses[source] ?? 0) + 1;
  return { sources, uses };
};

/** The strongest of each dataset's levels. */
const levelsOf = (rows: readonly Row[], positions: ReadonlyMap<string, number>): Uint8Array => {
  const levels = new Uint8Array(positions.size).fill(FLAG_LEVELS.indexOf("none"));
  for (const row of rows) {
    const position = positions.get(toText(row["id"]));
    if (position === undefined) continue;
    levels[position] = Math.min(levels[position] ?? 0, positionIn(FLAG_LEVELS, row["level"]));
  }
  return levels;
};

const toDomains = (value: Value | undefined): number =>
  Array.isArray(value)
    ? [...new Set(value)].reduce<number>((sum, one) => sum + 2 ** positionIn(DOMAINS, one), 0)
    : 0;

const toDay = (value: Value | undefined): number => {
  const time = typeof value === "string" ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? NO_DAY : Math.floor(time / DAY_MS);
};

const createWordList = () => {
  const words: string[] = [];
  const positions = new Map<string, number>();
  return {
    words,
    positionOf: (word: string): number => {
      const known = positions.get(word);
      if (known !== undefined) return known;
      positions.set(word, words.length);
      words.push(word);
      return words.length - 1;
    },
  };
};

const positionIn = (words: readonly string[], value: Value | undefined): number => {
  const position = words.indexOf(toText(value));
  if (position >= 0) return position;
  throw new AppError(`the graph holds ${String(value)}, which is none of ${words.join(", ")}`, {
    code: "INTERNAL",
  });
};

const sortById = (rows: readonly Row[]): readonly Row[] =>
  rows.toSorted((one, other) => compare(toText(one["id"]), toText(other["id"])));

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
