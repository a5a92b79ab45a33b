import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { missingForBrowser, type OpenExplorer, openExplorer } from "./open-explorer.ts";

/** What the explorer's page offers to tests: where the canvas drew what, in pixels of the page. */
declare const window: {
  readonly stemma: { readonly canvas: { nodes(): OnPage[]; edges(): OnPage[] } };
};

interface OnPage {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

const ROOT = "brackwater-lab/tidewrack-sft-mix";
const LINEAGE = `/?dataset=${ROOT}&depth=12`;

/** A first layout takes its time where many tests share the machine. */
const PATIENCE_MS = 90_000;

describe.runIf(missingForBrowser.length === 0)("a reader filters a lineage", () => {
  let explorer: OpenExplorer;
  let page: Page;

  beforeAll(async () => {
    explorer = await openExplorer();
    ({ page } = explorer);
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(explorer.origin + LINEAGE);
    await drawn(page);
  });
  afterAll(() => explorer?.close());

  test("turns a kind off: what is no longer joined to the target goes with it", async () => {
    const before = await drawn(page);

    await facet(page, "Kind").locator('[data-value="off-hub"] input').uncheck();

    await page.waitForFunction((count) => window.stemma.canvas.nodes().length < count, before.length);
    const after = await drawn(page);
    expect(after.map(({ id }) => id)).toContain(ROOT);
    expect(after.filter(({ id }) => /^(website|github|kaggle|name|paper):/.test(id))).toEqual([]);
    expect(new URL(page.url()).searchParams.get("without")).toBe("off-hub");
  });

  test("counts the other facets by what is left, and its own as if it were not there", async () => {
    expect(await facet(page, "Kind").locator('[data-value="off-hub"] .filter-count').textContent()).toBe("7");
    expect(
      await facet(page, "Status").locator('[data-value="accepted"] .filter-count').textContent(),
    ).toMatch(/^\d+ of \d+$/);
  });

  test("moves the end of a range by the keyboard and by typing, and takes it back by its chip", async () => {
    const lowest = page.getByRole("slider", { name: "Confidence, lowest" });
    await lowest.focus();
    for (const key of ["PageUp", "PageUp", "PageUp", "ArrowRight", "ArrowLeft"])
      await page.keyboard.press(key);
    expect(await lowest.getAttribute("aria-valuetext")).toBe("0.60");
    expect(new URL(page.url()).searchParams.get("confidence")).toBe("0.6..");

    await page.getByRole("textbox", { name: "Confidence, lowest" }).fill("0.9");
    await page.keyboard.press("Enter");
    const chip = page.locator('[data-filter="confidence"]');
    expect(await chip.textContent()).toBe("Confidence: from 0.90");

    await chip.getByRole("button").click();
    await chip.waitFor({ state: "detached" });
    expect(new URL(page.url()).searchParams.get("confidence")).toBeNull();
  });

  test("brushes over the bars", async () => {
    const bars = facet(page, "Confidence").locator(".histogram");
    const box = await bars.boundingBox();
    if (box === null) throw new Error("the histogram is not on the page");

    await page.mouse.move(box.x + box.width * 0.72, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.97, box.y + 20, { steps: 4 });
    await page.mouse.up();

    expect(new URL(page.url()).searchParams.get("confidence")).toBe("0.7..");
  });

  test("wants one licence alone, and clears everything with x", async () => {
    await facet(page, "Licence").getByRole("button", { name: "Only apache-2.0" }).click();
    expect(new URL(page.url()).searchParams.getAll("licence")).toEqual(["apache-2.0"]);
    expect(await page.locator(".filter-chip").count()).toBe(3);

    await page.locator("#main").focus();
    await page.keyboard.press("x");

    await page.locator(".filter-chip").first().waitFor({ state: "detached" });
    await page.waitForURL(explorer.origin + LINEAGE);
  });

  test("says when no dataset is left, and shows all again", async () => {
    await page.goto(`${explorer.origin}${LINEAGE}&without=dataset,benchmark,family,off-hub`);
    const note = page.locator(".filters-empty");
    await note.waitFor();
    expect(await note.textContent()).toContain("hide all 36 other datasets");

    await note.getByRole("button", { name: "Show all" }).click();

    await note.waitFor({ state: "detached" });
    expect((await drawn(page)).length).toBeGreaterThan(1);
  });

  test("keeps the count of active filters in sight when the panel is folded", async () => {
    await page.goto(`${explorer.origin}${LINEAGE}&without=off-hub&uses=1..`);
    await page.getByRole("button", { name: "Fold the filters" }).click();

    const rail = page.getByRole("button", { name: "Show the filters, 2 active" });
    await rail.waitFor();
    expect(await page.locator(".filters").isVisible()).toBe(false);
    await rail.click();
    expect(await page.locator(".filters").isVisible()).toBe(true);
  });

  test("replays how the lineage grew without moving anything", async () => {
    await page.goto(explorer.origin + LINEAGE);
    await drawn(page);
    await page.keyboard.press("y");
    const handle = page.getByRole("slider", { name: "Day of the replay" });
    await handle.waitFor();
    await page.locator('[role="slider"]:focus').waitFor();
    const whole = await drawn(page);

    await page.keyboard.press("Home");
    await page.waitForFunction((count) => window.stemma.canvas.nodes().length < count, whole.length);
    const early = await drawn(page);
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction((count) => window.stemma.canvas.nodes().length > count, early.length);
    const later = await drawn(page);

    const places = new Map(whole.map((node) => [node.id, node]));
    for (const node of [...early, ...later]) {
      expect(Math.abs(node.x - (places.get(node.id)?.x ?? NaN))).toBeLessThan(1);
      expect(Math.abs(node.y - (places.get(node.id)?.y ?? NaN))).toBeLessThan(1);
    }
    expect(early.map(({ id }) => id)).toContain(ROOT);
    expect(new URL(page.url()).searchParams.get("asof")).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(await page.locator(".time-notes").textContent()).toContain("10 without a date stay visible");
  });

  test("plays to the end with the space bar", async () => {
    await page.getByLabel("Speed").selectOption("4");
    await page.getByRole("slider", { name: "Day of the replay" }).press("End");
    await page.keyboard.press(" ");
    await page.getByRole("button", { name: "Pause (space)" }).waitFor();

    await page.getByRole("button", { name: "Play (space)" }).waitFor({ timeout: 30_000 });
    expect(await page.locator(".time-day").textContent()).toBe("today");

    await page.keyboard.press("Escape");
    await page.locator(".time-strip").waitFor({ state: "detached" });
    expect(new URL(page.url()).searchParams.get("asof")).toBeNull();
  });

  test("asks why not: candidates by reason, on the canvas, and their quote in one click", async () => {
    await page.locator(".rejected-candidates summary").click();
    const reasons = page.getByRole("group", { name: "Reason" });
    await reasons.locator('[data-reason="denied"]').click();
    const row = page.locator(".rejected-row");
    expect(await row.count()).toBe(1);
    expect(await row.textContent()).toContain("gannetworks/open-parley-2");

    await page.getByLabel("Draw these").check();
    await page.waitForFunction(() =>
      window.stemma.canvas.nodes().some((node) => node.id === "gannetworks/open-parley-2"),
    );
    expect(new URL(page.url()).searchParams.get("rejected")).toBe(ROOT);

    await row.click();
    const quote = page.locator('[data-panel="edge"] button.quote').first();
    await quote.waitFor();
    await quote.click();
    await page.locator("mark.is-current").first().waitFor();
  });

  test("filters from a sheet on a phone, by the keyboard too", async () => {
    const phone = await explorer.newPage({ viewport: { width: 390, height: 844 } });
    phone.setDefaultTimeout(PATIENCE_MS);
    await phone.goto(`${explorer.origin}${LINEAGE}&without=off-hub`);
    const toggle = phone.getByRole("button", { name: "Show the filters, 1 active" });
    await toggle.focus();
    await phone.keyboard.press("Enter");
    await phone.locator("#filters:focus").waitFor();

    await facet(phone, "Kind").locator('[data-value="off-hub"] input').check();
    await phone.keyboard.press("Escape");

    await phone.locator('[aria-controls="filters"]:focus').waitFor();
    expect(new URL(phone.url()).searchParams.get("without")).toBeNull();
    await phone.close();
  });

  test("finds nothing that the browser complained of", () => {
    expect(explorer.complaints).toEqual([]);
  });
});

const facet = (page: Page, name: string) => page.getByRole("group", { name, exact: true });

const SETTLING_MS = 200;

/** What the canvas draws, once nothing moves any more. */
const drawn = async (page: Page): Promise<OnPage[]> => {
  await page.waitForFunction(() => window.stemma?.canvas.nodes().length > 0);
  let before = "";
  for (;;) {
    const nodes = await page.evaluate(() => window.stemma.canvas.nodes());
    const now = JSON.stringify(nodes);
    if (now === before) return nodes;
    before = now;
    await page.waitForTimeout(SETTLING_MS);
  }
};
