import { milliseconds, quantile } from "../graph/figures.ts";
import { drawnNodes } from "./drawn-nodes.ts";
import type { Measuring } from "./launch-browser.ts";
import { openCold, type Timings } from "./open-cold.ts";
import type { LongestTask } from "./record-tasks.ts";

const TIMES = 7;

/** The seed's whole graph, each time by a browser that was never there. */
export const measureColdLoad = async (measuring: Measuring): Promise<void> => {
  const { figures } = measuring;
  const runs: (Timings & LongestTask)[] = [];
  let drawn = 0;
  for (let time = 0; time < TIMES; time += 1) {
    const cold = await openCold(measuring, "/graph");
    drawn = (await drawnNodes(cold.page, () => true)).length;
    runs.push({ ...(await cold.timings()), ...(await cold.longestTask()) });
    await cold.close();
  }
  const add = (what: string, read: (run: Timings & LongestTask) => number, bar?: string): void => {
    const values = runs.map(read);
    const figure = `${milliseconds(quantile(values, 0.5))} (${milliseconds(Math.min(...values))} to ${milliseconds(Math.max(...values))})`;
    figures.add({ what, engine: "embedded", figure, ...(bar !== undefined && { bar }) });
  };
  add(`seed, ${drawn} datasets: first text`, ({ firstPaint }) => firstPaint);
  add("seed: graph first painted, cold load", ({ graphPainted }) => graphPainted, "1,500 ms");
  add("seed: longest task of the main thread", ({ wallMs }) => wallMs, "50 ms");
  add("seed: longest task, processor time", ({ processorMs }) => processorMs);
};
