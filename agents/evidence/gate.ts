import type { Claim, Span } from "../../schema/claim.ts";
import type { Sha256 } from "../../schema/ids.ts";
import type { DocumentKind, RejectionReason, Stance } from "../../schema/vocabulary.ts";
import { isFilePath } from "./is-file-path.ts";
import { instructsReader } from "./instructs-reader.ts";
import { createQuoteLocator } from "./locate-quote.ts";
import type { QuoteLocator } from "./locate-quote.ts";
import { findName, toTokens } from "./name-tokens.ts";
import { createPassages } from "./passage.ts";
import type { Passages } from "./passage.ts";
import type { ProvenClaim } from "./proven-claim.ts";
import { statesConstruction } from "./states-construction.ts";

export interface GateInput {
  readonly document: Sha256;
  readonly documentKind: DocumentKind;
  readonly text: string;
  readonly claims: readonly Claim[];
  /** The language model and its prompt's version, for claims of tracer `model`. */
  readonly model?: string;
  readonly promptVersion?: string;
}

export interface DroppedClaim {
  readonly claim: Claim;
  readonly reason: RejectionReason;
}

export interface GateResult {
  readonly proven: readonly ProvenClaim[];
  readonly dropped: readonly DroppedClaim[];
}

/** How far around its quote a source's name may stand, in UTF-16 code units on either side. */
const NAME_WINDOW = 200;
/** A rules claim below this score only hints; the linear model is calibrated, so below it "no" is the likelier answer. */
const SUPPORT_SCORE = 0.5;

/**
 * The evidence gate: lets a claim through when its quote occurs in the document (exactly, or once white space is
 * collapsed; the span is then the true one) and its name occurs in or directly around it. What speaks to the reading
 * program instead of describing the dataset proves nothing and is dropped too.
 */
export const gateClaims = (input: GateInput): GateResult => {
  const reading = {
    text: input.text,
    locator: createQuoteLocator(input.text),
    passages: createPassages(input.text),
  };
  const supported = namesSupportedByRules(input.claims);
  const proven: ProvenClaim[] = [];
  const dropped: DroppedClaim[] = [];
  for (const claim of input.claims) {
    const found = locate(reading, claim);
    if ("reason" in found) {
      dropped.push({ claim, reason: found.reason });
      continue;
    }
    const { span, name } = found;
    const stance = stanceOf(claim, { passage: statementAbout(reading, span, name), supported });
    proven.push(
      toProven(input, { ...withVerifiedLinks(claim, input.text), ...quoteAt(input.text, span) }, stance),
    );
  }
  return { proven, dropped };
};

const quoteAt = (text: string, span: Span) => ({ quote: text.slice(span.start, span.end), span });

const toProven = (input: GateInput, claim: Claim, stance: Stance): ProvenClaim => ({
  claim,
  document: input.document,
  documentKind: input.documentKind,
  stance,
  ...(claim.tracer === "model" && input.model !== undefined && { model: input.model }),
  ...(claim.tracer === "model" &&
    input.promptVersion !== undefined && { promptVersion: input.promptVersion }),
});

/** One document, prepared for many claims. */
interface Reading {
  readonly text: string;
  readonly locator: QuoteLocator;
  readonly passages: Passages;
}

type Located = { readonly span: Span; readonly name: Span } | { readonly reason: RejectionReason };

/**
 * The quote's true span, and the place of the name next to it. A name that stands only where the text speaks to its
 * reader, or where no reader sees it, is not a name that the quote is about.
 */
const locate = (reading: Reading, claim: Claim): Located => {
  const span = reading.locator.locate(claim.quote, claim.span.start);
  if (span === undefined) return { reason: "quote-not-found" };
  if (isSpokenToReader(reading, span)) return { reason: "not-supported" };
  const names = namesNear(reading.text, span, claim.name);
  if (names.length === 0) return { reason: "name-not-near-quote" };
  const name = names.find((one) => isWithin(one, span) || !isSpokenToReader(reading, one));
  return name === undefined ? { reason: "not-supported" } : { span, name };
};

/** Places of the name in the quote first, then around it, the nearest first. */
const namesNear = (text: string, span: Span, name: string): readonly Span[] => {
  const from = Math.max(0, span.start - NAME_WINDOW);
  return findName(text.slice(from, span.end + NAME_WINDOW), name)
    .map(({ start, end }) => ({ start: start + from, end: end + from }))
    .sort((one, other) => distance(one, span) - distance(other, span));
};

const distance = (one: Span, other: Span): number =>
  Math.max(0, other.start - one.end, one.start - other.end);

const isWithin = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;

const isSpokenToReader = ({ passages }: Reading, span: Span): boolean =>
  passages.isInComment(span) || instructsReader(passages.context(span));

/** What the quote's paragraph says, if the name stands in it; a name in the next paragraph is no part of the statement. */
const statementAbout = ({ text, passages }: Reading, span: Span, name: Span): string => {
  const paragraph = passages.paragraph(span, NAME_WINDOW);
  const named = text.slice(name.start, name.end);
  return isWithin(name, span) || paragraph.includes(named) ? paragraph : "";
};

/**
 * An id or address that the document does not hold is the tracer's invention, and the path of a file is no id unless it is
 * an address of the Hub: the claim keeps its name alone.
 */
const withVerifiedLinks = (claim: Claim, text: string): Claim => {
  const { hubId, link, ...rest } = claim;
  const isId =
    hubId !== undefined && holds(text, hubId) && (!isFilePath(hubId) || holds(text, `datasets/${hubId}`));
  return {
    ...rest,
    ...(isId && { hubId }),
    ...(link !== undefined && holds(text, link) && { link }),
  };
};

/** Whether the text holds the part, ignoring case, with no word character or hyphen grown onto either end. */
const holds = (text: string, part: string): boolean => {
  const lower = text.toLowerCase();
  const wanted = part.toLowerCase();
  for (let at = lower.indexOf(wanted); at !== -1; at = lower.indexOf(wanted, at + 1)) {
    if (!/[\w-]/u.test(lower.charAt(at - 1)) && !/[\w-]/u.test(lower.charAt(at + wanted.length))) return true;
  }
  return false;
};

const namesSupportedByRules = (claims: readonly Claim[]): ReadonlySet<string> =>
  new Set(
    claims
      .filter((claim) => claim.tracer === "rules" && !isRejected(claim) && claim.score >= SUPPORT_SCORE)
      .map((claim) => supportKey(claim)),
  );

const supportKey = (claim: Claim): string => `${claim.kind} ${toTokens(claim.name).join("")}`;

interface StanceContext {
  readonly passage: string;
  readonly supported: ReadonlySet<string>;
}

/**
 * Whether the quote says what is claimed. A language model's word is not enough: the quote must read like a statement
 * of construction, or the rules must have found the same source in the same document.
 */
const stanceOf = (claim: Claim, { passage, supported }: StanceContext): Stance => {
  if (isRejected(claim)) return CONTRADICTING.has(claim.rejected) ? "contradicted" : "weak";
  if (claim.tracer === "rules") return claim.score >= SUPPORT_SCORE ? "supported" : "weak";
  return supported.has(supportKey(claim)) || statesConstruction(passage) ? "supported" : "weak";
};

const isRejected = (claim: Claim): claim is Claim & { rejected: RejectionReason } =>
  claim.kind === "source" && claim.rejected !== undefined;

/** Reasons that say the opposite of "built from"; the others only fail to say it. */
const CONTRADICTING: ReadonlySet<RejectionReason> = new Set<RejectionReason>([
  "denied",
  "evaluation-only",
  "decontaminated-against",
]);
