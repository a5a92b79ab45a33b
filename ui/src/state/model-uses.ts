import { computed, effect, signal, type ReadonlySignal } from "@preact/signals";
import type { ModelUse } from "../../../schema/edge.ts";
import type { DatasetId } from "../../../schema/ids.ts";
import type { ApiClient } from "./api-client.ts";
import type { ShownLineage } from "./shown-lineage.ts";

export interface ModelUses {
  readonly edges: ReadonlySignal<readonly ModelUse[]>;
  /** How many of the shown datasets were asked for; undefined while models are not shown. */
  readonly progress: ReadonlySignal<{ readonly done: number; readonly of: number } | undefined>;
  /** Forgets what is known, because a trace has changed it. */
  forget(ids: readonly DatasetId[]): void;
}

export interface ModelUsesDependencies {
  readonly api: Pick<ApiClient, "dataset">;
  readonly shown: ReadonlySignal<ShownLineage | undefined>;
  readonly wanted: ReadonlySignal<boolean>;
}

const AT_ONCE = 4;
/** Beyond this many datasets, triangles would hide the lineage that they explain. */
const MOST_DATASETS = 200;
const NONE: readonly ModelUse[] = [];

/** Reads, once each and few at once, which models made the shown datasets, when somebody wants to see them. */
export const createModelUses = ({ api, shown, wanted }: ModelUsesDependencies): ModelUses => {
  const known = signal<ReadonlyMap<DatasetId, readonly ModelUse[]>>(new Map());
  const asked = new Set<DatasetId>();
  const waiting: DatasetId[] = [];
  let running = 0;

  const askNext = (): void => {
    const id = waiting.shift();
    if (id === undefined || running >= AT_ONCE) {
      if (id !== undefined) waiting.unshift(id);
      return;
    }
    running += 1;
    const settle = (uses: readonly ModelUse[]): void => {
      running -= 1;
      known.value = new Map(known.peek()).set(id, uses);
      askNext();
    };
    // A dataset that cannot be read shows no triangle; its own panel tells the failure when it is opened.
    api.dataset(id).then(
      (detail) => settle(detail.models.filter((edge): edge is ModelUse => edge.kind === "model-use")),
      () => settle(NONE),
    );
  };

  const targets = computed(() => (wanted.value ? tracedOf(shown.value).slice(0, MOST_DATASETS) : undefined));
  effect(() => {
    for (const id of targets.value ?? []) {
      if (asked.has(id)) continue;
      asked.add(id);
      waiting.push(id);
      askNext();
    }
  });
  return {
    edges: computed(() => {
      const edges = (targets.value ?? []).flatMap((id) => known.value.get(id) ?? NONE);
      return edges.length === 0 ? NONE : edges.filter((edge) => edge.status !== "rejected");
    }),
    progress: computed(() => {
      const ids = targets.value;
      return ids && { done: ids.filter((id) => known.value.has(id)).length, of: ids.length };
    }),
    forget: (ids) => {
      for (const id of ids) asked.delete(id);
    },
  };
};

const tracedOf = (lineage: ShownLineage | undefined): readonly DatasetId[] =>
  lineage?.nodes.filter((node) => node.state === "traced").map((node) => node.id) ?? [];
