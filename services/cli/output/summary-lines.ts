import type { TraceSummary, TraceState } from "../../../schema/trace.ts";
import { toCount, toCounted, toDuration } from "./text.ts";

interface End {
  readonly state: TraceState;
  readonly reason?: string | undefined;
  readonly summary: TraceSummary;
}

const HEADINGS = {
  running: "Running",
  finished: "Finished",
  stopped: "Stopped",
  "budget-reached": "Budget reached",
  failed: "Failed",
} as const satisfies Record<TraceState, string>;

/** What a trace did, as a small table of plain lines. */
export const summaryLines = ({ state, reason, summary }: End): readonly string[] => {
  const { edges } = summary;
  const rows: readonly (readonly [string, string])[] = [
    ["datasets", toTally(summary.datasets)],
    [
      "edges",
      `${toCount(edges.accepted)} accepted, ${toCount(edges.flagged)} flagged, ${toCount(edges.rejected)} rejected`,
    ],
    ["rejected", toTally(summary.rejectedByReason)],
    [
      "models",
      `${toCounted(summary.modelUses, "use")}, ${toCounted(summary.clearings, "clearing statement")}`,
    ],
    ["documents", toCount(summary.documents)],
    ["requests", toTally(summary.requestsByHost)],
    ["model calls", toCalls(summary)],
    ["time", toDuration(summary.elapsedMs)],
  ];
  const heading = `${HEADINGS[state]}${reason === undefined ? "" : `: ${reason}`}`;
  return ["", heading, ...rows.map(([name, value]) => `  ${name.padEnd(12)} ${value}`)];
};

/** "12 traced, 2 gated", most first; "none" when there is nothing. */
const toTally = (counts: Readonly<Record<string, number | undefined>>): string => {
  const entries = Object.entries(counts).flatMap(([name, count]) => (count ? [{ name, count }] : []));
  const sorted = entries.sort((one, other) => other.count - one.count || one.name.localeCompare(other.name));
  return sorted.length === 0
    ? "none"
    : sorted.map(({ name, count }) => `${toCount(count)} ${name}`).join(", ");
};

const toCalls = (summary: TraceSummary): string => {
  const tokens = `${toCount(summary.inputTokens)} + ${toCount(summary.outputTokens)} tokens`;
  const reused =
    summary.modelAnswersReused === 0 ? "" : `, ${toCount(summary.modelAnswersReused)} answers reused`;
  const cost = summary.cost === undefined ? "" : `, $${summary.cost.toFixed(4)}`;
  return summary.modelCalls === 0 && reused === ""
    ? "none"
    : `${toCount(summary.modelCalls)}, ${tokens}${reused}${cost}`;
};
