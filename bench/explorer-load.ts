/**
 * Measures the explorer in a real browser, Chromium with software rendering: how soon the whole graph is painted from a cold load,
 * how long its main thread is kept busy, what hovering and selecting cost, and how a large graph opens and drills down. Prints the
 * machine's load beside each figure; exits 1 when a page shows something else than it should, never for being slow.
 *
 *   npx vite build ui && npx tsx bench/explorer-load.ts [--datasets 100000] [--only seed|pointer|large]
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { launchBrowser } from "./explorer/launch-browser.ts";
import { loadInvented } from "./explorer/load-invented.ts";
import { measureColdLoad } from "./explorer/measure-cold-load.ts";
import { measureLarge } from "./explorer/measure-large.ts";
import { measureLayout } from "./explorer/measure-layout.ts";
import { measurePointer } from "./explorer/measure-pointer.ts";
import { embeddedEngine } from "./graph/engine.ts";
import { createFigures } from "./graph/figures.ts";
import { runStemma, startService } from "./graph/run-stemma.ts";

const { values } = parseArgs({
  options: { datasets: { type: "string", default: "100000" }, only: { type: "string" } },
});
/** As many as a page draws when it is asked to. */
const POINTER_DATASETS = 10_000;

const folder = await mkdtemp(join(tmpdir(), "stemma-explorer-load-"));
const figures = createFigures((line) => process.stdout.write(`${line}\n`));
const browser = await launchBrowser();
const isWanted = (part: string): boolean => values.only === undefined || values.only === part;

try {
  if (isWanted("seed")) {
    const engine = embeddedEngine(join(folder, "seed"));
    const seeded = await runStemma(engine, ["seed"]);
    if (seeded.code !== 0) throw new Error(`the seed could not be loaded: ${seeded.output}`);
    const service = await startService(engine);
    await measureColdLoad({ browser, origin: service.origin, figures });
    await measureLayout({ browser, origin: service.origin, figures });
    await service.stop();
  }
  if (isWanted("pointer")) {
    const engine = await loadInvented(join(folder, "pointer"), POINTER_DATASETS);
    const service = await startService(engine);
    await measurePointer({ browser, origin: service.origin, figures });
    await service.stop();
  }
  if (isWanted("large")) {
    const engine = await loadInvented(join(folder, "large"), Number(values.datasets));
    const service = await startService(engine);
    await measureLarge({ browser, origin: service.origin, figures }, Number(values.datasets));
    await service.stop();
  }
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}
process.exitCode = figures.wrong().length === 0 ? 0 : 1;
