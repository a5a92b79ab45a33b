import { CONTAMINATION_LEVELS, type ContaminationLevel } from "../../../schema/contamination-level.ts";
import { isDatasetId } from "../../../schema/id-text.ts";
import type { DatasetId } from "../../../schema/ids.ts";
import { DOMAINS, type Domain } from "../../../schema/vocabulary.ts";

/** A range whose ends belong to it; an end that is not there is open. */
export type OpenRange<Value> = readonly [lowest: Value | undefined, highest: Value | undefined];

/** What is hidden, and what ranges are shown, beside the relations and kinds. "unknown" is a dataset without the fact. */
export interface FilterState {
  readonly hiddenDomains: readonly (Domain | "unknown")[];
  /** As `licenceOf` gives them. */
  readonly hiddenLicences: readonly string[];
  /** When there are any: no dataset with another licence. */
  readonly onlyLicences: readonly string[];
  /** "none" is a dataset without any mark. */
  readonly hiddenLevels: readonly (ContaminationLevel | "none")[];
  /** When there are any: nothing but datasets marked with one of these benchmarks, and the ways to it. */
  readonly benchmarks: readonly DatasetId[];
  /** Of an edge, 0 to 1. */
  readonly confidence?: OpenRange<number>;
  /** Days of creation, 2025-11-24; what has no date stays. */
  readonly created?: OpenRange<string>;
  /** Hides what has no date of creation. */
  readonly hidesUndated: boolean;
  /** Datasets built from it in the whole graph. */
  readonly uses?: OpenRange<number>;
  /** The replay's day: what was created later is not there yet. */
  readonly asOf?: string;
}

export const NO_FILTERS: FilterState = {
  hiddenDomains: [],
  hiddenLicences: [],
  onlyLicences: [],
  hiddenLevels: [],
  benchmarks: [],
  hidesUndated: false,
};

export const DOMAIN_CHOICES = [...DOMAINS, "unknown"] as const;
export type DomainChoice = (typeof DOMAIN_CHOICES)[number];
export const LEVEL_CHOICES = [...CONTAMINATION_LEVELS, "none"] as const;
export type LevelChoice = (typeof LEVEL_CHOICES)[number];

/** Reads the filters from a query; what cannot be read is no filter. */
export const parseFilters = (query: URLSearchParams): FilterState => {
  const chosen = <Choice extends string>(name: string, choices: readonly Choice[]): readonly Choice[] => {
    const words = (query.get(name) ?? "").split(",");
    return choices.filter((choice) => words.includes(choice));
  };
  const confidence = rangeOf(query.get("confidence"), asShare);
  const created = rangeOf(query.get("created"), asDay);
  const uses = rangeOf(query.get("uses"), asCount);
  const asOf = asDay(query.get("asof") ?? "");
  return {
    hiddenDomains: chosen("without-domain", DOMAIN_CHOICES),
    hiddenLicences: unique(query.getAll("without-licence")),
    onlyLicences: unique(query.getAll("licence")),
    hiddenLevels: chosen("without-level", LEVEL_CHOICES),
    benchmarks: unique(query.getAll("marked").filter(isDatasetId)),
    hidesUndated: query.get("undated") === "0",
    ...(confidence !== undefined && { confidence }),
    ...(created !== undefined && { created }),
    ...(uses !== undefined && { uses }),
    ...(asOf !== undefined && { asOf }),
  };
};

/** The filters as names and values of a query, what filters nothing left out. */
export const formatFilters = (filters: FilterState): readonly (readonly [string, string | undefined])[] => [
  ["without-domain", filters.hiddenDomains.join(",") || undefined],
  ...filters.hiddenLicences.map((licence) => ["without-licence", licence] as const),
  ...filters.onlyLicences.map((licence) => ["licence", licence] as const),
  ["without-level", filters.hiddenLevels.join(",") || undefined],
  ...filters.benchmarks.map((id) => ["marked", id] as const),
  ["confidence", filters.confidence?.join("..")],
  ["created", filters.created?.join("..")],
  ["undated", filters.hidesUndated ? "0" : undefined],
  ["uses", filters.uses?.join("..")],
  ["asof", filters.asOf],
];

const rangeOf = <Value extends number | string>(
  text: string | null,
  read: (part: string) => Value | undefined,
): OpenRange<Value> | undefined => {
  const parts = (text ?? "").split("..");
  const [lowest, highest] = parts.map(read);
  const isReadable = parts.length === 2 && parts.every((part) => part === "" || read(part) !== undefined);
  const isEmpty = lowest === undefined && highest === undefined;
  if (!isReadable || isEmpty) return undefined;
  return lowest !== undefined && highest !== undefined && lowest > highest ? undefined : [lowest, highest];
};

const asShare = (text: string): number | undefined => {
  const value = Number(text);
  return text.trim() !== "" && value >= 0 && value <= 1 ? value : undefined;
};

const asCount = (text: string): number | undefined =>
  /^\d+$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : undefined;

/** The parser takes the 30th of February for a day of March. */
const asDay = (text: string): string | undefined => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : undefined;
};

const unique = <Item>(items: readonly Item[]): readonly Item[] => [...new Set(items)];
