import { parseStructure } from "../agents/document/parse-structure.ts";
import { findClearingClaims } from "../agents/source-tracing/rules/clearings.ts";
import { findModelClaims } from "../agents/source-tracing/rules/models.ts";
import type { TraceByRules } from "../agents/source-tracing/trace-document.ts";

/** Everything that the rules find in one document. */
export const traceByRules: TraceByRules = (input) => {
  const structure = parseStructure(input.text, input.kind);
  return [...findModelClaims(structure, input), ...findClearingClaims(structure, input)];
};
