import { computed, effect, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import type { FoundDataset } from "../../../schema/api.ts";
import type { DatasetId } from "../../../schema/ids.ts";
import type { ApiClient } from "./api-client.ts";
import { toTraceableId } from "./dataset-text.ts";
import { createResource, type Resource } from "./resource.ts";

/** One line of the list under the search box. */
export type SearchOption =
  | { readonly kind: "dataset"; readonly dataset: FoundDataset }
  | { readonly kind: "trace"; readonly id: DatasetId };

export interface Search {
  readonly text: ReadonlySignal<string>;
  readonly results: Resource<readonly FoundDataset[]>;
  /** Those of the text before stay until the ones for what is typed now are there. */
  readonly options: ReadonlySignal<readonly SearchOption[]>;
  /** Whether the options are those of the text. */
  readonly isSettled: ReadonlySignal<boolean>;
  readonly active: Signal<number>;
  type(text: string): void;
  /** Moves the active line, around the ends. */
  move(step: 1 | -1): void;
  /** Does something with the active line, once it is one of the text's: who types fast must not open what stood there before. */
  choose(act: (option: SearchOption) => void): void;
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
  const waiting = signal<((option: SearchOption) => void) | undefined>(undefined);
  let cancelPause: (() => void) | undefined;

  const results = createResource<string, readonly FoundDataset[]>(
    asked,
    async (query, abort) => (await api.search(query, RESULTS, abort)).items,
    { keepsFor: () => true },
  );
  const isSettled = computed(() => {
    const { state } = results.current.value;
    return asked.value === text.value.trim() && (state === "ready" || state === "failed");
  });
  const options = computed(() => {
    const found = results.value.value ?? [];
    return isSettled.value ? toOptions(text.value, found) : found.map(toOption);
  });
  effect(() => {
    const act = waiting.value;
    if (act === undefined || !isSettled.value) return;
    waiting.value = undefined;
    const option = options.peek()[active.peek()];
    if (option !== undefined) act(option);
  });

  return {
    text,
    results,
    options,
    isSettled,
    active,
    type: (typed) => {
      text.value = typed;
      active.value = 0;
      waiting.value = undefined;
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
    choose: (act) => {
      if (text.peek().trim() !== "") waiting.value = act;
    },
  };
};

const toOption = (dataset: FoundDataset): SearchOption => ({ kind: "dataset", dataset });

/** The found datasets, and the offer to trace what was typed when it is an id that is not among them. */
export const toOptions = (text: string, found: readonly FoundDataset[]): readonly SearchOption[] => {
  const id = toTraceableId(text);
  const options = found.map(toOption);
  const known = found.some(
    (dataset) => dataset.id.toLowerCase() === id?.toLowerCase() || dataset.alias === id?.toLowerCase(),
  );
  if (id !== undefined && !known) options.push({ kind: "trace", id });
  return options;
};
