import { signal, type ReadonlySignal } from "@preact/signals";
import { z } from "zod";

const HistoryEntry = z.object({
  text: z.string(),
  saved: z.string().optional(),
  parameters: z.record(z.string(), z.string()),
  /** ISO. */
  at: z.string(),
  /** Absent when it failed. */
  rows: z.number().optional(),
  elapsedMs: z.number().optional(),
});
export type HistoryEntry = Readonly<z.infer<typeof HistoryEntry>>;

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
    const parsed = z.array(HistoryEntry).safeParse(JSON.parse(stored));
    return parsed.success ? parsed.data.slice(0, KEPT) : [];
  } catch {
    return [];
  }
};

const isSameQuestion = (one: HistoryEntry, other: HistoryEntry): boolean =>
  one.text === other.text && JSON.stringify(one.parameters) === JSON.stringify(other.parameters);
