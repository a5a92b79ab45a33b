import type { ContaminationChange } from "../../../schema/contamination.ts";
import type { FlagProperties, FlagRow } from "../../contamination/flag-row.ts";
import type { Row, Transaction } from "../../database.ts";
import { CREATE_FLAGS, DELETE_FLAGS, FLAG_TYPES, SET_FLAGS } from "../../queries/contamination.ts";
import type { FlagType } from "../../queries/contamination.ts";
import { toText } from "../../rows.ts";

/** Rows of one statement: a list of ids is some hundred bytes a row. */
const BATCH = 5_000;

export interface FlagUpdate {
  readonly stored: readonly FlagRow[];
  readonly found: readonly FlagRow[];
  readonly now: Date;
}

/** Makes the stored flags what was found. A flag that stays as it is keeps its time. */
export const writeFlags = async (
  transaction: Transaction,
  { stored, found, now }: FlagUpdate,
): Promise<ContaminationChange> => {
  const { added, changed, removed } = compareFlags(stored, found);
  const computedAt = now.toISOString();
  const dated = (rows: readonly FlagRow[]): readonly FlagRow[] =>
    rows.map((row) => ({ ...row, properties: { ...row.properties, computedAt } }));
  await writeByType(transaction, DELETE_FLAGS, removed);
  await writeByType(transaction, CREATE_FLAGS, dated(added));
  await writeByType(transaction, SET_FLAGS, dated(changed));
  return { added: added.length, changed: changed.length, removed: removed.length };
};

interface Difference {
  readonly added: readonly FlagRow[];
  readonly changed: readonly FlagRow[];
  readonly removed: readonly FlagRow[];
}

export const compareFlags = (stored: readonly FlagRow[], found: readonly FlagRow[]): Difference => {
  const before = new Map(stored.map((row) => [keyOf(row), row]));
  const added: FlagRow[] = [];
  const changed: FlagRow[] = [];
  for (const row of found) {
    const key = keyOf(row);
    const known = before.get(key);
    before.delete(key);
    if (known === undefined) added.push(row);
    else if (!isSame(known.properties, row.properties)) changed.push(row);
  }
  return { added, changed, removed: [...before.values()] };
};

const keyOf = ({ dataset, benchmark, type }: FlagRow): string => `${type}\n${dataset}\n${benchmark}`;

const isSame = (one: FlagProperties, other: FlagProperties): boolean => {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  names.delete("computedAt");
  return [...names].every((name) => {
    const [left, right] = [one, other].map((each) => (each as unknown as Record<string, unknown>)[name]);
    if (!Array.isArray(left) || !Array.isArray(right)) return left === right;
    return left.length === right.length && left.every((value, index) => value === right[index]);
  });
};

/** Reads flags as stored; what a person or another program made of them shows in a comparison. */
export const toStoredFlag = (row: Row): FlagRow => ({
  dataset: toText(row["dataset"]),
  benchmark: toText(row["benchmark"]),
  type: FLAG_TYPES.find((type) => type === row["type"]) ?? "CONTAMINATED_BY",
  properties: row["properties"] as unknown as FlagProperties,
});

const writeByType = async (
  transaction: Transaction,
  statements: Readonly<Record<FlagType, string>>,
  rows: readonly FlagRow[],
): Promise<void> => {
  for (const type of FLAG_TYPES) {
    const ofType = rows.filter((row) => row.type === type);
    for (let start = 0; start < ofType.length; start += BATCH) {
      await transaction.run(statements[type], { rows: ofType.slice(start, start + BATCH) });
    }
  }
};
