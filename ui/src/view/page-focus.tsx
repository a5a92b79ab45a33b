import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useApp } from "./app-context.ts";
import { titleOf } from "./follow-title.ts";

/** With another page, the focus goes to its heading and its title is said; the first page leaves the focus alone. */
export const PageFocus = (): JSX.Element => {
  const { store } = useApp();
  const { page, root } = store.view.value;
  const said = useRef<HTMLParagraphElement>(null);
  const isFirst = useRef(true);
  const place = page === "explore" && root === undefined ? "start" : page;
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    focusPage();
    if (said.current !== null) said.current.textContent = titleOf(store.view.peek()) || "Stemma";
  }, [place]);
  return <p ref={said} class="visually-hidden" role="status" aria-live="polite" />;
};

/** To the page's heading, or to the page itself while it has none; never away from what somebody already uses. */
export const focusPage = (): void => {
  const main = document.getElementById("main");
  if (main === null) return;
  const focused = document.activeElement;
  if (focused instanceof HTMLElement && main.contains(focused) && focused !== main) return;
  const heading = main.querySelector<HTMLElement>("h1");
  if (heading === null) return main.focus({ preventScroll: true });
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
};
