import { z } from "zod";
import { CONTAMINATION_LEVELS, type ContaminationLevel } from "../../../schema/contamination-level.ts";
import { ContaminationFlag } from "../../../schema/contamination.ts";
import type { BenchmarkReach } from "../../../schema/contamination.ts";
import { AppError } from "../../../schema/errors.ts";
import { DatasetId } from "../../../schema/ids.ts";
import type { Database, Row } from "../../database.ts";
import { COUNT_FLAGS, flagsAfter } from "../../queries/contamination.ts";
import { toNumber, toText } from "../../rows.ts";
import { readBenchmarks } from "./read-benchmarks.ts";

export interface FlagRequest {
  readonly dataset?: DatasetId | undefined;
  /** Id on the list. */
  readonly benchmark?: string | undefined;
  readonly levels?: readonly ContaminationLevel[] | undefined;
  readonly limit: number;
  /** `nextCursor` of the page before. */
  readonly cursor?: string | undefined;
}

export interface FlagPage {
  readonly items: ContaminationFlag[];
  readonly nextCursor?: string;
}

/** The flags as they are stored, by dataset and benchmark. Fails with INPUT_INVALID on a cursor that is none. */
export const listFlags = async (database: Database, request: FlagRequest): Promise<FlagPage> => {
  const { dataset, benchmark, levels = CONTAMINATION_LEVELS, limit } = request;
  const [afterDataset, afterBenchmark] = parseCursor(request.cursor);
  const filter = { dataset: dataset !== undefined, benchmark: benchmark !== undefined };
  const rows = await database.read(flagsAfter(filter), {
    ...(dataset === undefined ? {} : { dataset }),
    ...(benchmark === undefined ? {} : { benchmark }),
    levels: [...levels],
    afterDataset,
    afterBenchmark,
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const items = shown.map(toContaminationFlag);
  const last = shown.at(-1);
  return rows.length <= limit || last === undefined ? { items } : { items, nextCursor: toCursor(last) };
};

/** Every benchmark of the list that the graph has a node of, with how many datasets have which level, by id. */
export const countFlags = async (database: Database): Promise<readonly BenchmarkReach[]> => {
  const benchmarks = await readBenchmarks({ run: (cypher) => database.read(cypher) });
  const counts = new Map<string, Record<string, number>>();
  for (const row of await database.read(COUNT_FLAGS)) {
    const node = toText(row["node"]);
    counts.set(node, { ...counts.get(node), [toText(row["level"])]: toNumber(row["flags"]) });
  }
  return [...benchmarks.values()]
    .map(({ id, node }) => ({
      id: DatasetId.parse(id),
      node: DatasetId.parse(node),
      levels: counts.get(node) ?? {},
    }))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
};

export const toContaminationFlag = (row: Row): ContaminationFlag => {
  const { dataset, benchmark, properties } = row;
  const parsed = ContaminationFlag.safeParse({ ...withoutNull(properties), dataset, benchmark });
  if (parsed.success) return parsed.data;
  throw new AppError(`the graph holds no readable flag: ${String(dataset)} against ${String(benchmark)}`, {
    code: "INTERNAL",
    cause: parsed.error,
  });
};

const withoutNull = (properties: unknown): object =>
  Object.fromEntries(Object.entries(properties ?? {}).filter(([, value]) => value !== null));

/** Opaque: the keys of the last row. */
const toCursor = ({ dataset, benchmark, type }: Row): string =>
  Buffer.from(JSON.stringify([dataset, `${String(benchmark)} ${String(type)}`])).toString("base64url");

const Cursor = z.tuple([z.string(), z.string()]);

const parseCursor = (cursor: string | undefined): z.infer<typeof Cursor> => {
  if (cursor === undefined) return ["", ""];
  try {
    return Cursor.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch (error) {
    throw new AppError(`not a cursor: ${cursor}`, { code: "INPUT_INVALID", cause: error });
  }
};
