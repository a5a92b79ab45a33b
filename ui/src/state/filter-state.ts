import { CONTAMINATION_LEVELS, type ContaminationLevel } from "../../../schema/contamination.ts";
import { DOMAINS, type Domain } from "../../../schema/vocabulary.ts";

/** What is hidden, and what ranges are shown, beside the relations and kinds. "unknown" is a dataset without the fact. */
export interface FilterState {
  readonly hiddenDomains: readonly (Domain | "unknown")[];
  /** As written on the card, in lower case. */
  readonly hiddenLicences: readonly string[];
  /** "none" is a dataset without any flag. */
  readonly hiddenLevels: readonly (ContaminationLevel | "none")[];
  /** Of an edge, 0 to 1, ends included. */
  readonly confidence?: readonly [lowest: number, highest: number];
  /** Days of creation, 2025-11-24, ends included; what has no date stays. */
  readonly created?: readonly [first: string, last: string];
  /** The replay's day: what was created later is not there yet. */
  readonly asOf?: string;
}

export const NO_FILTERS: FilterState = { hiddenDomains: [], hiddenLicences: [], hiddenLevels: [] };

export const DOMAIN_CHOICES = [...DOMAINS, "unknown"] as const;
export const LEVEL_CHOICES = [...CONTAMINATION_LEVELS, "none"] as const;

/** Reads the filters from a query; what cannot be read is no filter. */
export const parseFilters = (query: URLSearchParams): FilterState => {
  const chosen = <Choice extends string>(name: string, choices: readonly Choice[]): readonly Choice[] => {
    const words = (query.get(name) ?? "").split(",");
    return choices.filter((choice) => words.includes(choice));
  };
  const confidence = rangeOf(query.get("confidence"), asShare);
  const created = rangeOf(query.get("created"), asDay);
  const asOf = asDay(query.get("asof") ?? "");
  return {
    hiddenDomains: chosen("without-domain", DOMAIN_CHOICES),
    hiddenLicences: query.getAll("without-licence"),
    hiddenLevels: chosen("without-level", LEVEL_CHOICES),
    ...(confidence !== undefined && { confidence }),
    ...(created !== undefined && { created }),
    ...(asOf !== undefined && { asOf }),
  };
};

/** The filters as names and values of a query, what filters nothing left out. */
export const formatFilters = (filters: FilterState): readonly (readonly [string, string | undefined])[] => [
  ["without-domain", filters.hiddenDomains.join(",") || undefined],
  ...filters.hiddenLicences.map((licence) => ["without-licence", licence] as const),
  ["without-level", filters.hiddenLevels.join(",") || undefined],
  ["confidence", filters.confidence?.join("..")],
  ["created", filters.created?.join("..")],
  ["asof", filters.asOf],
];

const rangeOf = <Value extends number | string>(
  text: string | null,
  read: (part: string) => Value | undefined,
): readonly [Value, Value] | undefined => {
  const [first, last, ...rest] = (text ?? "").split("..").map(read);
  if (first === undefined || last === undefined || rest.length > 0 || first > last) return undefined;
  return [first, last];
};

const asShare = (text: string): number | undefined => {
  const value = Number(text);
  return text.trim() !== "" && value >= 0 && value <= 1 ? value : undefined;
};

const asDay = (text: string): string | undefined =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;
