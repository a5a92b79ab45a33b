import { AppError } from "../../schema/errors.ts";
import type { Value } from "../database.ts";
import { NODE_KEYS } from "../queries/constraints.ts";
import { EXTRA_LABELS, RELATIONSHIP_KEYS } from "../queries/ingest.ts";
import type { ExtraLabel, RelationshipType } from "../queries/ingest.ts";
import type { GraphRecord, NodeRecord, NodeReference, RelationshipRecord } from "./read-graph.ts";

/** The record in words, for a message. */
export const nameOfRecord = (record: GraphRecord): string =>
  record.kind === "node"
    ? `node ${record.label} ${record.key}`
    : `relationship ${record.from.key} -${record.type}-> ${record.to.key}`;

export const invalidRecord = (record: GraphRecord, reason: string): AppError =>
  new AppError(`${nameOfRecord(record)}: ${reason}`, { code: "INPUT_INVALID" });

/**
 * Labels and types stand in a statement's text, so nothing but the known ones comes through. Fails with INPUT_INVALID. Gives the
 * labels that the node carries beside its key label, in order.
 */
export const checkNode = (record: NodeRecord): readonly ExtraLabel[] => {
  if (!Object.hasOwn(NODE_KEYS, record.label)) throw invalidRecord(record, "the label is not known");
  const foreign = record.labels.find((label) => label !== record.label && !isExtraLabel(label));
  if (foreign !== undefined) throw invalidRecord(record, `the label ${foreign} is not known`);
  const key = record.properties[NODE_KEYS[record.label]];
  if (key !== record.key || record.key === "") {
    throw invalidRecord(record, `its property ${NODE_KEYS[record.label]} is not its key`);
  }
  refuseUnstorable(record);
  return record.labels.filter(isExtraLabel).sort();
};

/** Fails with INPUT_INVALID; the type is one of ours afterwards. */
export const checkRelationship = (record: RelationshipRecord): RelationshipType => {
  if (!isRelationshipType(record.type)) throw invalidRecord(record, "the type is not known");
  refuseUnknownEnd(record, record.from);
  refuseUnknownEnd(record, record.to);
  const lacking = RELATIONSHIP_KEYS[record.type].find((key) => typeof record.properties[key] !== "string");
  if (lacking !== undefined) throw invalidRecord(record, `its property ${lacking} is missing`);
  refuseUnstorable(record);
  return record.type;
};

const refuseUnknownEnd = (record: RelationshipRecord, end: NodeReference): void => {
  if (!Object.hasOwn(NODE_KEYS, end.label)) throw invalidRecord(record, "the label of an end is not known");
};

const isExtraLabel = (label: string): label is ExtraLabel => EXTRA_LABELS.some((one) => one === label);

const isRelationshipType = (type: string): type is RelationshipType => Object.hasOwn(RELATIONSHIP_KEYS, type);

/** The engines store single values and lists of one kind; what only one of them would take is refused on both. */
const refuseUnstorable = (record: GraphRecord): void => {
  for (const [name, value] of Object.entries(record.properties)) {
    if (!isStorable(value)) {
      throw invalidRecord(record, `its property ${name} is neither a plain value nor a list of one kind`);
    }
  }
};

const isStorable = (value: Value): boolean => {
  if (!Array.isArray(value)) return value === null || isSingle(value);
  const kind = typeof value[0];
  return value.every((one) => isSingle(one) && typeof one === kind);
};

const isSingle = (value: unknown): boolean =>
  typeof value === "string" || typeof value === "boolean" || Number.isFinite(value);
