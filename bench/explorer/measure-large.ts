import { GraphOverview } from "../../schema/graph-overview.ts";
import { milliseconds, timed } from "../graph/figures.ts";
import { drawnNodes } from "./drawn-nodes.ts";
import type { Measuring } from "./launch-browser.ts";
import { openCold } from "./open-cold.ts";
import type { LongestTask } from "./record-tasks.ts";

const PING_MS = 10;
/** Keeps the answers of the service from the ones that it has already sent. */
const LIMITS = [10, 40] as const;

/** A graph too large to draw: its aggregates by the service, and a person who opens it and drills down. */
export const measureLarge = async (measuring: Measuring, datasets: number): Promise<void> => {
  await measureOverview(measuring, datasets);
  await measureDrilling(measuring, datasets);
};

const measureOverview = async ({ origin, figures }: Measuring, datasets: number): Promise<void> => {
  const add = (what: string, elapsedMs: number, bar: string): void =>
    figures.add({ what, engine: "embedded", figure: milliseconds(elapsedMs), bar });
  const ping = await startPing(origin);
  const first = await timed(() => overviewOf(origin, ""));
  const longestWait = await ping.stop();
  const isRight = first.result.total.datasets === datasets;
  figures.add({
    what: `${datasets.toLocaleString("en")} datasets: first overview, the graph read for it`,
    engine: "embedded",
    figure: milliseconds(first.elapsedMs),
    bar: "2,000 ms",
    ...(!isRight && { wrong: `${first.result.total.datasets} datasets` }),
  });
  add("longest wait of another request meanwhile", longestWait, "50 ms");
  for (const limit of LIMITS) {
    const next = await timed(() => overviewOf(origin, `?within=math&limit=${limit}`));
    add(`overview of a domain, ${limit} owners`, next.elapsedMs, "200 ms");
  }
};

const overviewOf = async (origin: string, query: string): Promise<GraphOverview> =>
  GraphOverview.parse(await (await fetch(`${origin}/api/graph/overview${query}`)).json());

/** Asks the service for its session all the time, and tells how long the slowest answer took. */
const startPing = async (origin: string) => {
  const ask = async (): Promise<number> =>
    (await timed(async () => (await fetch(`${origin}/api/session`)).text())).elapsedMs;
  await ask();
  const ended = new AbortController();
  let longest = 0;
  const asking = (async () => {
    while (!ended.signal.aborted) {
      longest = Math.max(longest, await ask());
      await new Promise((resolve) => void setTimeout(resolve, PING_MS));
    }
  })();
  return {
    stop: async (): Promise<number> => {
      ended.abort();
      await asking;
      return longest;
    },
  };
};

const measureDrilling = async (measuring: Measuring, datasets: number): Promise<void> => {
  const { figures } = measuring;
  const cold = await openCold(measuring, "/graph");
  const { page } = cold;
  const groups = await drawnNodes(page, (count) => count < datasets);
  const opened = await cold.timings();
  const add = (what: string, elapsedMs: number): void =>
    figures.add({ what, engine: "embedded", figure: milliseconds(elapsedMs) });
  const addTask = (what: string, { wallMs, processorMs }: LongestTask): void =>
    figures.add({
      what,
      engine: "embedded",
      figure: `${milliseconds(wallMs)}, ${milliseconds(processorMs)}`,
      bar: "50 ms",
    });
  add(
    `page of ${datasets.toLocaleString("en")} datasets painted in ${groups.length} groups, cold`,
    opened.graphPainted,
  );
  addTask("longest task of the main thread until then, processor time", await cold.longestTask());
  for (const row of ["domain math", "owner"]) {
    const before = page.url();
    const drilled = await timed(async () => {
      await page.locator(`[data-row^="group ${row}"] a`).first().click();
      await page.waitForURL((now) => now.href !== before);
      await page.locator('.graph-canvas [role="status"]:not(.canvas-loading)').first().waitFor();
      await page
        .locator(row === "owner" ? "[data-row]:not([data-row^='group'])" : '[data-row^="group owner"]')
        .first()
        .waitFor();
      await drawnNodes(page, () => true);
    });
    add(`opened ${row === "owner" ? "an owner" : "a domain"}, until nothing moves`, drilled.elapsedMs);
    addTask("longest task of the main thread meanwhile, processor time", await cold.longestTask());
  }
  await cold.close();
};
