import { DIRECTIONS, PATH_KINDS } from "../../../schema/query-choices.ts";
import { isDatasetId, isEdgeId, isEvidenceId, isSha256, isTraceId } from "../../../schema/id-text.ts";
import type { DatasetId } from "../../../schema/ids.ts";
import { RELATIONS, STATUSES } from "../../../schema/vocabulary.ts";
import { formatRanking, parseRanking } from "./contamination/ranking-view.ts";
import { formatFilters, parseFilters } from "./filter-state.ts";
import { formatReview, parseReview } from "./review/review-view.ts";
import { formatPlace, parsePlace } from "./whole-graph/graph-place.ts";
import { NODE_KINDS } from "./node-kind.ts";
import { toQueryValue } from "./to-query-value.ts";
import {
  type CameraState,
  CYPHER_RESULTS,
  type CypherState,
  DEFAULT_VIEW,
  FOCUSES,
  LAYOUTS,
  PAGES,
  type Page,
  type Selection,
  SHADES,
  type ViewState,
} from "./view-state.ts";

const MAX_DEPTH = 30;
const MAX_OTHERS = 7;
/** Beyond any drawing; from farther away the canvas cannot even tell where it is. A camera out there is none. */
const FARTHEST_PX = 10_000_000;
const SMALLEST_RATIO = 0.001;
const LARGEST_RATIO = 1_000;
export const EMBED_PATH = "/embed";

/**
 * Reads a view from an address, `/path?query`. What cannot be read falls back to its default, so that a link
 * never leads to a broken page.
 */
export const parseView = (address: string): ViewState => {
  const [path = "/", ...rest] = address.split("?");
  const query = new URLSearchParams(rest.join("?"));
  const text = (name: string) => query.get(name) ?? undefined;
  const without = list(text("without"), [...RELATIONS, ...NODE_KINDS]);
  const depth = Number(text("depth") ?? DEFAULT_VIEW.depth);
  const statuses = list(text("status"), STATUSES);
  const targets = ids(query.getAll("dataset"));
  const sha256 = idOr(isSha256, text("document"));
  const evidence = idOr(isEvidenceId, text("evidence"));
  return {
    page: pageOf(path),
    isEmbedded: path === EMBED_PATH,
    others: targets.slice(1, 1 + MAX_OTHERS),
    direction: oneOf(text("direction"), DIRECTIONS, DEFAULT_VIEW.direction),
    depth: Number.isInteger(depth) && depth >= 1 && depth <= MAX_DEPTH ? depth : DEFAULT_VIEW.depth,
    expansions: [
      ...ids(query.getAll("up")).map((id) => ({ id, direction: "upstream" }) as const),
      ...ids(query.getAll("down")).map((id) => ({ id, direction: "downstream" }) as const),
    ],
    openGroups: query.getAll("open"),
    statuses: statuses.length > 0 ? statuses : DEFAULT_VIEW.statuses,
    hiddenRelations: RELATIONS.filter((relation) => without.includes(relation)),
    hiddenKinds: NODE_KINDS.filter((kind) => without.includes(kind)),
    filters: parseFilters(query),
    foldsFilters: text("filters") === "0",
    hiddenDatasets: ids(query.getAll("hide")),
    onlyDatasets: ids(query.getAll("only")),
    chosen: ids(query.getAll("chosen")),
    showModels: text("models") === "1",
    layout: oneOf(text("layout"), LAYOUTS, DEFAULT_VIEW.layout),
    shade: oneOf(text("shade"), SHADES, DEFAULT_VIEW.shade),
    focus: oneOf(text("focus"), FOCUSES, DEFAULT_VIEW.focus),
    pathKind: oneOf(text("paths"), PATH_KINDS, DEFAULT_VIEW.pathKind),
    showTable: text("table") === "1",
    benchmarks: ids(query.getAll("benchmark")),
    ranking: parseRanking(query),
    review: parseReview(query),
    place: parsePlace(query),
    ...defined({
      root: targets[0],
      rejectedOf: idOr(isDatasetId, text("rejected")),
      camera: cameraFrom(text("camera")),
      selection: selectionFrom(text("node"), text("edge")),
      pathTo: idOr(isDatasetId, text("to")),
      document: sha256 && { sha256, ...(evidence !== undefined && { evidence }) },
      trace: idOr(isTraceId, text("trace")),
      withdrawn: idOr(isDatasetId, text("withdrawn")),
      cypher: cypherFrom(query),
    }),
  };
};

