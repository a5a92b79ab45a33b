import { signal, type ReadonlySignal } from "@preact/signals";
import type { Router } from "./router.ts";
import { formatView, parseView } from "./view-url.ts";
import type { ViewState } from "./view-state.ts";

/** A change of the view; undefined takes a field away. */
export type ViewPatch = { readonly [Field in keyof ViewState]?: ViewState[Field] | undefined };

export interface Navigation {
  readonly view: ReadonlySignal<ViewState>;
  /** Changes the view and its address. A new entry in the history, unless `replace` is given. */
  navigate(patch: ViewPatch, how?: "push" | "replace"): void;
  /** The address of a changed view, for links. */
  href(patch: ViewPatch): string;
  close(): void;
}

/** The view is in the URL and nowhere else, so that links, reload and the back button restore it. */
export const createNavigation = (router: Router): Navigation => {
  const view = signal(parseView(router.read()));
  const stop = router.subscribe(() => {
    view.value = parseView(router.read());
  });
  const change = (patch: ViewPatch): string => formatView(patchView(view.peek(), patch));
  return {
    view,
    navigate: (patch, how = "push") => {
      const address = change(patch);
      if (address === formatView(view.peek())) return;
      if (how === "replace") router.replace(address);
      else router.push(address);
      view.value = parseView(address);
    },
    href: change,
    close: stop,
  };
};

const patchView = (view: ViewState, patch: ViewPatch): ViewState => {
  const merged: Record<string, unknown> = { ...view, ...patch };
  for (const field of Object.keys(merged)) if (merged[field] === undefined) delete merged[field];
  return merged as unknown as ViewState;
};
