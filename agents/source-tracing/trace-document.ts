import type { Claim } from "../../schema/claim.ts";
import type { Document } from "../../schema/document.ts";
import type { DatasetId } from "../../schema/ids.ts";
import { parseStructure } from "../document/parse-structure.ts";
import type { LanguageModelPort } from "../ports.ts";
import { findNoise } from "../resource/find-noise.ts";
import type { NoiseRange } from "../resource/find-noise.ts";
import { maskRanges } from "../resource/mask-ranges.ts";
import { judgeCandidates } from "./model/judge-candidates.ts";
import type { ModelCall } from "./model/model-call.ts";
import type { RuleInput } from "./rules/rule-input.ts";

export type TraceByRules = (input: RuleInput) => readonly Claim[];

export interface SourceTracers {
  readonly rules: TraceByRules;
  /** Absent when no endpoint is configured. */
  readonly model?: LanguageModelPort;
}

export interface TraceDocumentInput {
  /** The dataset that the document describes. */
  readonly target: DatasetId;
  readonly document: Document;
  readonly text: string;
}

export interface TracedDocument {
  readonly claims: readonly Claim[];
  readonly calls: readonly ModelCall[];
}

/**
 * What one document says of its dataset's making: by rules always, by the language model when there is one. An answer
 * that cannot be used costs the model's claims alone.
 */
export const traceDocument = async (
  { target, document, text }: TraceDocumentInput,
  { rules, model }: SourceTracers,
  signal: AbortSignal,
): Promise<TracedDocument> => {
  const structure = parseStructure(text, document.kind);
  const noise = findNoise(structure, document.kind);
  const visible = maskRanges(text, noise.filter(hidesFromRules));
  const byRules = rules({ text: visible, kind: document.kind, target, url: document.url }).map((claim) =>
    withTrueQuote(claim, text),
  );
  if (model === undefined) return { claims: byRules, calls: [] };
  const judged = await judgeCandidates(
    { target, document, text: maskRanges(text, noise), candidates: byRules },
    model,
    signal,
  );
  return { claims: [...byRules, ...judged.claims], calls: judged.calls };
};

/** The rules read code and citations themselves. */
const hidesFromRules = ({ kind }: NoiseRange): boolean => kind !== "code" && kind !== "citation";

/** A quote that runs over a hidden range shows it: what is quoted is what the document holds. */
const withTrueQuote = <Kind extends Claim>(claim: Kind, text: string): Kind => ({
  ...claim,
  quote: text.slice(claim.span.start, claim.span.end),
});
