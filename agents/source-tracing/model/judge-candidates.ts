import { createHash } from "node:crypto";
import type { Claim, SourceClaim } from "../../../schema/claim.ts";
import type { Document } from "../../../schema/document.ts";
import { isHubId } from "../../../schema/id-text.ts";
import type { DatasetId } from "../../../schema/ids.ts";
import type { LanguageModelPort, ModelAnswer, ModelQuestion } from "../../ports.ts";
import { isRelation, MAX_CANDIDATES, toAnswerSchema } from "./answer-schema.ts";
import type { JudgeAnswer } from "./answer-schema.ts";
import { cutExcerpt } from "./cut-excerpt.ts";
import type { ModelCall } from "./model-call.ts";
import { PROMPT_VERSION, SYSTEM_PROMPT, toRepairPrompt, toUserPrompt } from "./prompts.ts";

export interface JudgeInput {
  readonly target: DatasetId;
  readonly document: Document;
  /** The document with its noise blanked; offsets are those of the stored text. */
  readonly text: string;
  /** What the rules found in the same document. */
  readonly candidates: readonly Claim[];
}

export interface Judged {
  readonly claims: readonly SourceClaim[];
  readonly calls: readonly ModelCall[];
}

/** A verdict on a candidate is as good as the model; the gate and the rules' own score decide what it is worth. */
const VERDICT_SCORE = 0.75;
const ADDITIONAL_SCORE = 0.6;
const SNIPPET_SIDE = 120;

/**
 * Asks the language model for one verdict on each source that the rules propose, and for further sources with a quote.
 * Every claim that comes of it still has to pass the gate. An answer that cannot be read is asked for once more; after
 * that, the claims of that question are lost and nothing else.
 */
export const judgeCandidates = async (
  input: JudgeInput,
  model: LanguageModelPort,
  signal: AbortSignal,
): Promise<Judged> => {
  const claims: SourceClaim[] = [];
  const calls: ModelCall[] = [];
  for (const chunk of chunksOf(bestMentions(input.candidates))) {
    const answers = await askWithRepair(toQuestion(input, chunk), model, signal);
    calls.push(...answers.map(toCall));
    const last = answers.at(-1);
    if (last?.kind === "answered") claims.push(...toClaims(last.value, chunk, input.text));
  }
  return { claims, calls };
};

/** The best mention of every source: its name and id tell sources apart. */
const bestMentions = (claims: readonly Claim[]): readonly SourceClaim[] => {
  const best = new Map<string, SourceClaim>();
  for (const claim of claims) {
    if (claim.kind !== "source" || !isWorthAsking(claim)) continue;
    const key = `${claim.name.toLowerCase()} ${claim.hubId?.toLowerCase() ?? ""}`;
    const known = best.get(key);
    if (known === undefined || strength(claim) > strength(known)) best.set(key, claim);
  }
  return [...best.values()].sort(
    (one, other) => one.span.start - other.span.start || (one.name < other.name ? -1 : 1),
  );
};

/**
 * A heading or a column's name that the rules are sure about costs tokens and tells nothing: about half of a card's
 * candidates. An id is always asked about.
 */
const isWorthAsking = ({ rejected, score, hubId }: SourceClaim): boolean =>
  rejected === undefined || score >= ASK_FROM || hubId !== undefined;

/** Calibrated score of the rules, 0 to 1. */
const ASK_FROM = 0.05;

const strength = ({ rejected, score }: SourceClaim): number => (rejected === undefined ? 1 + score : -score);

/** At least one chunk: a document without candidates may still name a source that the rules do not see. */
const chunksOf = (mentions: readonly SourceClaim[]): readonly (readonly SourceClaim[])[] =>
  Array.from({ length: Math.max(1, Math.ceil(mentions.length / MAX_CANDIDATES)) }, (_, index) =>
    mentions.slice(index * MAX_CANDIDATES, (index + 1) * MAX_CANDIDATES),
  );

const keyAt = (index: number): string => `c${index + 1}`;

const toQuestion = (
  { target, document, text }: JudgeInput,
  chunk: readonly SourceClaim[],
): ModelQuestion<JudgeAnswer> => {
  const excerpt = cutExcerpt(
    text,
    chunk.map(({ span }) => span),
  );
  return {
    promptVersion: PROMPT_VERSION,
    system: SYSTEM_PROMPT,
    user: toUserPrompt({
      target,
      fence: toFence(excerpt),
      excerpt,
      candidates: chunk.map((claim, index) => ({
        key: keyAt(index),
        name: claim.name,
        snippet: toSnippet(text, claim),
      })),
    }),
    document: document.sha256,
    schema: toAnswerSchema(chunk.map((_, index) => keyAt(index))),
  };
};

/** No text can hold its own hash, so none can close the fence that stands around it; and the same text gives the same prompt. */
export const toFence = (excerpt: string): string =>
  createHash("sha256").update(excerpt).digest("hex").slice(0, 24);

const toSnippet = (text: string, { span }: SourceClaim): string =>
  text
    .slice(
      Math.max(0, span.start - SNIPPET_SIDE),
      Math.min(span.end, span.start + SNIPPET_SIDE) + SNIPPET_SIDE,
    )
    .replace(/\s+/gu, " ")
    .trim();

const askWithRepair = async (
  question: ModelQuestion<JudgeAnswer>,
  model: LanguageModelPort,
  signal: AbortSignal,
): Promise<readonly ModelAnswer<JudgeAnswer>[]> => {
  const first = await model.ask(question, signal);
  if (first.kind !== "unreadable") return [first];
  return [first, await model.ask({ ...question, user: toRepairPrompt(question.user, first.reason) }, signal)];
};

const toCall = ({ kind, reused, usage }: ModelAnswer<unknown>): ModelCall => ({
  outcome: kind,
  reused,
  ...(usage !== undefined && { usage }),
});

const toClaims = (
  answer: JudgeAnswer,
  chunk: readonly SourceClaim[],
  text: string,
): readonly SourceClaim[] => [
  ...chunk.flatMap((claim, index) => toVerdictClaim(claim, answer.verdicts[keyAt(index)])),
  ...answer.additional.flatMap((one) => toAdditionalClaim(one, text)),
];

const toVerdictClaim = (
  { rejected: _byRules, ...claim }: SourceClaim,
  verdict: JudgeAnswer["verdicts"][string] | undefined,
): readonly SourceClaim[] => {
  if (verdict === undefined) return [];
  const judged = { ...claim, tracer: "model" as const, score: VERDICT_SCORE };
  return [isRelation(verdict) ? { ...judged, relation: verdict } : { ...judged, rejected: verdict }];
};

const toAdditionalClaim = (
  { name, quote, relation, split }: JudgeAnswer["additional"][number],
  text: string,
): readonly SourceClaim[] => {
  if (name.trim() === "" || quote.trim() === "") return [];
  const start = Math.max(0, text.indexOf(quote));
  return [
    {
      kind: "source",
      name: name.trim(),
      ...(name.includes("/") && isHubId(name.trim()) && { hubId: name.trim() }),
      quote,
      span: { start, end: start + quote.length },
      tracer: "model",
      score: ADDITIONAL_SCORE,
      relation,
      ...(split !== null && { split }),
    },
  ];
};
