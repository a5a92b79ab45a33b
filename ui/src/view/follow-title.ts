import { effect } from "@preact/signals";
import type { ViewState } from "../state/view-state.ts";
import { frameWords } from "../words/frame-words.ts";
import type { App } from "./app-context.ts";

/** What the page shows, for the window's title and for who cannot see it change. */
export const titleOf = ({ page, root }: ViewState): string => {
  if (page !== "explore") return frameWords().pages[page];
  return root ?? "";
};

export const followTitle = ({ store }: App): void => {
  effect(() => {
    const title = titleOf(store.view.value);
    document.title = title === "" ? "Stemma" : `${title}, Stemma`;
  });
};
