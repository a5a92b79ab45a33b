import type { Contradiction } from "../../../schema/decision.ts";
import type { Edge, Evidence } from "../../../schema/edge.ts";
import type { Sha256 } from "../../../schema/ids.ts";

export interface LaterVisit {
  /** The edge as a person decided on it. */
  readonly decided: Edge;
  /** The edge as the visit found it by itself. */
  readonly found: Edge;
  /** What the visit proves it by. */
  readonly evidence: readonly Evidence[];
  /** What proved it before the visit. */
  readonly earlier: readonly Evidence[];
  readonly at: string;
}

/**
 * What a visit has against a person's word: documents that were not there when it was given, and that say otherwise in words that were
 * not there either. Undefined when nothing speaks against it. What was found against it before stays.
 */
export const findContradiction = ({
  decided,
  found,
  evidence,
  earlier,
  at,
}: LaterVisit): Contradiction | undefined => {
  const { decision, contradicted } = decided;
  if (decision === undefined) return undefined;
  const seen = new Set<Sha256>(decision.documents ?? earlier.map(({ document }) => document));
  const read = new Set(earlier.filter(({ document }) => seen.has(document)).map(({ quote }) => plain(quote)));
  const against = evidence.filter(
    (one) => !seen.has(one.document) && !read.has(plain(one.quote)) && speaksAgainst(one, decided, found),
  );
  if (against.length === 0) return contradicted;
  const documents = [...(contradicted?.documents ?? []), ...against.map(({ document }) => document)];
  return { documents: [...new Set(documents)].sort(), since: contradicted?.since ?? at };
};

const speaksAgainst = ({ stance }: Evidence, decided: Edge, found: Edge): boolean =>
  decided.status === "rejected"
    ? found.status !== "rejected" && stance === "supported"
    : stance === "contradicted" || (found.kind === "derivation" && found.rejection === "denied");

/** The same sentence, however its lines are broken. */
const plain = (quote: string): string => quote.replace(/\s+/gu, " ").trim();
