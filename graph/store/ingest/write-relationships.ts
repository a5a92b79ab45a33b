import { AppError } from "../../../schema/errors.ts";
import type { Row, Transaction } from "../../database.ts";
import {
  createRelationships,
  deleteRelationships,
  missingEnds,
  RELATIONSHIPS,
  relationshipsThere,
  setRelationships,
} from "../../queries/ingest.ts";
import type { Ends } from "../../queries/ingest.ts";
import { toNumber, toText } from "../../rows.ts";
import { checkRelationship } from "./check-record.ts";
import { inPropertyColumns, valuesOf } from "./property-columns.ts";
import type { RelationshipRecord } from "../read/read-graph.ts";

/**
 * Writes relationships of the same type between nodes of the same labels. What is there between the same ends is looked for
 * first: to make what is new without a look costs a third less than MERGE, and nobody else writes meanwhile.
 */
export const writeRelationships = async (
  transaction: Transaction,
  records: readonly RelationshipRecord[],
): Promise<void> => {
  const [first] = records;
  if (first === undefined) return;
  const ends = checkRelationship(first);
  const latest = new Map(records.map((record) => [nameOf(record.from.key, record.to.key), record]));
  const there = await typesThere(transaction, ends, records);
  const select = (isWanted: (types: ReadonlySet<string>) => boolean): readonly RelationshipRecord[] =>
    [...latest].flatMap(([name, record]) => (isWanted(there.get(name) ?? NONE) ? [record] : []));
  await remove(
    transaction,
    ends,
    select((types) => types.size > (types.has(ends.type) ? 1 : 0)),
  );
  await create(
    transaction,
    ends,
    select((types) => !types.has(ends.type)),
  );
  await set(
    transaction,
    ends,
    select((types) => types.has(ends.type)),
  );
};

const NONE: ReadonlySet<string> = new Set();

const nameOf = (from: string, to: string): string => `${from}\n${to}`;

/** The types of the kind that are there between two ends, by the ends' names. */
const typesThere = async (
  transaction: Transaction,
  ends: Ends,
  records: readonly RelationshipRecord[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> => {
  const { near } = RELATIONSHIPS[ends.type];
  const keys = [...new Set(records.map((record) => record[near].key))];
  const there = new Map<string, Set<string>>();
  for (const row of await transaction.run(relationshipsThere(ends), { keys })) {
    const name = nameOf(toText(row["from"]), toText(row["to"]));
    there.set(name, (there.get(name) ?? new Set()).add(toText(row["type"])));
  }
  return there;
};

type Write = (transaction: Transaction, ends: Ends, records: readonly RelationshipRecord[]) => Promise<void>;

const remove: Write = async (transaction, ends, records) => {
  if (records.length === 0) return;
  await transaction.run(deleteRelationships(ends), {
    rows: records.map(({ from, to }) => [from.key, to.key]),
  });
};

const create: Write = async (transaction, ends, records) => {
  for (const { names, items } of inPropertyColumns(records)) {
    const rows = toRows(items, names);
    const [answer] = await transaction.run(createRelationships(ends, names), { rows });
    if (answer !== undefined && toNumber(answer["written"]) === rows.length) continue;
    throw missingEnd(ends, (await transaction.run(missingEnds(ends), { rows }))[0]);
  }
};

const set: Write = async (transaction, ends, records) => {
  for (const { names, items } of inPropertyColumns(records)) {
    await transaction.run(setRelationships(ends, names), { rows: toRows(items, names) });
  }
};

const toRows = (records: readonly RelationshipRecord[], names: readonly string[]): readonly unknown[] =>
  records.map((record) => [record.from.key, record.to.key, ...valuesOf(record, names)]);

const missingEnd = (ends: Ends, row: Row | undefined): AppError => {
  const from = toText(row?.["from"]);
  const to = toText(row?.["to"]);
  const lacked = row?.["lacksFrom"] === true ? `${ends.from} ${from}` : `${ends.to} ${to}`;
  return new AppError(
    `relationship ${from} -${ends.type}-> ${to}: neither the records nor the graph have ${lacked}`,
    { code: "INPUT_INVALID", context: { type: ends.type, from, to } },
  );
};
