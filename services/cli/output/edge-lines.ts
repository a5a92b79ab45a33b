import type { EdgeDetail } from "../../../schema/api.ts";
import type { Edge, Proposal } from "../../../schema/edge.ts";
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

/** The quotes that prove an edge, each with where it stands; without any, who else says so. */
export const evidenceLines = ({ edge, evidence }: EdgeDetail): readonly string[] => [
  ...originLines(edge, evidence.length > 0),
  ...proposalLines(edge),
  ...evidence.flatMap((one) => {
    const stance = one.stance === "supported" ? "" : `${one.stance}, `;
    return [
      `  "${cut(toLine(one.quote))}"`,
      `    ${stance}${one.documentKind} ${toLine(one.url)}, characters ${one.span.start} to ${one.span.end}, by ${one.model ?? one.tracer}`,
    ];
  }),
];

const originLines = (edge: Edge, isProven: boolean): readonly string[] => {
  const origin = edge.kind === "derivation" ? edge.origin : undefined;
  if (origin?.kind !== "published") return isProven ? [] : ["  no quote of ours"];
  const kinds = origin.documentKinds.join(", ");
  const where = `${toLine(origin.citation)}${kinds === "" ? "" : `, from its ${kinds}`}, ${origin.confidence.toFixed(2)}`;
  return [isProven ? `  published too: ${where}` : `  published claim, no quote of ours: ${where}`];
};

/** What a person would have the edge say. */
const proposalLines = (edge: Edge): readonly string[] => {
  const origin = edge.kind === "derivation" ? edge.origin : undefined;
  const proposal = origin?.kind === "published" ? origin.proposal : origin;
  if (proposal === undefined) return [];
  const { by, note, wanted } = proposal;
  const said = wanted === undefined ? "" : `: ${wantedWords(wanted).join(", ")}`;
  const reason = note === undefined ? "" : ` ("${cut(toLine(note))}")`;
  return [`  proposed${by === undefined ? "" : ` by ${toLine(by)}`}${said}${reason}`];
};

const wantedWords = ({ status, relation, split, subset, rejection }: NonNullable<Proposal["wanted"]>) => [
  status,
  ...(rejection === undefined ? [] : [rejection]),
  relation,
  ...(split === undefined ? [] : [`${split} split`]),
  ...(subset === undefined ? [] : [toLine(subset)]),
];

const cut = (quote: string): string =>
  quote.length <= MAX_QUOTE_CHARACTERS ? quote : `${quote.slice(0, MAX_QUOTE_CHARACTERS)}…`;
