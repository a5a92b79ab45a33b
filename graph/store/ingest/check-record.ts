import { AppError } from "../../../schema/errors.ts";
import type { Value } from "../../database.ts";
import { NODE_KEYS } from "../../queries/constraints.ts";
import { EXTRA_LABELS, RELATIONSHIPS } from "../../queries/ingest.ts";
import type { Ends, ExtraLabel, NodeGroup, RelationshipType } from "../../queries/ingest.ts";
import type { GraphRecord, NodeRecord, NodeReference, RelationshipRecord } from "../read/read-graph.ts";

/** Property names stand in a statement's text. */
const PROPERTY_NAME = /^[A-Za-z][A-Za-z0-9_]{0,63}$/;

/**
 * What a node is written by. Labels stand in a statement's text, so nothing but the known ones comes through.
 * Fails with INPUT_INVALID, naming the record.
 */
export const checkNode = (record: NodeRecord): NodeGroup => {
  const { label, labels, key, properties } = record;
  if (!Object.hasOwn(NODE_KEYS, label)) throw invalidRecord(record, "its label is not known");
  const foreign = labels.find((one) => one !== label && !isExtraLabel(one));
  if (foreign !== undefined) throw invalidRecord(record, `its label ${foreign} is not known`);
  if (properties[NODE_KEYS[label]] !== key || key === "") {
    throw invalidRecord(record, `its property ${NODE_KEYS[label]} is not its key`);
  }
  refuseUnstorable(record);
  return { label, extra: labels.filter(isExtraLabel).sort() };
};

/** What a relationship is written by; as with nodes. */
export const checkRelationship = (record: RelationshipRecord): Ends => {
  const { type, from, to } = record;
  if (!isRelationshipType(type)) throw invalidRecord(record, "its type is not known");
  refuseUnknownEnd(record, from);
  refuseUnknownEnd(record, to);
  refuseUnstorable(record);
  return { type, from: from.label, to: to.label };
};

const refuseUnknownEnd = (record: RelationshipRecord, end: NodeReference): void => {
  if (!Object.hasOwn(NODE_KEYS, end.label)) throw invalidRecord(record, "the label of an end is not known");
};

const isExtraLabel = (label: string): label is ExtraLabel => EXTRA_LABELS.some((one) => one === label);

const isRelationshipType = (type: string): type is RelationshipType => Object.hasOwn(RELATIONSHIPS, type);

/** The engines store single values and lists of one kind; what only one of them would take is refused on both. */
const refuseUnstorable = (record: GraphRecord): void => {
  for (const [name, value] of Object.entries(record.properties)) {
    if (!PROPERTY_NAME.test(name)) {
      throw invalidRecord(record, `${JSON.stringify(name)} is no property name`);
    }
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

const invalidRecord = (record: GraphRecord, reason: string): AppError => {
  const name =
    record.kind === "node"
      ? `node ${record.label} ${record.key}`
      : `relationship ${record.from.key} -${record.type}-> ${record.to.key}`;
  return new AppError(`${name}: ${reason}`, { code: "INPUT_INVALID" });
};
