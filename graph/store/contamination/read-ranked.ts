import type { RankedCell, RankedDataset } from "../../../schema/contamination-ranking.ts";
import { CONTAMINATION_LEVELS, GROUNDS } from "../../../schema/contamination-level.ts";
import { AppError } from "../../../schema/errors.ts";
import { DOMAINS, NODE_STATES, SPLITS } from "../../../schema/vocabulary.ts";
import { rankOf, type RankedSubject } from "../../contamination/rank-datasets.ts";
import type { Database, Row } from "../../database.ts";
import { RANKED_DATASETS, RANKED_FLAGS } from "../../queries/contamination.ts";
import { toNumber, toText } from "../../rows.ts";

/** All flags of a graph of 100,000 datasets are read in some seconds. */
const TIMEOUT_MS = 120_000;

/** Every dataset that has a flag, with its worst one against each benchmark. */
export const readRanked = async (database: Database): Promise<readonly RankedSubject[]> => {
  const options = { timeoutMs: TIMEOUT_MS };
  const [flags, facts] = await Promise.all([
    database.read(RANKED_FLAGS, {}, options),
    database.read(RANKED_DATASETS, {}, options),
  ]);
  const cells = new Map<string, Map<string, RankedCell>>();
  for (const row of flags) {
    const dataset = toText(row["dataset"]);
    const ofDataset = cells.get(dataset) ?? new Map<string, RankedCell>();
    cells.set(dataset, ofDataset);
    const cell = toCell(row);
    const known = ofDataset.get(cell.benchmark);
    if (known === undefined || rankOf(cell.level) < rankOf(known.level)) ofDataset.set(cell.benchmark, cell);
  }
  return facts.flatMap((row) => toSubject(row, cells.get(toText(row["id"]))));
};

const toSubject = (
  row: Row,
  cells: ReadonlyMap<string, RankedCell> | undefined,
): readonly RankedSubject[] => {
  // A flag that came between the two reads is in the next one.
  if (cells === undefined) return [];
  const { domains } = row;
  return [
    {
      id: toText(row["id"]) as RankedSubject["id"],
      state: NODE_STATES.find((state) => state === row["state"]) ?? "mentioned",
      domains: DOMAINS.filter((domain) => Array.isArray(domains) && domains.includes(domain)),
      cells: [...cells.values()],
    },
  ];
};

/** Checked by hand: 300,000 of them through a schema take seconds. */
const toCell = (row: Row): RankedCell => {
  const level = CONTAMINATION_LEVELS.find((one) => one === row["level"]);
  const ground = GROUNDS.find((one) => one === row["ground"]);
  const split = SPLITS.find((one) => one === row["split"]);
  if (level === undefined || ground === undefined) {
    const pair = `${String(row["dataset"])} against ${String(row["benchmark"])}`;
    throw new AppError(`the graph holds no readable flag: ${pair}`, { code: "INTERNAL" });
  }
  return {
    benchmark: toText(row["benchmark"]) as RankedDataset["id"],
    level,
    ground,
    distance: toNumber(row["distance"]),
    confidence: toNumber(row["confidence"]),
    ...(split === undefined ? {} : { split }),
  };
};
