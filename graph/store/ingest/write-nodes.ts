import type { Transaction } from "../../database.ts";
import { createNodes, nodesThere, setNodes } from "../../queries/ingest.ts";
import { toText } from "../../rows.ts";
import { checkNode } from "./check-record.ts";
import { inPropertyColumns, valuesOf } from "./property-columns.ts";
import type { NodeRecord } from "../read/read-graph.ts";

/** Writes nodes of the same labels: makes those that are not there, and sets the given properties of the others. */
export const writeNodes = async (transaction: Transaction, records: readonly NodeRecord[]): Promise<void> => {
  const [first] = records;
  if (first === undefined) return;
  const group = checkNode(first);
  const merged = mergeSameKeys(records);
  const rows = await transaction.run(nodesThere(group.label), { keys: [...merged.keys()] });
  const there = new Set(rows.map((row) => toText(row["key"])));
  const created = [...merged.values()].filter(({ key }) => !there.has(key));
  for (const { names, items } of inPropertyColumns(created)) {
    await transaction.run(createNodes(group, names), { rows: items.map((item) => valuesOf(item, names)) });
  }
  const changed = [...merged.values()].filter(({ key }) => there.has(key));
  if (changed.length === 0) return;
  await transaction.run(setNodes(group), { rows: changed.map(({ key, properties }) => [key, properties]) });
};

/** Of a node that is given twice, what came later wins. */
const mergeSameKeys = (records: readonly NodeRecord[]): ReadonlyMap<string, NodeRecord> => {
  const merged = new Map<string, NodeRecord>();
  for (const record of records) {
    const before = merged.get(record.key);
    const properties = { ...before?.properties, ...record.properties };
    merged.set(record.key, before === undefined ? record : { ...record, properties });
  }
  return merged;
};
