import { computed, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import type { DatasetSummary } from "../../../schema/api.ts";
import type { DatasetId } from "../../../schema/ids.ts";
import type { ApiClient } from "./api-client.ts";
import { toTraceableId } from "./dataset-text.ts";
import { createResource, type Resource } from "./resource.ts";

/** One line of the list under the search box. */
export type SearchOption =
  | { readonly kind: "dataset"; readonly dataset: DatasetSummary }
  | { readonly kind: "trace"; readonly id: DatasetId };

export interface Search {
  readonly text: ReadonlySignal<string>;
  readonly results: Resource<readonly DatasetSummary[]>;
  readonly options: ReadonlySignal<readonly SearchOption[]>;
  readonly active: Signal<number>;
  type(text: string): void;
  /** Moves the active line, around the ends. */
  move(step: 1 | -1): void;
}

export interface SearchDependencies {
  readonly api: Pick<ApiClient, "search">;
  readonly after: (delayMs: number, action: () => void) => () => void;
}

const TYPING_PAUSE_MS = 120;
const RESULTS = 12;

export const createSearch = ({ api, after }: SearchDependencies): Search => {
  const text = signal("");
  const asked = signal<string | undefined>(undefined);
  const active = signal(0);
  let cancelPause: (() => void) | undefined;

  const results = createResource<string, readonly DatasetSummary[]>(asked, async (query, abort) => {
    const page = await api.search(query, RESULTS, abort);
    return page.items;
  });
  const options = computed(() => toOptions(text.value, results.value.value ?? []));

  return {
    text,
    results,
    options,
    active,
    type: (typed) => {
      text.value = typed;
      active.value = 0;
      cancelPause?.();
      const query = typed.trim();
      cancelPause = after(TYPING_PAUSE_MS, () => {
        asked.value = query === "" ? undefined : query;
      });
    },
    move: (step) => {
      const count = options.peek().length;
      if (count > 0) active.value = (active.peek() + step + count) % count;
    },
  };
};

/** The found datasets, and the offer to trace what was typed when it is an id that is not among them. */
export const toOptions = (text: string, found: readonly DatasetSummary[]): readonly SearchOption[] => {
  const id = toTraceableId(text);
  const options: SearchOption[] = found.map((dataset) => ({ kind: "dataset", dataset }));
  const known = found.some((dataset) => dataset.id.toLowerCase() === id?.toLowerCase());
  if (id !== undefined && !known) options.push({ kind: "trace", id });
  return options;
};
