import type { DatasetId } from "../../../schema/ids.ts";
import { MAX_TARGETS } from "../../../schema/limits.ts";
import type { ViewPatch } from "./navigation.ts";
import type { ViewState } from "./view-state.ts";

type Chosen = Pick<ViewState, "chosen">;

/** An address must stay one: more ids than this make it longer than proxies take. */
export const MAX_CHOSEN = 100;
/** As deep as the service walks: where ways meet may be far up. */
const DEEPEST = 30;

/** Gathers a dataset, or lets it go. */
export const toggleChosen = ({ chosen }: Chosen, id: DatasetId): ViewPatch => ({
  chosen: chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id].slice(0, MAX_CHOSEN),
});

/**
 * Gathers every dataset from the one that was gathered last to this one, in the order in which they are listed. The one that was
 * gathered last stays the last, so that another press reaches from the same start.
 */
export const chooseUpTo = ({ chosen }: Chosen, id: DatasetId, listed: readonly DatasetId[]): ViewPatch => {
  const anchor = chosen.at(-1);
  const [start, end] = [anchor === undefined ? -1 : listed.indexOf(anchor), listed.indexOf(id)].sort(
    (one, other) => one - other,
  );
  if (anchor === undefined || start === undefined || end === undefined || start < 0) {
    return toggleChosen({ chosen: chosen.filter((one) => one !== id) }, id);
  }
  const between = listed.slice(start, end + 1).filter((one) => one !== anchor);
  const others = chosen.filter((one) => one !== anchor && !between.includes(one));
  return { chosen: [...others, ...between].slice(0, MAX_CHOSEN - 1).concat(anchor) };
};

/** Gathers these beside what is gathered, as far as there is room. */
export const gather = ({ chosen }: Chosen, ids: readonly DatasetId[]): ViewPatch => ({
  chosen: [...new Set([...chosen, ...ids])].slice(0, MAX_CHOSEN),
});

/** Lets these go. */
export const letGo = ({ chosen }: Chosen, ids: readonly DatasetId[]): ViewPatch => {
  const gone = new Set(ids);
  return { chosen: chosen.filter((id) => !gone.has(id)) };
};

export const onlyChosen = ({ chosen }: Chosen): ViewPatch => ({
  onlyDatasets: chosen,
  chosen: [],
  camera: undefined,
});

/** What is hidden cannot be selected. */
export const hideChosen = ({
  chosen,
  hiddenDatasets,
  selection,
}: Pick<ViewState, "chosen" | "hiddenDatasets" | "selection">): ViewPatch => ({
  hiddenDatasets: [...new Set([...hiddenDatasets, ...chosen])],
  chosen: [],
  ...(selection?.kind === "dataset" && chosen.includes(selection.id) ? { selection: undefined } : {}),
});

/** Draws their sources together, each as a target; what was opened and hidden for others goes. */
export const startFromChosen = ({ chosen }: Chosen): ViewPatch => {
  const [root, ...others] = chosen.slice(0, MAX_TARGETS);
  return {
    page: "explore",
    root,
    others,
    direction: "upstream",
    expansions: [],
    openGroups: [],
    hiddenDatasets: [],
    onlyDatasets: [],
    chosen: [],
    selection: undefined,
    pathTo: undefined,
    document: undefined,
    camera: undefined,
  };
};

/** All that they have in common is among their whole ancestry. */
export const meetChosen = (view: Chosen): ViewPatch => ({ ...startFromChosen(view), depth: DEEPEST });
