import type { EdgeDetail } from "../../../schema/api.ts";
import { CONTAMINATION_LEVELS } from "../../../schema/contamination-level.ts";
import type {
  BenchmarkReach,
  ContaminationFlag,
  ContaminationReport,
} from "../../../schema/contamination.ts";
import type { EdgeId } from "../../../schema/ids.ts";
import { edgeLabel, evidenceLines } from "./edge-lines.ts";
import type { NodeState } from "../../../schema/vocabulary.ts";
import { toCounted, toLine } from "./text.ts";

/** "openai/gsm8k  2 declared, 14 inherited" */
export const benchmarkLine = ({ id, node, levels }: BenchmarkReach): string => {
  const counts = CONTAMINATION_LEVELS.flatMap((level) =>
    levels[level] === undefined ? [] : [`${levels[level]} ${toWords(level)}`],
  );
  const under = node === id ? "" : ` (here ${node})`;
  return `${id}${under}  ${counts.length === 0 ? "nobody" : counts.join(", ")}`;
};

/** "inherited, from a declared use, test split, 3 steps, confidence 0.81" */
export const flagLine = (flag: ContaminationFlag): string =>
  [
    toWords(flag.level),
    ...(flag.otherwise === undefined ? [] : [`${flag.otherwise} otherwise`]),
    ...originOf(flag),
    flag.split === undefined ? "split unknown" : `${flag.split} split`,
    toCounted(flag.distance, "step"),
    `confidence ${flag.confidence.toFixed(2)}`,
  ].join(", ");

const originOf = ({ level, otherwise, strongestGround }: ContaminationFlag): readonly string[] =>
  (otherwise ?? level) === strongestGround ? [] : [`from a ${strongestGround} use`];

const toWords = (level: string): string => level.replaceAll("-", " ");

/** A dataset's flags, each with the quotes along its way. */
export const reportLines = ({ items, edges }: ContaminationReport): readonly string[] => {
  const byId = new Map(edges.map((detail) => [detail.edge.id, detail]));
  return items.flatMap((flag, index) => [
    ...(index === 0 ? [] : [""]),
    `${flag.benchmark}  ${flagLine(flag)}`,
    ...clearingLines(flag, byId),
    ...wayLines(flag.path, byId),
    ...(isSame(flag.path, flag.strongest) ? [] : ["  likeliest way:", ...wayLines(flag.strongest, byId)]),
  ]);
};

/** Why the absence of a flag says nothing of this dataset; undefined when its documents were read. */
export const unreadNote = ({
  state,
  stateReason,
  publishedOnly,
}: Pick<ContaminationReport, "state" | "stateReason" | "publishedOnly">): string | undefined => {
  if (state === "traced") return undefined;
  if (publishedOnly) return "its documents were never read: known from a publication only, not traced";
  const reason = stateReason === undefined ? "" : `, ${toLine(stateReason)}`;
  return `its documents were never read: ${STATE_WORDS[state] ?? state}${reason}`;
};

const STATE_WORDS: Partial<Record<NodeState, string>> = {
  mentioned: "other documents name it, no trace went to it",
  frontier: "it waits to be traced",
  terminal: "terminal, off the Hub or before the date cut",
};

const isSame = (one: readonly EdgeId[], other: readonly EdgeId[]): boolean => one.join() === other.join();

const clearingLines = (
  { clearings }: ContaminationFlag,
  byId: ReadonlyMap<EdgeId, EdgeDetail>,
): readonly string[] =>
  linesOf(clearings, byId, ({ edge }) => `${edge.from} says that it was cleaned of ${edge.to}`);

const wayLines = (way: readonly EdgeId[], byId: ReadonlyMap<EdgeId, EdgeDetail>): readonly string[] =>
  linesOf(way, byId, ({ edge }) => `${edge.from} <- ${edge.to}  ${edgeLabel(edge)}`);

const linesOf = (
  ids: readonly EdgeId[],
  byId: ReadonlyMap<EdgeId, EdgeDetail>,
  title: (detail: EdgeDetail) => string,
): readonly string[] =>
  ids.flatMap((id) => {
    const detail = byId.get(id);
    if (detail === undefined) return [`  edge ${id} is gone; a recompute will find another way`];
    return [`  ${title(detail)}`, ...evidenceLines(detail).map((line) => `  ${line}`)];
  });
