/** Where the focus goes when what had it is gone: the nearest of these that is still there. */
const REGIONS = "dialog, .reader, .inspector, .drawer, .filters, main";

/**
 * What has the focus may be drawn no more: a row whose panel gives way to another, a button that did its work. The browser then
 * drops the focus to the body, and who uses the keyboard starts again at the window's top. It stays in its region instead.
 */
export const keepFocus = (page: Document): (() => void) => {
  let around: readonly Element[] = [];
  const remember = ({ target }: FocusEvent): void => {
    around = target instanceof Element ? pathOf(target) : [];
  };
  // A press beside everything means to leave it.
  const forget = (): void => {
    around = [];
  };
  const observer = new MutationObserver(() => {
    const [lost] = around;
    if (lost === undefined || lost.isConnected || page.activeElement !== page.body) return;
    const region = around.find((element) => element.isConnected)?.closest(REGIONS);
    around = [];
    if (!(region instanceof HTMLElement)) return;
    // It has to be able to hold the focus, and is no stop of Tab.
    region.tabIndex = -1;
    region.focus({ preventScroll: true });
  });
  observer.observe(page.body, { childList: true, subtree: true });
  page.addEventListener("focusin", remember);
  page.addEventListener("pointerdown", forget);
  return () => {
    observer.disconnect();
    page.removeEventListener("focusin", remember);
    page.removeEventListener("pointerdown", forget);
  };
};

/** The element and all that it is in, innermost first. */
const pathOf = (element: Element): readonly Element[] => {
  const path: Element[] = [];
  for (let at: Element | null = element; at !== null; at = at.parentElement) path.push(at);
  return path;
};
