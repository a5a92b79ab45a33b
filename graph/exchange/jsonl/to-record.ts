import { AppError } from "../../../schema/errors.ts";
import type { GraphFileLine } from "../../../schema/graph-file.ts";
import { NODE_LABELS } from "../../queries/whole-graph.ts";
import type { NodeLabel } from "../../queries/whole-graph.ts";
import type { GraphRecord } from "../../store/read/read-graph.ts";

/** The record that a line holds. Fails with INPUT_INVALID for a label that no graph has. */
export const toRecord = (line: Extract<GraphFileLine, { kind: "node" | "relationship" }>): GraphRecord => {
  if (line.kind === "node") return { ...line, label: toLabel(line.label) };
  const { from, to } = line;
  return {
    ...line,
    from: { ...from, label: toLabel(from.label) },
    to: { ...to, label: toLabel(to.label) },
  };
};

const toLabel = (text: string): NodeLabel => {
  const label = NODE_LABELS.find((one) => one === text);
  if (label === undefined) throw new AppError(`the label ${text} is not known`, { code: "INPUT_INVALID" });
  return label;
};
