import type { DatasetId } from "../../schema/ids.ts";
import { toTokens } from "../evidence/name-tokens.ts";
import type { HubDataset } from "../ports.ts";
import { tagValues } from "./to-node.ts";
import { toNameKey } from "./to-name-key.ts";

export interface SearchQuestion {
  readonly name: string;
  readonly target: { readonly id: DatasetId; readonly createdAt?: string; readonly tags: readonly string[] };
}

/** What a search by name says: one dataset is meant, several are equally likely, or none is. */
export type SearchVerdict =
  | { readonly kind: "one"; readonly dataset: HubDataset; readonly score: number }
  | { readonly kind: "several"; readonly datasets: readonly HubDataset[] }
  | { readonly kind: "none" };

/** Below this score the name stays a name. */
const RESOLVE_FROM = 0.7;
/** Two datasets whose downloads differ by less than this factor are equally likely. */
const EQUAL_FACTOR = 3;
const DOMINANT_FACTOR = 10;
/** A dataset with fewer downloads than this proves little by being the only one of its name. */
const KNOWN_DOWNLOADS = 100;
const MAX_MEMBERS = 10;

/**
 * Scores the Hub's search results for a name. Only a dataset whose own name is the same (case, blanks and punctuation
 * aside, so with the same numbers and version) and that is not newer than the target can be meant; popularity, how far
 * it leads the next, the name's distinctness and the modality then decide how sure that is.
 */
export const scoreSearch = (question: SearchQuestion, found: readonly HubDataset[]): SearchVerdict => {
  const eligible = found.filter((dataset) => isEligible(question, dataset)).sort(byDownloads);
  const [top, second] = eligible;
  if (top === undefined) return familyOf(question, found);
  const lead = second === undefined ? Infinity : ((top.downloads ?? 0) + 1) / ((second.downloads ?? 0) + 1);
  if (lead < EQUAL_FACTOR || isSubject(question.name))
    return { kind: "several", datasets: eligible.slice(0, MAX_MEMBERS) };
  const score = scoreOf(question, top, lead);
  return score >= RESOLVE_FROM ? { kind: "one", dataset: top, score } : { kind: "none" };
};

/** A name that no dataset has, and with which those of one owner begin: their series, or one of it, and nobody can say which. */
const familyOf = ({ name, target }: SearchQuestion, found: readonly HubDataset[]): SearchVerdict => {
  const wanted = toTokens(name);
  const datasets = found
    .filter(({ id, createdAt }) => id !== target.id && !isNewer(createdAt, target.createdAt))
    .filter(({ id }) => startsWith(toTokens(id.slice(id.indexOf("/") + 1)), wanted))
    .sort(byDownloads);
  const owners = new Set(datasets.map(({ id }) => id.slice(0, id.indexOf("/"))));
  const isSeries = datasets.length > 1 && owners.size === 1;
  return isSeries ? { kind: "several", datasets: datasets.slice(0, MAX_MEMBERS) } : { kind: "none" };
};

const startsWith = (tokens: readonly string[], first: readonly string[]): boolean =>
  tokens.length > first.length && first.every((token, index) => tokens[index] === token);

const byDownloads = (one: HubDataset, other: HubDataset): number =>
  (other.downloads ?? 0) - (one.downloads ?? 0) || (one.id < other.id ? -1 : 1);

const isEligible = ({ name, target }: SearchQuestion, dataset: HubDataset): boolean => {
  const own = dataset.id.slice(dataset.id.indexOf("/") + 1);
  const key = toNameKey(name);
  if (dataset.id === target.id || (toNameKey(own) !== key && toNameKey(dataset.id) !== key)) return false;
  return !isNewer(dataset.createdAt, target.createdAt);
};

/** Whether both dates are known and the first is later. */
export const isNewer = (date: string | undefined, than: string | undefined): boolean =>
  date !== undefined && than !== undefined && Date.parse(date) > Date.parse(than);

/** Weights by judgement: the name alone is not enough; popularity and a clear lead together are. */
const SAME_NAME = 0.5;
const MAX_POPULARITY = 0.2;
/** Ten thousand downloads reach the most. */
const PER_TENFOLD_DOWNLOADS = 0.05;
const DISTINCT_NAME = 0.1;
const OTHER_MODALITY = 0.4;
const MAX_SCORE = 0.95;

const scoreOf = ({ name, target }: SearchQuestion, top: HubDataset, lead: number): number => {
  const downloads = top.downloads ?? 0;
  const popularity = Math.min(MAX_POPULARITY, PER_TENFOLD_DOWNLOADS * Math.log10(1 + downloads));
  const score = SAME_NAME + popularity + leadScore(lead, downloads) + (isDistinct(name) ? DISTINCT_NAME : 0);
  const other = hasOtherModality(target.tags, top.tags) ? OTHER_MODALITY : 0;
  return Math.round(Math.min(MAX_SCORE, score - other) * 1000) / 1000;
};

const leadScore = (lead: number, downloads: number): number => {
  if (lead === Infinity) return downloads >= KNOWN_DOWNLOADS ? 0.2 : 0.15;
  return lead >= DOMINANT_FACTOR ? 0.2 : -0.05;
};

/** A name with a digit, an inner capital or several words is hardly used for anything else. */
const isDistinct = (name: string): boolean => /\d|\p{Ll}\p{Lu}|\S[\s_-]\S/u.test(name);

/**
 * Words that say what a dataset is about, not which one it is: "math" in a table of sources may be any of many, and the one
 * that the Hub ranks first is a guess (it took "math" for one dataset of physics and mathematics dialogues).
 */
const SUBJECTS: ReadonlySet<string> = new Set(
  "math mathematics algebra geometry code coding science physics chemistry biology medicine medical law finance news books chat conversation conversations dialogue dialogues instruct instruction instructions reasoning general knowledge safety summarization translation qa questions web text papers essays stories history multilingual"
    .split(" ")
    .map(toNameKey),
);

const isSubject = (name: string): boolean => SUBJECTS.has(toNameKey(name));

const hasOtherModality = (one: readonly string[], other: readonly string[]): boolean => {
  const ones = tagValues(one, "modality");
  const others = tagValues(other, "modality");
  return ones.length > 0 && others.length > 0 && !ones.some((modality) => others.includes(modality));
};
