import type { z } from "zod";
import { Calibrated } from "../schema/calibrated.ts";
import { Alias, Dataset } from "../schema/dataset.ts";
import { Contradiction, Decision } from "../schema/decision.ts";
import { Document } from "../schema/document.ts";
import { Edge, Evidence, Origin, Signals } from "../schema/edge.ts";
import { AppError } from "../schema/errors.ts";
import { SavedView } from "../schema/saved-view.ts";
import { Budget, Trace, TraceSummary } from "../schema/trace.ts";
import type { Status } from "../schema/vocabulary.ts";
import type { Row, Value } from "./database.ts";

/** What the graph stores of a node or relationship: plain values and lists of them; maps are JSON texts. */
export type Properties = Readonly<Record<string, unknown>>;

/** A derivation's status is its relationship's type, so that a walk may follow one status and prune. */
export const DERIVATION_TYPES = {
  accepted: "DERIVED_FROM",
  flagged: "MAY_DERIVE_FROM",
  rejected: "NOT_DERIVED_FROM",
} as const satisfies Record<Status, string>;

export type EdgeType = (typeof DERIVATION_TYPES)[Status] | "MADE_WITH" | "CLEARED_AGAINST";

export const typeOfEdge = (edge: Edge): EdgeType => {
  if (edge.kind === "model-use") return "MADE_WITH";
  return edge.kind === "clearing" ? "CLEARED_AGAINST" : DERIVATION_TYPES[edge.status];
};

/** A dataset as stored. `visited`: a trace has looked at it itself, so that what others say of its state no longer counts. */
export interface StoredDataset {
  readonly dataset: Dataset;
  readonly visited: boolean;
}

export const toDataset = (properties: Value | undefined): Dataset => parse(Dataset, properties, "dataset");

/** Undefined for a node that was only just made and has nothing but its id. */
export const toStoredDataset = (properties: Value | undefined): StoredDataset | undefined => {
  const map = asMap(properties);
  if (map["state"] === undefined || map["state"] === null) return undefined;
  return { dataset: toDataset(map), visited: map["visited"] === true };
};

export const fromStoredDataset = ({ dataset, visited }: StoredDataset): Properties => ({
  ...withoutAbsent(dataset),
  // Written over what was there: a state without a reason must not keep that of the state before.
  stateReason: dataset.stateReason ?? null,
  visited,
});

const STATUS_OF_TYPE: ReadonlyMap<string, string> = new Map(
  Object.entries(DERIVATION_TYPES).map(([status, type]) => [type, status]),
);

/** Reads an edge from a row with `type`, `from`, `to` and `properties`. Filled field by field: a walk reads hundreds, and copies cost more than the check. */
export const toEdge = (row: Row): Edge => {
  const edge: Record<string, unknown> = {};
  const properties = asMap(row["properties"]);
  for (const name in properties) if (properties[name] !== null) edge[name] = properties[name];
  const status = STATUS_OF_TYPE.get(toText(row["type"]));
  if (status === undefined) edge["kind"] = row["type"] === "MADE_WITH" ? "model-use" : "clearing";
  else Object.assign(edge, { kind: "derivation", status });
  edge["from"] = row["from"];
  edge["to"] = row["to"];
  edge["signals"] = parseJson(edge["signals"]);
  if (edge["origin"] !== undefined) edge["origin"] = parseJson(edge["origin"]);
  if (edge["decision"] !== undefined) edge["decision"] = parseJson(edge["decision"]);
  if (edge["contradicted"] !== undefined) edge["contradicted"] = parseJson(edge["contradicted"]);
  if (edge["calibrated"] !== undefined) edge["calibrated"] = parseJson(edge["calibrated"]);
  return parse(Edge, edge, "edge");
};

