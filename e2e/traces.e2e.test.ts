import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { missingForBrowser, type OpenExplorer, openExplorer } from "./open-explorer.ts";

const ROOT = "brackwater-lab/shoal-math";
const SOURCE = "quillfern/kettle-math-cot";

describe.runIf(missingForBrowser.length === 0)("the traces page", () => {
  let explorer: OpenExplorer;
  let page: Page;

  beforeAll(async () => {
    explorer = await openExplorer({ graph: "empty" });
    ({ page } = explorer);
    await page.goto(`${explorer.origin}/traces`);
  });
  afterAll(() => explorer?.close());

  const panel = (state: string) => page.locator(`[data-panel="trace"][data-state="${state}"]`);

  test("says what is no id and no limit before anything is sent", async () => {
    await page.getByLabel("Datasets", { exact: true }).first().fill("no such thing");
    await page.getByRole("button", { name: "Start" }).click();

    expect(await page.locator("#trace-roots-help").textContent()).toContain(
      "Not a dataset id: no such thing",
    );
    expect(page.url()).not.toContain("trace=");
  });

  test("starts several datasets by id and address under a limit, and stops there cleanly", async () => {
    await page.locator("#trace-roots").fill(`https://huggingface.co/datasets/${ROOT}\n`);
    await page.locator('input[name="start-datasets"]').fill("1");
    await page.getByRole("button", { name: "Start" }).click();

    await panel("budget-reached").waitFor({ timeout: 30_000 });

    expect(await page.locator('[data-budget="datasets"]').textContent()).toContain("1 of 1");
    expect(await page.locator('[data-counter="datasets"] dd').textContent()).toBe("1");
  });

  test("goes on from there with more, each visit below the one that named it", async () => {
    await page.locator('input[name="go-on-datasets"]').fill("");
    await page.getByRole("button", { name: "Go on" }).click();

    await panel("finished").waitFor({ timeout: 30_000 });

    const source = page.locator(`[data-visit="${SOURCE}"]`);
    expect(await source.getAttribute("data-indent")).toBe("1");
    expect(await page.locator(".event-trace-end").count()).toBe(2);
  });

  test("says what waits, and when each host last answered", async () => {
    await page.locator('[data-waiting="0"]').getByText("No trace runs.").waitFor();

    await page.getByText("What was asked of each host").click();
    await page
      .locator("[data-source]")
      .first()
      .getByText(/^\d+ requests?, last answered /)
      .waitFor();
  });

  test("comes back to the same trace by the address alone", async () => {
    await page.reload();

    await panel("finished").waitFor();
    expect(await page.locator(`[data-visit="${SOURCE}"]`).count()).toBe(1);
  });

  test("reads again what was read, and tells that nothing changed", async () => {
    await page.getByRole("link", { name: "All traces" }).click();
    await page.locator("#trace-roots").fill(ROOT);
    await page.getByLabel(/Read again/).check();
    await page.getByRole("button", { name: "Start" }).click();
    await panel("finished").waitFor({ timeout: 30_000 });

    const changes = page.locator('[data-part="changes"]');
    await changes.getByText("Every edge is as the readings before had it.").waitFor();
    expect(await changes.textContent()).toMatch(/\d+ datasets compared with 1 earlier trace\./);
  });

  test("lists the traces with how they ended", async () => {
    await page.getByRole("link", { name: "All traces" }).click();
    await page.locator("tr[data-trace]").nth(1).waitFor();

    expect(await page.locator("tr[data-trace]").count()).toBe(2);
    expect(await page.locator(".health-line").textContent()).toContain("Reads a mirror");
  });

  test("finds nothing that the browser complained of", () => {
    expect(explorer.complaints).toEqual([]);
  });
});
