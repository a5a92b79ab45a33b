import type { CDPSession, Page } from "playwright-core";
import { milliseconds, quantile } from "../graph/figures.ts";
import { type DrawnOnPage, drawnNodes } from "./drawn-nodes.ts";
import type { Measuring } from "./launch-browser.ts";
import { openCold } from "./open-cold.ts";

const MOVES = 40;
const PICKS = 20;
const SETTLE_MS = 250;

declare const document: {
  elementFromPoint(x: number, y: number): { closest(selector: string): object | null } | null;
};

/** What it costs in script when the pointer comes upon a dataset, and when one is selected, with 10,000 drawn. */
export const measurePointer = async (measuring: Measuring): Promise<void> => {
  const cold = await openCold(measuring, "/graph?as=datasets");
  const { page } = cold;
  const nodes = await drawnNodes(page, (count) => count > 1_000);
  // Until it is shown, nothing of it lies under the pointer.
  await cold.timings();
  await page.waitForTimeout(SETTLE_MS);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const reachable = await page.evaluate(keepReachable, nodes);
  if (reachable.length < MOVES + PICKS) throw new Error(`only ${reachable.length} marks can be pointed at`);
  const targets = spread(reachable, MOVES + PICKS);
  const hovers = await costs({ page, session }, targets.slice(0, MOVES), ({ x, y }) => page.mouse.move(x, y));
  const picks = await costs({ page, session }, targets.slice(MOVES), async ({ x, y }) => {
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.up();
  });
  for (const [what, values] of [
    ["hover", hovers],
    ["selection", picks],
  ] as const) {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    measuring.figures.add({
      what: `${what} among ${nodes.length.toLocaleString("en")} drawn datasets, script: mean, p95`,
      engine: "embedded",
      figure: `${milliseconds(mean)}, ${milliseconds(quantile(values, 0.95))}`,
      bar: "16 ms",
    });
  }
  await cold.close();
};

/** Milliseconds of script that each act costs, until two frames after it. */
const costs = async (
  { page, session }: { readonly page: Page; readonly session: CDPSession },
  targets: readonly DrawnOnPage[],
  act: (target: DrawnOnPage) => Promise<void>,
): Promise<readonly number[]> => {
  const values: number[] = [];
  for (const target of targets) {
    await page.waitForTimeout(SETTLE_MS);
    const before = await scriptMs(session);
    await act(target);
    await page.waitForTimeout(SETTLE_MS);
    values.push((await scriptMs(session)) - before);
  }
  return values;
};

const scriptMs = async (session: CDPSession): Promise<number> => {
  const { metrics } = await session.send("Performance.getMetrics");
  return (metrics.find(({ name }) => name === "ScriptDuration")?.value ?? 0) * 1_000;
};

/** Runs in the page: those that no panel lies over. */
const keepReachable = (nodes: readonly DrawnOnPage[]): readonly DrawnOnPage[] =>
  nodes.filter(({ x, y }) => document.elementFromPoint(x, y)?.closest(".canvas-host") instanceof Object);

const spread = (nodes: readonly DrawnOnPage[], count: number): readonly DrawnOnPage[] =>
  Array.from({ length: count }, (_, place) => nodes[Math.floor((place * nodes.length) / count)]).filter(
    (node) => node !== undefined,
  );
