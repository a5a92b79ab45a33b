import type { DatasetId } from "../../../../schema/ids.ts";
import { toTraceableId } from "../dataset-text.ts";

/** As the service takes them. */
export const MOST_ROOTS = 100;

export interface ParsedRoots {
  readonly ids: readonly DatasetId[];
  /** What is no id of a dataset, as it was written. */
  readonly faults: readonly string[];
}

/** Ids or Hub addresses, one a line or with commas between; one that comes twice counts once. */
export const parseRoots = (text: string): ParsedRoots => {
  const parts = text
    .split(/[\n,;]+/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const parsed = parts.map((part) => ({ part, id: toTraceableId(part) }));
  return {
    ids: [...new Set(parsed.flatMap(({ id }) => id ?? []))],
    faults: parsed.flatMap(({ part, id }) => (id === undefined ? [part] : [])),
  };
};
