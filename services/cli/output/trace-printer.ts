import type { TraceEvent } from "../../../schema/events.ts";
import type { Terminal } from "./terminal.ts";
import { cutMiddle, toCounted } from "./text.ts";
import { createTraceLines, type TreeLine } from "./trace-lines.ts";

/** Deeper branches hang at this depth, so that lines keep room for their text. */
const MAX_INDENT_LEVELS = 10;

/** Prints a trace as it happens: its tree for people, its events for machines. */
export const createTracePrinter = (terminal: Terminal, json: boolean): ((event: TraceEvent) => void) => {
  const linesOf = createTraceLines();
  const progress = { done: 0, waiting: 0, edges: 0 };
  return (event) => {
    if (json) {
      terminal.printJson(event);
      return;
    }
    for (const line of linesOf(event)) terminal.print(toText(line, terminal));
    if (event.type === "dataset-start") progress.waiting = event.waiting;
    if (event.type === "dataset-end") progress.done += 1;
    if (event.type === "edge-decided" && event.status !== "rejected") progress.edges += 1;
    terminal.status(event.type === "trace-end" ? undefined : toStatus(event, progress, terminal));
  };
};

const toText = (line: TreeLine, terminal: Terminal): string => {
  const indent = "  ".repeat(Math.min(line.depth, MAX_INDENT_LEVELS));
  const text = `${indent}${line.text}`;
  const fitting = terminal.live ? cutMiddle(text, terminal.width() - 1) : text;
  return line.style === undefined ? fitting : terminal.paint(line.style, fitting);
};

interface Progress {
  readonly done: number;
  readonly waiting: number;
  readonly edges: number;
}

const toStatus = (event: TraceEvent, progress: Progress, terminal: Terminal): string => {
  const dataset = "dataset" in event ? event.dataset : "";
  const counts = `${toCounted(progress.done, "dataset")} done, ${progress.waiting} waiting, ${toCounted(progress.edges, "edge")}`;
  return terminal.paint("blue", cutMiddle(`${counts} | ${dataset}`, terminal.width() - 1));
};
