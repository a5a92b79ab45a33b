import type { Page } from "playwright-core";
import { milliseconds, quantile } from "../graph/figures.ts";
import { drawnNodes } from "./drawn-nodes.ts";
import type { Measuring } from "./launch-browser.ts";
import { openCold } from "./open-cold.ts";

const TIMES = 5;
const SETTLE_MS = 3_000;
/** Has the most ancestors in the seed, its rejected candidates with them. */
const LARGEST =
  "/?dataset=OpenDataArena%2FODA-scored-data-2603&depth=20&status=accepted%2Cflagged%2Crejected";
const SMALL = "/?dataset=openai%2Fgsm8k";

interface LayoutTimes {
  readonly nodes: number;
  readonly layoutMs: number;
  /** By the browser's own long-task timing, of tasks that ran while the layout did; 0 when none took 50 ms. */
  readonly longestTaskMs: number;
}

interface Timed {
  readonly startTime: number;
  readonly duration: number;
  readonly detail?: { readonly nodes: number };
}

declare const window: { longTasks: Timed[] };
declare const history: { pushState(state: null, title: string, address: string): void };
declare const dispatchEvent: (event: object) => void;
declare const PopStateEvent: new (kind: string) => object;
declare class PerformanceObserver {
  constructor(take: (list: { getEntries(): Timed[] }) => void);
  observe(options: object): void;
}

/** The layered layout of the largest ancestry: by a page that opens with it, and by one whose worker has laid out something before. */
export const measureLayout = async (measuring: Measuring): Promise<void> => {
  const cold: LayoutTimes[] = [];
  const warm: LayoutTimes[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const first = await openWatched(measuring, LARGEST);
    cold.push(await timesOf(first.page, 1));
    await first.close();
    const second = await openWatched(measuring, SMALL);
    await timesOf(second.page, 1);
    await second.page.waitForTimeout(SETTLE_MS);
    await second.page.evaluate(goTo, LARGEST);
    warm.push(await timesOf(second.page, 2));
    await second.close();
  }
  for (const [how, runs] of [
    ["the page's first", cold],
    ["with the worker warm", warm],
  ] as const) {
    const add = (what: string, read: (run: LayoutTimes) => number, bar: string): void => {
      const values = runs.map(read);
      const range = `${milliseconds(Math.min(...values))} to ${milliseconds(Math.max(...values))}`;
      const figure = `${milliseconds(quantile(values, 0.5))} (${range})`;
      measuring.figures.add({ what, engine: "embedded", figure, bar });
    };
    const nodes = runs[0]?.nodes ?? 0;
    add(
      `ancestors of the largest set, ${nodes} nodes laid out in layers, ${how}`,
      (run) => run.layoutMs,
      "1,000 ms",
    );
    add(
      "longest task of the main thread meanwhile (0: none over 50 ms)",
      (run) => run.longestTaskMs,
      "50 ms",
    );
  }
};

const openWatched = async (measuring: Measuring, address: string) => {
  const opened = await openCold(measuring, address, watchTasks);
  await drawnNodes(opened.page, () => true);
  return opened;
};

/** Runs in the page. */
const watchTasks = (): void => {
  window.longTasks = [];
  new PerformanceObserver((list) => window.longTasks.push(...list.getEntries())).observe({
    type: "longtask",
    buffered: true,
  });
};

const goTo = (address: string): void => {
  history.pushState(null, "", address);
  dispatchEvent(new PopStateEvent("popstate"));
};

const timesOf = async (page: Page, count: number): Promise<LayoutTimes> => {
  await page.waitForFunction(
    (wanted) => performance.getEntriesByName("stemma layout").length >= wanted,
    count,
  );
  await page.waitForTimeout(200);
  return page.evaluate((place) => {
    const layout = (performance.getEntriesByName("stemma layout") as Timed[])[place];
    if (layout === undefined) throw new Error("there is no such layout");
    const end = layout.startTime + layout.duration;
    const meanwhile = window.longTasks.filter(
      (task) => task.startTime < end && task.startTime + task.duration > layout.startTime,
    );
    return {
      nodes: layout.detail?.nodes ?? 0,
      layoutMs: layout.duration,
      longestTaskMs: meanwhile.reduce((most, { duration }) => Math.max(most, duration), 0),
    };
  }, count - 1);
};
