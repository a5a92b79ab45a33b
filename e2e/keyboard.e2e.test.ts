import { readFile } from "node:fs/promises";
import { MultiDirectedGraph } from "graphology";
import gexf from "graphology-gexf";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { missingForBrowser, type OpenExplorer, openExplorer } from "./open-explorer.ts";

declare const window: {
  readonly stemma?: { readonly canvas: { nodes(): { readonly id: string }[] } };
};
declare const document: { readonly activeElement: Focused | null; readonly body: unknown };
declare const getComputedStyle: (element: unknown) => {
  readonly outlineStyle: string;
  readonly boxShadow: string;
};
interface Focused {
  readonly tagName: string;
  readonly textContent: string | null;
  closest(selector: string): unknown;
  matches(selector: string): boolean;
}

const ROOT = "brackwater-lab/tidewrack-sft-mix";
/** More presses of Tab than any page has stops. */
const MOST_TABS = 120;

describe.runIf(missingForBrowser.length === 0)("the main path by keyboard alone", () => {
  let explorer: OpenExplorer;
  let page: Page;

  beforeAll(async () => {
    explorer = await openExplorer({ view: { acceptDownloads: true } });
    ({ page } = explorer);
    await page.goto(explorer.origin);
    await page.locator("#home-search").waitFor();
  });
  afterAll(() => explorer?.close());

  const parameter = (name: string) => new URL(page.url()).searchParams.get(name);
  const drawn = (least: number) =>
    page.waitForFunction((least) => (window.stemma?.canvas.nodes().length ?? 0) >= least, least);
  const focus = () =>
    page.evaluate(() => {
      const { activeElement } = document;
      return activeElement === document.body || activeElement === null ? "body" : activeElement.tagName;
    });
  /** After what a key changed has been drawn. */
  const expectFocus = async (): Promise<void> => {
    await page.waitForTimeout(100);
    expect(await focus()).not.toBe("body");
  };
  /** Goes on by Tab until the focus is on what is wanted; each stop on the way has to be seen. */
  const tabTo = async (selector: string): Promise<void> => {
    const unseen: string[] = [];
    for (let presses = 0; presses < MOST_TABS; presses += 1) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate((selector) => {
        const element = document.activeElement;
        const style = getComputedStyle(element);
        const isSeen =
          style.outlineStyle !== "none" ||
          style.boxShadow !== "none" ||
          element?.closest(":focus-within.search, .filter, .range") !== null;
        const name = `${element?.tagName} ${element?.textContent?.slice(0, 40)}`;
        return { isThere: element?.matches(selector) === true, isSeen, name };
      }, selector);
      if (!at.isSeen && !at.name.startsWith("BODY")) unseen.push(at.name);
      if (!at.isThere) continue;
      expect(unseen).toEqual([]);
      return;
    }
    throw new Error(`Tab never came to ${selector}`);
  };

  test("finds a dataset and opens it", async () => {
    await page.keyboard.press("/");
    await page.keyboard.type("tidewrack-sft");
    await page.getByRole("option", { selected: true }).filter({ hasText: "tidewrack-sft-mix" }).waitFor();

    await page.keyboard.press("Enter");

    await page.waitForURL((url) => url.searchParams.get("dataset") === ROOT);
    await drawn(4);
    await expectFocus();
  });

  test("leaves the search for the page", async () => {
    await page.keyboard.press("/");
    await page.keyboard.type("kettle");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");

    await expectFocus();
    expect(await page.locator("#search:focus").count()).toBe(0);
  });

  test("walks to a source with the arrows and opens it up", async () => {
    const before = await page.evaluate(() => window.stemma?.canvas.nodes().length ?? 0);
    for (const key of ["ArrowRight", "ArrowRight", "ArrowDown", "ArrowUp"]) {
      await page.keyboard.press(key);
      await expectFocus();
    }
    await page.waitForURL((url) => ![null, ROOT].includes(url.searchParams.get("node")));

    await page.keyboard.press("e");
    await drawn(before + 1);
    await page.keyboard.press("]");
    await expectFocus();
  });

  test("opens an edge from the panel, reads its quote in the document, and comes back", async () => {
    await page.locator('[data-panel="dataset"] .edge-row').first().waitFor();
    await tabTo(".inspector .edge-row");
    await page.keyboard.press("Enter");
    await page.locator('[data-panel="edge"]').waitFor();
    await expectFocus();

    await page.locator("button.quote").first().waitFor();
    await tabTo("button.quote");
    await page.keyboard.press("Enter");
    await page.locator("mark.is-current").first().waitFor();
    await expectFocus();
    await page.keyboard.press("n");
    await expectFocus();

    await page.keyboard.press("Escape");
    await page.waitForURL((url) => !url.searchParams.has("document"));
    await expectFocus();
    await page.keyboard.press("Escape");
    await page.waitForURL((url) => !url.searchParams.has("edge"));
    await expectFocus();
  });

  test("sets a filter, and clears it", async () => {
    await tabTo('.filter[data-value="flagged"] input');
    await page.keyboard.press("Space");
    await page.waitForURL((url) => url.searchParams.has("status"));
    await expectFocus();

    expect(parameter("status")).toBe("accepted");
  });

  test("exports what is shown, and is back at the menu", async () => {
    await tabTo('[aria-haspopup="menu"]');
    await page.keyboard.press("Enter");
    await page.locator('[role="menu"]').waitFor();
    await expectFocus();
    for (let step = 0; step < 3; step += 1) await page.keyboard.press("ArrowDown");
    expect(await page.locator(":focus").innerText()).toMatch(/Export/);
    await page.keyboard.press("Enter");
    await page.locator("dialog[open]").waitFor();
    await expectFocus();
    for (let stop = 0; (await page.locator(":focus").innerText()) !== "GEXF" && stop < 20; stop += 1) {
      await page.keyboard.press("Tab");
    }

    const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);

    const graph = gexf.parse(MultiDirectedGraph, await readFile(await file.path(), "utf8"));
    expect(graph.order).toBeGreaterThan(4);
    await page.keyboard.press("Escape");
    expect(await page.locator(":focus").getAttribute("aria-haspopup")).toBe("menu");
  });

  test("finds nothing that the browser complained of", () => {
    expect(explorer.complaints).toEqual([]);
  });
});
