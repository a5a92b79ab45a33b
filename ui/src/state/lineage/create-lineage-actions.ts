import type { ReadonlySignal } from "@preact/signals";
import type { LineageView } from "../../../../schema/api.ts";
import { isDatasetId } from "../../../../schema/id-text.ts";
import type { DatasetId } from "../../../../schema/ids.ts";
import type { Navigation } from "../navigation.ts";
import type { Expansion } from "../view-state.ts";
import { isExpanded, withExpansion, withoutExpansion } from "./expansions.ts";
import { addTarget, openTarget, removeTarget } from "./targets.ts";

type OneWay = Expansion["direction"];

/** Ids are those of the canvas; what is no dataset, a model for one, is passed over. */
export interface LineageActions {
  /** Shows a dataset's sources (upstream) or uses (downstream), whatever the depth is. */
  expand(id: string, direction: OneWay): void;
  /** Takes that back; what the depth shows stays. */
  collapse(id: string, direction: OneWay): void;
  toggle(id: string, direction: OneWay): void;
  isExpanded(id: string, direction: OneWay): boolean;
  /** Everything that can be reached. */
  showAll(): void;
  /** Draws one dataset alone. */
  open(id: string): void;
  addTarget(id: string): void;
  removeTarget(id: string): void;
}

const DEEPEST = 30;

interface ActionDependencies {
  readonly navigation: Navigation;
  readonly lineage: ReadonlySignal<LineageView | undefined>;
}

export const createLineageActions = ({ navigation, lineage }: ActionDependencies): LineageActions => {
  const { view } = navigation;
  const expand = (id: string, direction: OneWay): void =>
    withDataset(id, (dataset) => {
      const expansions = withExpansion(view.peek().expansions, { id: dataset, direction });
      navigation.navigate({ expansions });
    });
  const collapse = (id: string, direction: OneWay): void =>
    withDataset(id, (dataset) => {
      const loaded = lineage.peek();
      if (loaded === undefined) return;
      navigation.navigate({
        expansions: withoutExpansion(loaded, view.peek(), { id: dataset, direction }),
      });
    });
  const has = (id: string, direction: OneWay): boolean =>
    isDatasetId(id) && isExpanded(view.value, { id, direction });
  return {
    expand,
    collapse,
    isExpanded: has,
    toggle: (id, direction) => (has(id, direction) ? collapse : expand)(id, direction),
    showAll: () => navigation.navigate({ depth: DEEPEST }),
    open: (id) => withDataset(id, (dataset) => navigation.navigate(openTarget(dataset))),
    addTarget: (id) => withDataset(id, (dataset) => navigation.navigate(addTarget(view.peek(), dataset))),
    removeTarget: (id) =>
      withDataset(id, (dataset) => navigation.navigate(removeTarget(view.peek(), dataset))),
  };
};

const withDataset = (id: string, act: (dataset: DatasetId) => void): void => {
  if (isDatasetId(id)) act(id);
};
