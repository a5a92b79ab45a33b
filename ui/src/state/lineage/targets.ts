import { MAX_TARGETS } from "../../../../schema/limits.ts";
import type { DatasetId } from "../../../../schema/ids.ts";
import type { ViewPatch } from "../navigation.ts";
import type { ViewState } from "../view-state.ts";

type Targets = Pick<ViewState, "root" | "others">;

export const targetsOf = ({ root, others }: Targets): readonly DatasetId[] =>
  root === undefined ? [] : [root, ...others.filter((id) => id !== root)];

export const canAddTarget = (view: Targets): boolean => targetsOf(view).length < MAX_TARGETS;

/** One dataset alone, as a link to it shows it: what was expanded or opened for another one goes. */
export const openTarget = (id: DatasetId): ViewPatch => ({
  page: "explore",
  root: id,
  others: [],
  expansions: [],
  openGroups: [],
  selection: undefined,
  pathTo: undefined,
  document: undefined,
  camera: undefined,
});

/** One more target; the first when there is none. Nothing changes when it is one already, or there are as many as can be. */
export const addTarget = (view: Targets, id: DatasetId): ViewPatch => {
  if (view.root === undefined) return openTarget(id);
  if (targetsOf(view).includes(id) || !canAddTarget(view)) return {};
  return { page: "explore", others: [...view.others, id], camera: undefined };
};

/** Without one; the next becomes the root, and without any the start page is left. */
export const removeTarget = (view: Targets, id: DatasetId): ViewPatch => {
  const [root, ...others] = targetsOf(view).filter((one) => one !== id);
  return root === undefined ? { ...openTarget(id), root: undefined } : { root, others, camera: undefined };
};
