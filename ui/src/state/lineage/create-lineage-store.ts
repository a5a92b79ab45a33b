import { computed, effect, signal, type ReadonlySignal } from "@preact/signals";
import type { LineageView } from "../../../../schema/api.ts";
import type { CommonAncestors } from "../../../../schema/lineage.ts";
import type { ApiClient, LineageRequest } from "../api-client.ts";
import type { Navigation } from "../navigation.ts";
import { createResource, type Resource } from "../resource.ts";
import type { Expansion, ViewState } from "../view-state.ts";
import { targetsOf } from "./targets.ts";
import { type TooLarge, tooLargeOf } from "./too-large.ts";

export interface LineageStore {
  /** What the view asks for. The former answer stays while another depth or expansion of the same root is loading. */
  readonly lineage: Resource<LineageView>;
  /** What may be drawn: nothing while the reader has not said what to do with too large a lineage. */
  readonly drawable: ReadonlySignal<LineageView | undefined>;
  readonly tooLarge: ReadonlySignal<TooLarge | undefined>;
  /** Draws the nearest of too large a lineage. */
  showAnyway(): void;
  /** What the targets all derive from, while somebody looks at it. */
  readonly common: Resource<CommonAncestors>;
  readonly showsCommon: ReadonlySignal<boolean>;
  toggleCommon(): void;
  /** Datasets and edges to light up; undefined when there are none. */
  readonly highlighted: ReadonlySignal<Highlighted | undefined>;
}

export interface Highlighted {
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
}

export interface LineageDependencies {
  readonly api: Pick<ApiClient, "lineage" | "commonAncestors">;
  readonly navigation: Navigation;
}

/** The lineage of the view's targets, and what they have in common. */
export const createLineageStore = ({ api, navigation }: LineageDependencies): LineageStore => {
  const { view } = navigation;
  const key = computed(() => keyOf(view.value));
  const lineage = createResource(key, (wanted, abort) => api.lineage(JSON.parse(wanted), abort), {
    keepsFor: hasSameRoot,
  });
  const accepted = signal<string | undefined>(undefined);
  const tooLarge = computed(() => {
    const loaded = lineage.value.value;
    return loaded === undefined || accepted.value === key.value ? undefined : tooLargeOf(loaded);
  });
  const drawable = computed(() => (tooLarge.value === undefined ? lineage.value.value : undefined));
  followSpelling(lineage.value, navigation);
  return {
    lineage,
    drawable,
    tooLarge,
    showAnyway: () => (accepted.value = key.peek()),
    ...createCommon({ api, navigation }),
  };
};

const createCommon = ({ api, navigation: { view } }: LineageDependencies) => {
  const isOpen = signal(false);
  const key = computed(() => {
    const targets = targetsOf(view.value);
    return isOpen.value && targets.length > 1
      ? JSON.stringify({ targets, statuses: view.value.statuses })
      : undefined;
  });
  const common = createResource(key, (wanted, abort) => api.commonAncestors(JSON.parse(wanted), abort));
  return {
    common,
    showsCommon: computed(() => key.value !== undefined),
    toggleCommon: () => (isOpen.value = !isOpen.peek()),
    highlighted: computed(() => {
      const found = common.value.value;
      if (found === undefined || found.ancestors.length === 0) return undefined;
      const ends = found.edges.flatMap(({ from, to }) => [from as string, to as string]);
      const nodes = new Set([...found.targets, ...found.ancestors.map(({ id }) => id as string), ...ends]);
      return { nodes: [...nodes], edges: found.edges.map(({ id }) => id) };
    }),
  };
};

/** As the service takes it at most. */
const MOST_EXPANSIONS = 200;

const keyOf = (view: ViewState): string | undefined => {
  const { root, direction, depth, statuses, expansions } = view;
  if (root === undefined) return undefined;
  const [, ...others] = targetsOf(view);
  const opened = (way: Expansion["direction"]) =>
    expansions
      .filter((one) => one.direction === way)
      .slice(0, MOST_EXPANSIONS)
      .map(({ id }) => id);
  const [up, down] = [opened("upstream"), opened("downstream")];
  return JSON.stringify({
    root,
    direction,
    depth,
    statuses,
    ...(others.length > 0 && { others }),
    ...(up.length > 0 && { up }),
    ...(down.length > 0 && { down }),
  } satisfies LineageRequest);
};

const hasSameRoot = (wanted: string, former: string): boolean =>
  (JSON.parse(wanted) as LineageRequest).root === (JSON.parse(former) as LineageRequest).root;

/** A target that the graph knows by another spelling or a newer id goes on under that one. */
const followSpelling = (lineage: ReadonlySignal<LineageView | undefined>, navigation: Navigation): void => {
  // The view is not followed: an answer is for the view in which it arrives, and for no later one.
  effect(() => {
    const known = lineage.value?.targets;
    if (known === undefined) return;
    const asked = targetsOf(navigation.view.peek());
    if (asked.length === known.length && asked.every((id, at) => id === known[at])) return;
    navigation.navigate({ root: known[0], others: known.slice(1) }, "replace");
  });
};
