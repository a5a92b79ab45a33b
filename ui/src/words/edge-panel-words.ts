import type { Verdict } from "../../../schema/decision.ts";
import type { REVIEWED } from "../../../schema/edge-history.ts";
import type { EdgeKind, Finder } from "../../../schema/vocabulary.ts";
import { formatPlural } from "../state/format.ts";
import type { SignalLine } from "../state/signal-lines.ts";
import { wordsOf } from "./language.ts";

/** The panel of one edge: what it says, what proves it, why it is believed, and who changed it. */
export interface EdgePanelWords {
  readonly theEdge: string;
  readonly theHistory: string;
  readonly kind: Readonly<Record<EdgeKind, string>>;
  readonly from: string;
  readonly relation: string;
  readonly role: string;
  readonly split: string;
  readonly part: string;
  readonly flagged: string;
  readonly rejected: string;
  readonly published: string;
  readonly proposed: string;
  readonly confidence: string;
  readonly weight: Readonly<Record<SignalLine["weight"], string>>;
  readonly noDocument: string;
  readonly documents: (count: number, kinds: string) => string;
  readonly foundBy: (tracers: readonly string[], score: string) => string;
  readonly resolved: (how: string, score: string) => string;
  readonly contradicted: string;
  readonly calibrated: (raw: string, labels: number, date: string) => string;
  readonly evidence: string;
  readonly quotes: (quotes: number, documents: number) => string;
  readonly noQuote: string;
  readonly publishedOnly: (citation: string, confidence: string, kinds: string) => string;
  readonly showInDocument: string;
  readonly wholeQuote: (characters: number) => string;
  readonly finder: (finder: Finder, model: string | undefined, prompt: string | undefined) => string;
  readonly finderTitle: string;
  readonly score: (score: string) => string;
  readonly revision: (revision: string) => string;
  readonly read: string;
  readonly livePage: string;
  readonly backToWays: string;
  readonly review: string;
  readonly history: string;
  readonly noHistory: string;
  readonly firstTrace: string;
  readonly lastTrace: string;
  readonly traced: (first: boolean) => string;
  readonly seenAgain: (readings: number) => string;
  readonly publishedBy: (citation: string) => string;
  readonly proposedBy: (who: string, verdict: Verdict | undefined) => string;
  readonly decidedBy: (verdict: Verdict, who: string) => string;
  readonly reviewedBy: (did: (typeof REVIEWED)[number], who: string) => string;
  readonly undoneSince: string;
  readonly somebody: string;
  readonly became: (before: string | undefined, after: string) => string;
  readonly gone: (before: string) => string;
  readonly leadsElsewhere: string;
  readonly ledFromElsewhere: string;
}

const REVIEWED_AS = {
  undone: "put back as it was",
  restored: "decided again as before",
  alias: "led to the dataset that its name means",
  renamed: "taken along to the dataset's own id",
} as const satisfies Record<(typeof REVIEWED)[number], string>;

const DECIDED = {
  accepted: "accepted",
  rejected: "rejected",
  edited: "edited",
  added: "added",
} satisfies Record<Verdict, string>;

const finderName = (finder: Finder): string =>
  ({ rules: "the rules", model: "a language model", person: "a person" })[finder];

const ENGLISH: EdgePanelWords = {
  theEdge: "the edge",
  theHistory: "its history",
  kind: { derivation: "built from", "model-use": "made with", clearing: "said to be cleared of" },
  from: "from",
  relation: "Relation",
  role: "Role",
  split: "Split",
  part: "Part",
  flagged: "Flagged because",
  rejected: "Rejected because",
  published: "Published claim",
  proposed: "Proposal",
  confidence: "Confidence",
  weight: { for: "speaks for it", neutral: "says little", against: "speaks against it" },
  noDocument: "no document of ours says so",
  documents: (count, kinds) => `${formatPlural(count, "document")}: ${kinds}`,
  foundBy: (tracers, score) => `found by ${tracers.join(" and ")}, best score ${score}`,
  resolved: (how, score) => `${how}, score ${score}`,
  contradicted: "a document says the opposite",
  calibrated: (raw, labels, date) =>
    `calibrated on ${formatPlural(labels, "reviewed edge")}, ${date}; ${raw} by the signals alone`,
  evidence: "Evidence",
  quotes: (quotes, documents) =>
    `${formatPlural(quotes, "quote")} from ${formatPlural(documents, "document")}. Press one to see it where it stands.`,
  noQuote: "No quote of ours proves it.",
  publishedOnly: (citation, confidence, kinds) =>
    `Published claim, no quote of ours: ${citation} gives it ${confidence}${kinds === "" ? "" : `, from: ${kinds}`}. A trace of the derived dataset looks for the quote.`,
  showInDocument: "Show it in its document",
  wholeQuote: (characters) => `Show all ${formatPlural(characters, "character")}`,
  finder: (finder, model, prompt) =>
    `${model ?? finderName(finder)}${prompt === undefined ? "" : `, prompt ${prompt}`}`,
  finderTitle: "Who found it, and its own calibrated score, 0 to 1",
  score: (score) => `score ${score}`,
  revision: (revision) => `revision ${revision}`,
  read: "read",
  livePage: "live page",
  backToWays: "Back to the ways",
  review: "Review this edge",
  history: "History",
  noHistory: "No trace and no person has changed it.",
  firstTrace: "First trace",
  lastTrace: "Last trace",
  traced: (first) => (first ? "found by a trace" : "a trace found it otherwise"),
  seenAgain: (readings) => `found again the same by ${formatPlural(readings, "trace")}`,
  publishedBy: (citation) => `published by ${citation}`,
  proposedBy: (who, verdict) =>
    verdict === undefined ? `proposed by ${who}` : `proposed by ${who}: ${DECIDED[verdict]}`,
  decidedBy: (verdict, who) => `${DECIDED[verdict]} by ${who}`,
  reviewedBy: (did, who) => `${REVIEWED_AS[did]} by ${who}`,
  undoneSince: "undone since",
  somebody: "somebody",
  became: (before, after) => (before === undefined ? after : `${before} → ${after}`),
  gone: (before) => `${before} → not found any more`,
  leadsElsewhere: "The edge that stands for it now",
  ledFromElsewhere: "The edge that it stood for",
};

export const edgePanelWords = (): EdgePanelWords => wordsOf("edgePanel", ENGLISH);