export const fromEdge = (edge: Edge): Properties => {
  const { kind, from: _from, to: _to, status, signals, decision, contradicted, calibrated, ...rest } = edge;
  const stored = {
    ...withoutAbsent(rest),
    signals: JSON.stringify(Signals.parse(signals)),
    ...(decision === undefined ? {} : { decision: JSON.stringify(Decision.parse(decision)) }),
    ...(contradicted === undefined
      ? {}
      : { contradicted: JSON.stringify(Contradiction.parse(contradicted)) }),
    ...(calibrated === undefined ? {} : { calibrated: JSON.stringify(Calibrated.parse(calibrated)) }),
  };
  if (kind !== "derivation") return { ...stored, status };
  return edge.origin === undefined
    ? stored
    : { ...stored, origin: JSON.stringify(Origin.parse(edge.origin)) };
};

export const toEvidence = (properties: Value | undefined): Evidence => {
  const { start, end, ...rest } = asMap(properties);
  return parse(Evidence, { ...withoutNull(rest), span: { start, end } }, "evidence");
};

/** `from` is the id of the edge's derived dataset, by which an edge is found again without a scan of all edges. */
export const fromEvidence = (evidence: Evidence, from: string): Properties => {
  const { span, ...rest } = evidence;
  return { ...withoutAbsent(rest), start: span.start, end: span.end, from };
};

export const toDocument = (properties: Value | undefined): Document =>
  parse(Document, withoutNull(asMap(properties)), "document");

export const fromDocument = (document: Document): Properties => withoutAbsent(document);

export const toAlias = (row: Row): Alias => parse(Alias, row, "alias");

export const toTrace = (properties: Value | undefined): Trace => {
  const { budget, summary, ...rest } = withoutNull(asMap(properties));
  const trace = {
    ...rest,
    budget: parseJson(budget),
    ...(summary === undefined ? {} : { summary: parseJson(summary) }),
  };
  return parse(Trace, trace, "trace");
};

/** Absent fields are null, so that a trace that goes on loses the end that it had. */
export const fromTrace = (trace: Trace): Properties => {
  const { budget, summary, ...rest } = trace;
  return {
    ...rest,
    budget: JSON.stringify(Budget.parse(budget)),
    endedAt: rest.endedAt ?? null,
    endReason: rest.endReason ?? null,
    summary: summary === undefined ? null : JSON.stringify(TraceSummary.parse(summary)),
  };
};

export const toSavedView = (properties: Value | undefined): SavedView =>
  parse(SavedView, withoutNull(asMap(properties)), "saved view");

/** A note that is absent is null, so that a change can take it away. */
export const fromSavedView = ({ note, ...rest }: SavedView): Properties => ({ ...rest, note: note ?? null });

export const toNumber = (value: Value | undefined): number => {
  if (typeof value !== "number") throw unreadable("number", value);
  return value;
};

export const toText = (value: Value | undefined): string => {
  if (typeof value !== "string") throw unreadable("text", value);
  return value;
};

const parse = <Schema extends z.ZodType>(schema: Schema, value: unknown, what: string): z.output<Schema> => {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw unreadable(what, value, parsed.error);
  return parsed.data;
};

const unreadable = (what: string, value: unknown, cause?: unknown): AppError =>
  new AppError(`the graph holds no readable ${what}: ${JSON.stringify(value)?.slice(0, 300)}`, {
    code: "INTERNAL",
    cause,
  });

const asMap = (value: Value | undefined): { readonly [key: string]: Value } => {
  if (value === null || typeof value !== "object" || Array.isArray(value)) throw unreadable("map", value);
  return value as { readonly [key: string]: Value };
};

const parseJson = (value: unknown): unknown => {
  if (typeof value !== "string") throw unreadable("JSON text", value);
  return JSON.parse(value);
};

const withoutNull = (map: { readonly [key: string]: Value }): { readonly [key: string]: Value } =>
  Object.fromEntries(Object.entries(map).filter(([, value]) => value !== null));

const withoutAbsent = (map: object): Properties =>
  Object.fromEntries(Object.entries(map).filter(([, value]) => value !== undefined));
