import type { EdgeDetail } from "../../../schema/api.ts";
import type { Edge } from "../../../schema/edge.ts";
import { assertNever } from "../../../schema/errors.ts";
import { toLine } from "./text.ts";

/** Longest part of a quote that is printed; the document has the rest. */
const MAX_QUOTE_CHARACTERS = 300;

/** What an edge says, without its ends: "inclusion, train split 0.93", "evaluation-only". */
export const edgeLabel = (edge: Edge): string => {
  const split = edge.kind === "model-use" || edge.split === undefined ? "" : `, ${edge.split} split`;
  switch (edge.kind) {
    case "derivation": {
      if (edge.status === "rejected") return edge.rejection ?? "rejected";
      const subset = edge.subset === undefined ? "" : `, ${toLine(edge.subset)}`;
      return `${edge.relation}${split}${subset} ${edge.confidence.toFixed(2)}${doubt(edge.flags)}`;
    }
    case "model-use":
      return `${edge.role} ${edge.confidence.toFixed(2)}`;
    case "clearing":
      return `cleared${split} ${edge.confidence.toFixed(2)}`;
    default:
      return assertNever(edge);
  }
};

const doubt = (flags: readonly string[]): string => (flags.length === 0 ? "" : ` ? ${flags.join(", ")}`);

/** The quotes that prove an edge, each with where it stands. */
export const evidenceLines = ({ evidence }: EdgeDetail): readonly string[] =>
  evidence.flatMap((one) => {
    const stance = one.stance === "supported" ? "" : `${one.stance}, `;
    return [
      `  "${cut(toLine(one.quote))}"`,
      `    ${stance}${one.documentKind} ${toLine(one.url)}, characters ${one.span.start} to ${one.span.end}, by ${one.model ?? one.tracer}`,
    ];
  });

const cut = (quote: string): string =>
  quote.length <= MAX_QUOTE_CHARACTERS ? quote : `${quote.slice(0, MAX_QUOTE_CHARACTERS)}…`;
