import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { missingForBrowser, type OpenExplorer, openExplorer } from "./open-explorer.ts";

declare const window: {
  readonly stemma?: { readonly canvas: { nodes(): readonly { readonly id: string }[] } };
};

const DATASET = "a-m-team/AM-Thinking-v1-Distilled";
const BENCHMARK = "livecodebench/code_generation_lite";
const SOURCE = "AI-MO/NuminaMath-CoT";

describe.runIf(missingForBrowser.length === 0)("the contamination page", () => {
  let explorer: OpenExplorer;
  let page: Page;

  beforeAll(async () => {
    explorer = await openExplorer();
    ({ page } = explorer);
    await page.goto(`${explorer.origin}/contamination`);
    await page.locator(".ranking tbody tr[data-dataset]").first().waitFor();
  });
  afterAll(() => explorer?.close());

  test("ranks datasets by level, and keeps to what is chosen", async () => {
    const level = (name: string) => page.locator(`[data-level="${name}"] input`);
    await level("declared").uncheck();
    await level("suspected").uncheck();
    await page
      .locator('[data-page="contamination"] .ranking-level-cell', { hasText: "inherited" })
      .first()
      .waitFor();

    expect(await page.locator(".ranking-level-cell", { hasText: "declared" }).count()).toBe(0);
    expect(page.url()).toContain("without-level=declared,suspected");

    await level("declared").check();
    await level("suspected").check();
    await page.locator(".ranking-level-cell", { hasText: "declared" }).first().waitFor();
  });

  test("finds a benchmark, and ranks against it alone", async () => {
    await page.getByLabel("Find a benchmark").fill("livecodebench-v5");
    await page.locator(`[data-benchmark="${BENCHMARK}"] .benchmark-only`).click();

    await page.locator('[data-total="2"]').waitFor();
    const names = await page.locator(".ranking tbody tr[data-dataset] th").allTextContents();
    expect(names).toEqual(["agentica-org/DeepCoder-Preview-Dataset", DATASET]);
  });

  test("draws the way from a dataset to the benchmark, which opens its evidence and the graph", async () => {
    await page.locator(`.ranking tr[data-dataset="${DATASET}"]`).click();

    const steps = page.locator(".leak-way .leak-edge");
    await steps.nth(1).waitFor();
    expect(await steps.count()).toBe(2);
    expect(await page.locator(".leak-way .leak-node.is-benchmark").textContent()).toContain(
      "livecodebench-v5",
    );
    expect(await steps.first().getAttribute("href")).toMatch(/^\/\?dataset=a-m-team.*&edge=[0-9a-f]{24}/);
    const graph = page.locator(".leak-actions a").first();
    expect(await graph.getAttribute("href")).toMatch(/node=a-m-team\/AM-Thinking-v1-Distilled&.*to=/);
  });

  test("shows that way in the graph, with its ends drawn and each step told", async () => {
    const end = await page.locator(".leak-node.is-benchmark").getAttribute("title");
    const steps = await page.locator(".leak-way .leak-edge").count();
    await page.getByRole("link", { name: "Show in the graph" }).click();

    await page.waitForFunction(
      (ids) => {
        const drawn = window.stemma?.canvas.nodes().map(({ id }) => id) ?? [];
        return ids.every((id) => drawn.includes(id));
      },
      [DATASET, end ?? ""],
    );
    const way = page.locator('[data-panel="paths"] .way-steps').first();
    await way.waitFor();
    expect(await way.locator("[data-edge]").count()).toBe(steps);
    expect(new URL(page.url()).searchParams.get("to")).toBe(end);
    await page.goBack();
    await page.locator(".leak-way .leak-edge").first().waitFor();
  });

  test("shows the same as a matrix that keys lead through", async () => {
    await page.goto(`${explorer.origin}/contamination?shape=matrix`);
    const grid = page.getByRole("grid");
    await grid.locator('[data-current="true"]').focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("End");

    const row = grid.locator("tbody tr[data-dataset]").nth(2);
    expect(await row.locator('[data-current="true"]').count()).toBe(1);
    expect(await page.evaluate("document.activeElement.dataset.current")).toBe("true");

    await page.keyboard.press("Control+Home");
    await grid.locator("tbody tr[data-dataset]").first().locator(".matrix-cell").first().focus();
    expect(await page.locator(".matrix-told").textContent()).toMatch(/ against .*: .* steps?, /);
  });

  test("gives as CSV exactly what is shown", async () => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "CSV" }).click(),
    ]);
    const text = await readFile(await download.path(), "utf8");

    const lines = text.trim().split("\r\n");
    const shown = await page.locator("[data-shown]").getAttribute("data-shown");
    expect(lines).toHaveLength(Number(shown) + 1);
    expect(lines[0]).toContain("openai/gsm8k");
    expect(download.suggestedFilename()).toBe("stemma-contamination-matrix.csv");
  });

  test("gives the same as JSON, with every cell", async () => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "JSON" }).click(),
    ]);
    const { total, datasets } = JSON.parse(await readFile(await download.path(), "utf8"));

    const shown = page.locator("[data-shown]");
    expect(datasets).toHaveLength(Number(await shown.getAttribute("data-shown")));
    expect(String(total)).toBe(await shown.getAttribute("data-total"));
    expect(datasets[0].cells.length).toBeGreaterThan(0);
    expect(download.suggestedFilename()).toBe("stemma-contamination.json");
  });

  test("thinks a withdrawal through, and says what is not known", async () => {
    await page.goto(`${explorer.origin}/contamination?withdrawn=${SOURCE}`);
    await page.locator('[data-figure="vanishes"]').waitFor();

    const figure = async (name: string) =>
      Number(await page.locator(`[data-figure="${name}"] dd`).textContent());
    expect(await figure("descendants")).toBeGreaterThan(10);
    expect(await figure("only")).toBeLessThan(await figure("descendants"));
    expect(await figure("vanishes")).toBeGreaterThan(0);
    expect(await figure("stays")).toBeGreaterThan(0);
    expect(await page.locator(".withdrawal-unknown").textContent()).toContain("were not read");
  });

  test("says so when nothing fits, when the graph has no benchmark, and when the service fails", async () => {
    await page.goto(
      `${explorer.origin}/contamination?benchmark=openai/gsm8k&without-level=suspected,inherited,possible,declared,measured,cleared-by-claim`,
    );
    await page.getByRole("heading", { name: "Nothing fits" }).waitFor();

    await page.route("**/api/benchmarks", (route) => route.fulfill({ status: 200, json: { items: [] } }));
    await page.goto(`${explorer.origin}/contamination`);
    await page.getByRole("heading", { name: "No benchmark is in the graph" }).waitFor();
    await page.unroute("**/api/benchmarks");

    await page.route("**/api/contamination/datasets**", (route) => route.fulfill({ status: 404, json: {} }));
    await page.goto(`${explorer.origin}/contamination`);
    await page.getByRole("alert").waitFor();
    await page.unroute("**/api/contamination/datasets**");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.locator(".ranking tbody tr[data-dataset]").first().waitFor();
  });

  test("finds nothing that the browser complained of", () => {
    expect(explorer.complaints).toEqual([]);
  });
});
