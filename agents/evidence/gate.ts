import type { Claim, Span } from "../../schema/claim.ts";
import type { Sha256 } from "../../schema/ids.ts";
import type { DocumentKind, RejectionReason, Stance } from "../../schema/vocabulary.ts";
import { createQuoteLocator } from "./locate-quote.ts";
import { instructsReader } from "./instructs-reader.ts";
import { containsName, toTokens } from "./name-tokens.ts";
import { isInComment, paragraphAround, passageAround } from "./passage.ts";
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
  const locator = createQuoteLocator(input.text);
  const supported = namesSupportedByRules(input.claims);
  const proven: ProvenClaim[] = [];
  const dropped: DroppedClaim[] = [];
  for (const claim of input.claims) {
    const span = locator.locate(claim.quote, claim.span.start);
    const reason = span === undefined ? "quote-not-found" : reasonAgainst(input.text, span, claim);
    if (span === undefined || reason !== undefined) {
      dropped.push({ claim, reason: reason ?? "quote-not-found" });
      continue;
    }
    const stance = stanceOf(claim, { passage: paragraphAround(input.text, span, NAME_WINDOW), supported });
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

const reasonAgainst = (text: string, span: Span, claim: Claim): RejectionReason | undefined => {
  const around = text.slice(Math.max(0, span.start - NAME_WINDOW), span.end + NAME_WINDOW);
  if (!containsName(toTokens(around), claim.name)) return "name-not-near-quote";
  return isInComment(text, span) || instructsReader(passageAround(text, span)) ? "not-supported" : undefined;
};

/** An id or address that the document does not hold is the tracer's invention: the claim keeps its name alone. */
const withVerifiedLinks = (claim: Claim, text: string): Claim => {
  const { hubId, link, ...rest } = claim;
  return {
    ...rest,
    ...(hubId !== undefined && holds(text, hubId) && { hubId }),
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
