import { computed, signal, type ReadonlySignal } from "@preact/signals";
import type { Router } from "./router.ts";
import { formatView, parseView } from "./view-url.ts";
import {
  EMPTY_HISTORY,
  markRedone,
  markUndone,
  nextRedo,
  nextUndo,
  recordStep,
  type ViewPatch,
  type ViewStep,
} from "./view-history.ts";
import type { ViewState } from "./view-state.ts";

export type { ViewPatch } from "./view-history.ts";

export interface Navigation {
  readonly view: ReadonlySignal<ViewState>;
  /** Changes the view and its address. A new entry in the history, unless `replace` is given. */
  navigate(patch: ViewPatch, how?: "push" | "replace"): void;
  /** Goes to another view, whatever is shown now: a saved one, a link. */
  open(address: string): void;
  /** The address of a changed view, for links. */
  href(patch: ViewPatch): string;
  readonly canUndo: ReadonlySignal<boolean>;
  readonly canRedo: ReadonlySignal<boolean>;
  /** Takes back the last change of the page that is shown; without any it does nothing. */
  undo(): void;
  redo(): void;
  close(): void;
}

/**
 * The view is in the URL and nowhere else, so that links, reload and the back button restore it.
 *
 * Undo is a navigation of its own kind: a step forward in the browser's history, to a view as it was before, so the back button
 * undoes an undo like anything else and no entry is ever lost. What was undone waits on a stack of this session until
 * another change is made. Going back and forward in the browser are changes too, which undo takes back.
 */
export const createNavigation = (router: Router): Navigation => {
  const start = parseView(router.read());
  const view = signal(start);
  const history = signal(EMPTY_HISTORY);
  const arrive = (next: ViewState, continues = false): void => {
    history.value = recordStep(history.peek(), { from: view.peek(), to: next, continues });
    view.value = next;
  };
  const stop = router.subscribe(() => arrive(parseView(router.read())));
  const change = (patch: ViewPatch): string => formatView(patchView(view.peek(), patch));
  /** Where a changed view is, if it is another. What was opened inside somebody else's page stays what it is. */
  const addressAfter = (patch: ViewPatch): string | undefined => {
    const address = change({ ...patch, isEmbedded: start.isEmbedded });
    return address === formatView(view.peek()) ? undefined : address;
  };
  const step = (way: "undo" | "redo"): void => {
    const { next, mark, patch } = WAYS[way];
    const taken = next(history.peek(), view.peek().page);
    if (taken === undefined) return;
    history.value = mark(history.peek(), taken);
    const address = addressAfter(patch(taken));
    // What has come to the same by other ways is passed over: a press that changes nothing reads as broken.
    if (address === undefined) return step(way);
    router.push(address);
    view.value = parseView(address);
  };
  return {
    view,
    navigate: (patch, how = "push") => {
      const address = addressAfter(patch);
      if (address === undefined) return;
      // The history of a frame is that of the page around it, whose back button is not ours to fill.
      if (how === "replace" || start.isEmbedded) router.replace(address);
      else router.push(address);
      const next = parseView(address);
      // A root that is replaced was corrected: the dataset has moved, or a trace turned out to have it. Nobody chose that.
      if (how === "replace" && next.root !== view.peek().root) view.value = next;
      else arrive(next, how === "replace");
    },
    open: (address) => {
      // Through the parser: what is not ours in an address comes to nothing.
      const wanted = formatView({ ...parseView(address), isEmbedded: start.isEmbedded });
      if (wanted === formatView(view.peek())) return;
      router.push(wanted);
      arrive(parseView(wanted));
    },
    href: change,
    canUndo: computed(() => nextUndo(history.value, view.value.page) !== undefined),
    canRedo: computed(() => nextRedo(history.value, view.value.page) !== undefined),
    undo: () => step("undo"),
    redo: () => step("redo"),
    close: stop,
  };
};

const WAYS = {
  undo: { next: nextUndo, mark: markUndone, patch: ({ before }: ViewStep) => before },
  redo: { next: nextRedo, mark: markRedone, patch: ({ after }: ViewStep) => after },
};

const patchView = (view: ViewState, patch: ViewPatch): ViewState => {
  const merged: Record<string, unknown> = { ...view, ...patch };
  for (const field of Object.keys(merged)) if (merged[field] === undefined) delete merged[field];
  return merged as unknown as ViewState;
};
