import type { z } from "zod";
import { DIRECTIONS } from "../../../schema/api.ts";
import { DatasetId, EdgeId, EvidenceId, Sha256, TraceId } from "../../../schema/ids.ts";
import { RELATIONS, STATUSES } from "../../../schema/vocabulary.ts";
import { NODE_KINDS } from "./node-kind.ts";
import { DEFAULT_VIEW, type Selection, type ViewState } from "./view-state.ts";

const MAX_DEPTH = 30;

/**
 * Reads a view from a query string. What cannot be read falls back to its default, so that a link never
 * leads to a broken page.
 */
export const parseView = (search: string): ViewState => {
  const query = new URLSearchParams(search);
  const text = (name: string) => query.get(name) ?? undefined;
  const without = list(text("without"), [...RELATIONS, ...NODE_KINDS]);
  const depth = Number(text("depth") ?? DEFAULT_VIEW.depth);
  const statuses = list(text("status"), STATUSES);
  const root = idOr(DatasetId, text("dataset"));
  const selection = selectionFrom(text("node"), text("edge"));
  const sha256 = idOr(Sha256, text("document"));
  const evidence = idOr(EvidenceId, text("evidence"));
  const trace = idOr(TraceId, text("trace"));
  return {
    ...(root !== undefined && { root }),
    direction: DIRECTIONS.find((one) => one === text("direction")) ?? DEFAULT_VIEW.direction,
    depth: Number.isInteger(depth) && depth >= 1 && depth <= MAX_DEPTH ? depth : DEFAULT_VIEW.depth,
    statuses: statuses.length > 0 ? statuses : DEFAULT_VIEW.statuses,
    hiddenRelations: RELATIONS.filter((relation) => without.includes(relation)),
    hiddenKinds: NODE_KINDS.filter((kind) => without.includes(kind)),
    showModels: text("models") === "1",
    ...(selection !== undefined && { selection }),
    ...(sha256 !== undefined && { document: { sha256, ...(evidence !== undefined && { evidence }) } }),
    ...(trace !== undefined && { trace }),
    showTable: text("table") === "1",
  };
};

/** Writes a view as a query string with its question mark, or "" for the start page. Defaults are left out. */
export const formatView = (view: ViewState): string => {
  const parts: [string, string | undefined][] = [
    ["dataset", view.root],
    ["direction", view.direction === DEFAULT_VIEW.direction ? undefined : view.direction],
    ["depth", view.depth === DEFAULT_VIEW.depth ? undefined : String(view.depth)],
    ["status", sameSet(view.statuses, DEFAULT_VIEW.statuses) ? undefined : inOrder(view.statuses).join(",")],
    ["without", [...view.hiddenRelations, ...view.hiddenKinds].join(",") || undefined],
    ["models", view.showModels ? "1" : undefined],
    ["node", view.selection?.kind === "dataset" ? view.selection.id : undefined],
    ["edge", view.selection?.kind === "edge" ? view.selection.id : undefined],
    ["document", view.document?.sha256],
    ["evidence", view.document?.evidence],
    ["trace", view.trace],
    ["table", view.showTable ? "1" : undefined],
  ];
  const query = parts
    .filter((part): part is [string, string] => part[1] !== undefined)
    .map(([name, value]) => `${name}=${readable(value)}`)
    .join("&");
  return query === "" ? "" : `?${query}`;
};

/** Slashes, colons and commas need no escape in a query: ids stay readable in a link. */
const readable = (value: string): string =>
  encodeURIComponent(value).replaceAll("%2F", "/").replaceAll("%3A", ":").replaceAll("%2C", ",");

const inOrder = (statuses: ViewState["statuses"]) => STATUSES.filter((status) => statuses.includes(status));

const sameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((item) => other.includes(item));

const list = <Item extends string>(text: string | undefined, allowed: readonly Item[]): readonly Item[] => {
  const words = text?.split(",") ?? [];
  return allowed.filter((item) => words.includes(item));
};

const idOr = <Schema extends z.ZodType>(schema: Schema, text: string | undefined) => {
  const parsed = schema.safeParse(text);
  return parsed.success ? parsed.data : undefined;
};

const selectionFrom = (node: string | undefined, edge: string | undefined): Selection | undefined => {
  const edgeId = idOr(EdgeId, edge);
  if (edgeId !== undefined) return { kind: "edge", id: edgeId };
  const nodeId = idOr(DatasetId, node);
  return nodeId === undefined ? undefined : { kind: "dataset", id: nodeId };
};
