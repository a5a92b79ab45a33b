import type { Page } from "playwright-core";
import type { Measuring } from "./launch-browser.ts";
import { type LongestTask, recordTasks } from "./record-tasks.ts";

export interface ColdPage {
  readonly page: Page;
  /** What the page's own clocks say once it is painted, milliseconds since its navigation began. */
  timings(): Promise<Timings>;
  /** Of the main thread since the page began, or since this was asked last. */
  longestTask(): Promise<LongestTask>;
  close(): Promise<void>;
}

export interface Timings {
  readonly firstPaint: number;
  /** The frame after the one that first shows the canvas with its marks, edges and names. */
  readonly graphPainted: number;
}

declare const window: { explorerLoad: { graphPainted: number } };
declare const CanvasRenderingContext2D: { prototype: { fillText(...words: unknown[]): void } };
declare const requestAnimationFrame: (run: () => void) => void;
declare const document: { querySelector(selector: string): object | null };
declare const getComputedStyle: (element: object) => { readonly visibility: string };

/** Opens an address as a browser that was never there: own storage, empty cache. */
export const openCold = async (
  { browser, origin }: Measuring,
  path: string,
  watch?: () => void,
): Promise<ColdPage> => {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(watchPage);
  if (watch !== undefined) await page.addInitScript(watch);
  // Who watches by the page's own clock records nothing beside, which would make its tasks longer.
  const record = () => (watch === undefined ? recordTasks(browser, page) : undefined);
  let stop = await record();
  await page.goto(`${origin}${path}`);
  return {
    page,
    timings: async () => {
      await page.waitForFunction(() => window.explorerLoad.graphPainted > 0);
      return page.evaluate(readTimings);
    },
    longestTask: async () => {
      const longest = await stop?.();
      if (longest === undefined) throw new Error("the tasks of this page were not recorded");
      stop = await record();
      return longest;
    },
    close: async () => {
      await stop?.();
      await context.close();
    },
  };
};

/** Runs in the page, before its own scripts. */
const watchPage = (): void => {
  const seen = { graphPainted: 0 };
  window.explorerLoad = seen;
  const draw = CanvasRenderingContext2D.prototype.fillText;
  // Without a name: the loader would wrap a named one in a helper that the page does not have.
  CanvasRenderingContext2D.prototype.fillText = function (...words) {
    if (seen.graphPainted === 0) {
      seen.graphPainted = -1;
      requestAnimationFrame(look);
    }
    return draw.apply(this, words);
  };
  // Names are drawn before the marks are ready, and all is shown together.
  function look(): void {
    const canvas = document.querySelector(".canvas-host");
    const isShown = canvas !== null && getComputedStyle(canvas).visibility === "visible";
    requestAnimationFrame(isShown ? () => (seen.graphPainted = performance.now()) : look);
  }
};

const readTimings = (): Timings => ({
  firstPaint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
  graphPainted: window.explorerLoad.graphPainted,
});
