import { assertNever } from "../../../schema/errors.ts";
import type { TraceEvent } from "../../../schema/events.ts";
import type { RejectionReason, Status } from "../../../schema/vocabulary.ts";
import { summaryLines } from "./summary-lines.ts";
import type { Style } from "./terminal.ts";
import { toCounted, toLine, toSize } from "./text.ts";

/** One line of the live tree: how deep it hangs, what it says, how it looks. */
export interface TreeLine {
  readonly depth: number;
  readonly text: string;
  readonly style?: Style;
}

/**
 * Turns a trace's events into the lines of its tree, in the order in which the events come. Words that the tracers looked at
 * and that say nothing about a source (headings, columns: dozens a card) are counted in one line at the end of their dataset.
 */
export const createTraceLines = (): ((event: TraceEvent) => readonly TreeLine[]) => {
  const depths = new Map<string, number>();
  const plain = new Map<RejectionReason, number>();
  return (event) => {
    if (event.type === "dataset-start") {
      depths.set(event.dataset, event.depth);
      plain.clear();
    }
    if (event.type === "claim-dropped" && PLAIN_REASONS.has(event.reason)) {
      plain.set(event.reason, (plain.get(event.reason) ?? 0) + 1);
      return [];
    }
    const counted = event.type === "dataset-end" ? toPlainWords(plain) : [];
    const depth = "dataset" in event ? (depths.get(event.dataset) ?? 0) : 0;
    return [...counted, ...toLines(event)].map((line) => ({ ...line, depth: depth + line.depth }));
  };
};

const PLAIN_REASONS: ReadonlySet<RejectionReason> = new Set(["not-a-dataset", "not-supported", "own-subset"]);

const toPlainWords = (plain: ReadonlyMap<RejectionReason, number>): readonly TreeLine[] => {
  if (plain.size === 0) return [];
  const reasons = [...plain].map(([reason, count]) => `${count} ${reason}`).join(", ");
  return [detail(`- other names that are no source: ${reasons}`, "dim")];
};

const toLines = (event: TraceEvent): readonly TreeLine[] => {
  switch (event.type) {
    case "trace-start":
      return [heading(`${event.resumed ? "Going on with" : "Tracing"} ${event.roots.join(", ")}`)];
    case "dataset-start":
      return [{ depth: 0, text: event.dataset, style: "bold" }];
    case "document-read": {
      const stored = event.cached ? ", from the store" : "";
      return [detail(`read ${event.kind}, ${toSize(event.bytes)}${stored}: ${toLine(event.url)}`, "dim")];
    }
    case "resource-failed":
      return [detail(`! ${event.outcome}: ${toLine(event.url)} (${toLine(event.reason)})`, "yellow")];
    case "claims-found":
      return [detail(toFound(event), "dim")];
    case "claim-dropped":
      return [detail(`- ${toLine(event.name)}: ${event.reason} (${event.tracer})`, "dim")];
    case "model-called":
      return [detail(toCall(event), event.outcome === "answered" ? "dim" : "yellow")];
    case "edge-decided":
      return [detail(toDecision(event), STATUS_STYLES[event.status])];
    case "dataset-end":
      return toEnd(event);
    case "trace-end":
      return summaryLines(event).map((text) => ({ depth: 0, text }));
    default:
      return assertNever(event);
  }
};

const heading = (text: string): TreeLine => ({ depth: 0, text, style: "bold" });
const detail = (text: string, style: Style): TreeLine => ({ depth: 1, text, style });

type EventOf<Type extends TraceEvent["type"]> = Extract<TraceEvent, { readonly type: Type }>;

const STATUS_STYLES = { accepted: "green", flagged: "yellow", rejected: "dim" } as const satisfies Record<
  Status,
  Style
>;
const STATUS_MARKS = { accepted: "+", flagged: "?", rejected: "-" } as const satisfies Record<Status, string>;

const toFound = (event: EventOf<"claims-found">): string => {
  const { sources, models, clearings, rejected } = event;
  const found = `${toCounted(sources, "source")}, ${toCounted(models, "model")}, ${clearings} cleared, ${rejected} rejected`;
  return `found by ${event.tracer}: ${found}`;
};

const toCall = (event: EventOf<"model-called">): string => {
  if (event.reused) return `${event.model} was asked before: ${event.outcome}`;
  const tokens = (event.inputTokens ?? 0) + (event.outputTokens ?? 0);
  return `asked ${event.model}: ${event.outcome}${tokens === 0 ? "" : `, ${toCounted(tokens, "token")}`}`;
};

const toDecision = (event: EventOf<"edge-decided">): string => {
  const what = {
    derivation: event.relation ?? "source",
    "model-use": `model, ${event.role ?? "role unknown"}`,
    clearing: "cleared against",
  }[event.kind];
  const split = event.split === undefined ? "" : `, ${event.split} split`;
  const why = event.rejection ?? event.flags?.join(", ") ?? "";
  const confidence = event.status === "rejected" ? "" : ` ${event.confidence.toFixed(2)}`;
  return `${STATUS_MARKS[event.status]} ${toLine(event.to)} (${what}${split})${confidence}${why === "" ? "" : ` ${why}`}`;
};

const toEnd = (event: EventOf<"dataset-end">): readonly TreeLine[] => {
  if (event.outcome === "traced" && event.movedTo === undefined) return [];
  const moved = event.movedTo === undefined ? "" : `, now ${event.movedTo}`;
  const reason = event.reason === undefined ? "" : `: ${toLine(event.reason)}`;
  return [detail(`= ${event.outcome}${moved}${reason}`, event.outcome === "traced" ? "dim" : "yellow")];
};
