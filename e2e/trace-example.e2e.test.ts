import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EdgeDetail } from "../schema/api.ts";
import { missingForBrowser, type OpenExplorer, openExplorer } from "./open-explorer.ts";

/** What the explorer's page offers to tests: where the canvas drew what, in pixels of the page. */
declare const window: {
  readonly stemma: {
    readonly canvas: {
      edges(): DrawnEdge[];
    };
  };
};

const ROOT = "brackwater-lab/shoal-math";
const SOURCE = "quillfern/kettle-math-cot";
const mayRun = missingForBrowser.length === 0;
if (!mayRun) process.stderr.write(`the browser tests cannot run here: ${missingForBrowser.join("; ")}\n`);

test("on CI, everything that the browser test needs is there", () => {
  expect(process.env["CI"] === undefined ? [] : missingForBrowser).toEqual([]);
});

describe.runIf(mayRun)("a person traces the example in a browser", () => {
  let explorer: OpenExplorer;
  let page: Page;

  beforeAll(async () => {
    explorer = await openExplorer({ graph: "empty" });
    ({ page } = explorer);
  });
  afterAll(() => explorer?.close());

  test("starts a trace from the page and watches it to its end", async () => {
    await page.goto(`${explorer.origin}/`);
    await page.getByLabel("Dataset to trace").fill(ROOT);
    await page.getByRole("button", { name: "Trace", exact: true }).click();

    await page.locator('[data-panel="trace"][data-state="finished"]').waitFor({ timeout: 60_000 });

    expect(await page.locator(`[data-visit="${SOURCE}"]`).count()).toBe(1);
  });

  test("sees the lineage drawn, and opens an edge by a click on the canvas", async () => {
    await page.goto(`${explorer.origin}/?dataset=${ROOT}`);
    const edge = await settledEdge(page, { from: ROOT, to: SOURCE });

    await page.mouse.move(edge.x, edge.y);
    await page.mouse.click(edge.x, edge.y);

    const panel = page.locator('[data-panel="edge"]');
    await panel.waitFor();
    expect(await panel.getAttribute("data-id")).toBe(edge.id);
  });

  test("reads the quote highlighted in its frozen document", async () => {
    await page.locator('[data-panel="edge"] button.quote').first().click();

    const mark = page.locator("mark.is-current").first();
    await mark.waitFor();
    const id = await page.locator('[data-panel="edge"]').getAttribute("data-id");
    const detail = EdgeDetail.parse(await (await fetch(`${explorer.origin}/api/edges/${id}`)).json());
    const shown = await page.locator("mark.is-current").allTextContents();
    expect(squeeze(detail.evidence.map((one) => one.quote).join(" "))).toContain(squeeze(shown.join("")));
    expect(shown.join("").toLowerCase()).toMatch(/kettle.math.cot/);
  });

  test("comes back to the same edge and document by the address alone", async () => {
    const address = page.url();
    await page.goto("about:blank");

    await page.goto(address);

    await page.locator("mark.is-current").first().waitFor();
    expect(await page.locator('[data-panel="edge"]').count()).toBe(1);
  });

  test("finds nothing that the browser complained of", () => {
    expect(explorer.complaints).toEqual([]);
  });
});

interface DrawnEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly x: number;
  readonly y: number;
}

const SETTLING_MS = 250;

/** Where the canvas draws an edge, once it no longer moves. */
const settledEdge = async (page: Page, { from, to }: Pick<DrawnEdge, "from" | "to">): Promise<DrawnEdge> => {
  const find = async (): Promise<DrawnEdge> => {
    const found = await page.waitForFunction(
      (ends) => window.stemma.canvas.edges().find((edge) => edge.from === ends.from && edge.to === ends.to),
      { from, to },
    );
    const edge = await found.jsonValue();
    if (edge === undefined) throw new Error(`the canvas draws no edge from ${from} to ${to}`);
    return edge;
  };
  let before = await find();
  for (;;) {
    await page.waitForTimeout(SETTLING_MS);
    const now = await find();
    if (now.x === before.x && now.y === before.y) return now;
    before = now;
  }
};

const squeeze = (text: string): string => text.replace(/\s+/g, " ").trim();
