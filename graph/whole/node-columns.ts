import { FLAG_LEVELS, ownerOf } from "../../schema/graph-group.ts";
import type { DatasetId } from "../../schema/ids.ts";
import { DOMAINS, NODE_STATES } from "../../schema/vocabulary.ts";
import type { Row, Value } from "../database.ts";
import { toText } from "../rows.ts";
import { positionIn } from "./position-in.ts";
import { NO_DAY, NO_LICENCE, type WholeGraph } from "./whole-graph.ts";

const DAY_MS = 86_400_000;

/** Gathers what is known of the datasets, batch by batch; each has its position already. */
export const createNodeColumns = (positions: ReadonlyMap<string, number>) => {
  const id = [...positions.keys()] as DatasetId[];
  const size = id.length;
  const owners = createWordList();
  const licences = createWordList();
  const state = new Uint8Array(size);
  const kind = new Uint8Array(size);
  const downloads: (number | null)[] = id.map(() => null);
  const domains = new Uint8Array(size);
  const level = new Uint8Array(size).fill(FLAG_LEVELS.indexOf("none"));
  const licence = new Uint32Array(size).fill(NO_LICENCE);
  const created = new Int32Array(size).fill(NO_DAY);
  const owner = new Uint32Array(size);
  const add = (row: Row): void => {
    const node = positions.get(toText(row["id"]));
    if (node === undefined) return;
    state[node] = positionIn(NODE_STATES, row["state"]);
    kind[node] = (row["isBenchmark"] === true ? 1 : 0) + (row["isFamily"] === true ? 2 : 0);
    downloads[node] = typeof row["downloads"] === "number" ? row["downloads"] : null;
    domains[node] = toDomains(row["domains"]);
    if (typeof row["licence"] === "string") licence[node] = licences.positionOf(row["licence"]);
    created[node] = toDay(row["createdAt"] ?? row["hubMonth"]);
    owner[node] = owners.positionOf(ownerOf(id[node] ?? ("" as DatasetId)));
  };
  return {
    add: (rows: readonly Row[]): void => rows.forEach(add),
    /** The strongest of each dataset's levels counts. */
    addFlags: (rows: readonly Row[]): void => {
      for (const row of rows) {
        const node = positions.get(toText(row["id"]));
        if (node === undefined) continue;
        level[node] = Math.min(level[node] ?? 0, positionIn(FLAG_LEVELS, row["level"]));
      }
    },
    finish: (edges: WholeGraph["edges"]): Omit<WholeGraph, "edges"> => ({
      nodes: {
        id,
        state,
        kind,
        downloads,
        domains,
        level,
        licence,
        created,
        owner,
        sources: countEnds(edges.from, size),
        uses: countEnds(edges.to, size),
      },
      licences: licences.words,
      owners: owners.words,
    }),
  };
};

const countEnds = (ends: Uint32Array, size: number): Uint32Array => {
  const counts = new Uint32Array(size);
  for (const node of ends) counts[node] = (counts[node] ?? 0) + 1;
  return counts;
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