/** Writes a view as an address, "/" for the start page. Defaults are left out. */
export const formatView = (view: ViewState): string => {
  const parts: (readonly [string, string | undefined])[] = [
    ["dataset", view.root],
    ...(view.root === undefined ? [] : view.others.map((id) => ["dataset", id] as const)),
    ["direction", unless(view.direction, DEFAULT_VIEW.direction)],
    ["depth", unless(String(view.depth), String(DEFAULT_VIEW.depth))],
    ...view.expansions.map(({ id, direction }) => [direction === "upstream" ? "up" : "down", id] as const),
    ...view.openGroups.map((group) => ["open", group] as const),
    ["status", sameSet(view.statuses, DEFAULT_VIEW.statuses) ? undefined : inOrder(view.statuses).join(",")],
    ["without", [...view.hiddenRelations, ...view.hiddenKinds].join(",") || undefined],
    ...formatFilters(view.filters),
    ["filters", view.foldsFilters ? "0" : undefined],
    ["rejected", view.rejectedOf],
    ...view.hiddenDatasets.map((id) => ["hide", id] as const),
    ...view.onlyDatasets.map((id) => ["only", id] as const),
    ["models", view.showModels ? "1" : undefined],
    ["layout", unless(view.layout, DEFAULT_VIEW.layout)],
    ["shade", unless(view.shade, DEFAULT_VIEW.shade)],
    ["camera", view.camera && [view.camera.x, view.camera.y, view.camera.ratio].join(",")],
    ["node", view.selection?.kind === "dataset" ? view.selection.id : undefined],
    ["edge", view.selection?.kind === "edge" ? view.selection.id : undefined],
    ...view.chosen.map((id) => ["chosen", id] as const),
    ["focus", unless(view.focus, DEFAULT_VIEW.focus)],
    ["to", view.pathTo],
    ["paths", unless(view.pathKind, DEFAULT_VIEW.pathKind)],
    ["document", view.document?.sha256],
    ["evidence", view.document?.evidence],
    ["trace", view.trace],
    ["table", view.showTable ? "1" : undefined],
    ...view.benchmarks.map((id) => ["benchmark", id] as const),
    ...formatRanking(view.ranking),
    ["withdrawn", view.withdrawn],
    ...formatCypher(view.cypher),
    ...formatReview(view.review),
    ...formatPlace(view.place),
  ];
  const query = parts
    .filter((part): part is [string, string] => part[1] !== undefined)
    .map(([name, value]) => `${name}=${readable(value)}`)
    .join("&");
  return `${pathOf(view)}${query === "" ? "" : `?${query}`}`;
};

const unless = (value: string, usual: string): string | undefined => (value === usual ? undefined : value);

const pageOf = (path: string): Page => PAGES.find((page) => path === `/${page}`) ?? "explore";

const pathOf = ({ page, isEmbedded }: ViewState): string => {
  if (isEmbedded) return EMBED_PATH;
  return page === "explore" ? "/" : `/${page}`;
};

const cypherFrom = (query: URLSearchParams): CypherState | undefined => {
  const text = query.get("query");
  if (text === null) return undefined;
  const saved = query.get("saved") ?? undefined;
  const pairs = query.getAll("param").map((pair) => pair.split("="));
  return {
    text,
    ...(saved !== undefined && { saved }),
    parameters: Object.fromEntries(pairs.map(([name = "", ...value]) => [name, value.join("=")])),
    result: oneOf(query.get("result") ?? undefined, CYPHER_RESULTS, "table"),
  };
};

const formatCypher = (cypher: CypherState | undefined): (readonly [string, string | undefined])[] =>
  cypher === undefined
    ? []
    : [
        ["query", cypher.text],
        ["saved", cypher.saved],
        ...Object.entries(cypher.parameters).map(([name, value]) => ["param", `${name}=${value}`] as const),
        ["result", cypher.result === "table" ? undefined : cypher.result],
      ];

const cameraFrom = (text: string | undefined): CameraState | undefined => {
  const [x, y, ratio, ...rest] = (text ?? "").split(",").map((part) => (part === "" ? NaN : Number(part)));
  if (x === undefined || y === undefined || ratio === undefined || rest.length > 0) return undefined;
  const isInReach = Math.abs(x) <= FARTHEST_PX && Math.abs(y) <= FARTHEST_PX;
  const isSeen = ratio >= SMALLEST_RATIO && ratio <= LARGEST_RATIO;
  return isInReach && isSeen ? { x, y, ratio } : undefined;
};

/** Slashes, colons and commas need no escape in a query: ids stay readable in a link. */
const readable = (value: string): string =>
  toQueryValue(value).replaceAll("%2F", "/").replaceAll("%3A", ":").replaceAll("%2C", ",");

const inOrder = (statuses: ViewState["statuses"]) => STATUSES.filter((status) => statuses.includes(status));

const sameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((item) => other.includes(item));

const list = <Item extends string>(text: string | undefined, allowed: readonly Item[]): readonly Item[] => {
  const words = text?.split(",") ?? [];
  return allowed.filter((item) => words.includes(item));
};

const oneOf = <Item extends string>(text: string | undefined, items: readonly Item[], usual: Item): Item =>
  items.find((item) => item === text) ?? usual;

const ids = (texts: readonly string[]): readonly DatasetId[] => [...new Set(texts.filter(isDatasetId))];

const idOr = <Id extends string>(
  isId: (text: unknown) => text is Id,
  text: string | undefined,
): Id | undefined => (isId(text) ? text : undefined);

const selectionFrom = (node: string | undefined, edge: string | undefined): Selection | undefined => {
  const edgeId = idOr(isEdgeId, edge);
  if (edgeId !== undefined) return { kind: "edge", id: edgeId };
  const nodeId = idOr(isDatasetId, node);
  return nodeId === undefined ? undefined : { kind: "dataset", id: nodeId };
};

type Defined<Fields> = { readonly [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

/** Without the fields that are not there: an absent field and an undefined one are not the same to a comparison. */
const defined = <Fields extends object>(fields: Fields): Defined<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<Fields>;
