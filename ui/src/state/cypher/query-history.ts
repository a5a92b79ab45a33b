import { signal, type ReadonlySignal } from "@preact/signals";
import { isRecord } from "../is-record.ts";

export interface HistoryEntry {
  readonly text: string;
  readonly saved?: string | undefined;
  readonly parameters: Readonly<Record<string, string>>;
  /** ISO. */
  readonly at: string;
  /** Absent when it failed. */
  readonly rows?: number | undefined;
  readonly elapsedMs?: number | undefined;
}

export interface QueryHistory {
  /** The latest first. */
  readonly entries: ReadonlySignal<readonly HistoryEntry[]>;
  add(entry: HistoryEntry): void;
  clear(): void;
}

const KEY = "stemma.cypher-history";
const KEPT = 50;

/** What was asked on this machine, the last 50; a question asked again moves to the front. */
export const createQueryHistory = (
  storage: Pick<Storage, "getItem" | "setItem" | "removeItem">,
): QueryHistory => {
  const entries = signal<readonly HistoryEntry[]>(read(storage.getItem(KEY)));
  return {
    entries,
    add: (entry) => {
      const others = entries.peek().filter((one) => !isSameQuestion(one, entry));
      entries.value = [entry, ...others].slice(0, KEPT);
      storage.setItem(KEY, JSON.stringify(entries.value));
    },
    clear: () => {
      entries.value = [];
      storage.removeItem(KEY);
    },
  };
};

/** What is stored may be from another version, or from somebody's hand: what cannot be read is no history. */
const read = (stored: string | null): readonly HistoryEntry[] => {
  if (stored === null) return [];
  try {
    const entries: unknown = JSON.parse(stored);
    return Array.isArray(entries) && entries.every(isEntry) ? entries.slice(0, KEPT) : [];
  } catch {
    return [];
  }
};

const isEntry = (value: unknown): value is HistoryEntry =>
  isRecord(value) &&
  isText(value["text"]) &&
  isText(value["at"]) &&
  (value["saved"] === undefined || isText(value["saved"])) &&
  isRecord(value["parameters"]) &&
  Object.values(value["parameters"]).every(isText) &&
  isAmount(value["rows"]) &&
  isAmount(value["elapsedMs"]);

const isText = (value: unknown): value is string => typeof value === "string";

const isAmount = (value: unknown): boolean => value === undefined || Number.isFinite(value);

const isSameQuestion = (one: HistoryEntry, other: HistoryEntry): boolean =>
  one.text === other.text && JSON.stringify(one.parameters) === JSON.stringify(other.parameters);
