import type { Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { missingForBrowser, type OpenExplorer, openExplorer } from "./open-explorer.ts";

/** Of the page, where the function runs. */
declare const document: { readonly body: { readonly innerText: string } };

const ROOT = "brackwater-lab/tidewrack-sft-mix";
/** Each page with what it shows once it has its data. */
const PAGES = [
  [`/?dataset=${ROOT}`, '[data-panel="dataset"] .panel-title'],
  ["/graph", ".graph-rows li"],
  ["/contamination", ".contamination-body tbody tr"],
  ["/cypher", ".cypher-list .cypher-entry"],
  ["/traces", "tr[data-trace]"],
  [`/embed?dataset=${ROOT}`, ".embed .legend"],
] as const;
const EVERY_ANSWER = /\/api\//;
const AWAY_MS = 40_000;

const breakAnswer = (route: Route): Promise<void> =>
  route.fulfill({ status: 200, contentType: "application/json", body: '{"items": [' });

const again = (page: Page) => page.getByRole("button", { name: "Try again" });

describe.runIf(missingForBrowser.length === 0)("a service that comes and goes", () => {
  let explorer: OpenExplorer;

  beforeAll(async () => {
    explorer = await openExplorer();
  });
  afterAll(() => explorer?.close());

  /** A page whose faults of scripts alone are counted: the browser prints each request that fails as well. */
  const openPage = async (address: string) => {
    const page = await (await explorer.browser.newContext()).newPage();
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    await page.goto(`${explorer.origin}${address}`);
    return { page, faults };
  };

  test.each(PAGES)("%s offers another try when answers break off, and takes it", async (address, content) => {
    const { page, faults } = await openPage("/");
    await page.route(EVERY_ANSWER, breakAnswer);
    await page.goto(`${explorer.origin}${address}`);
    await again(page).first().waitFor();
    await page.unroute(EVERY_ANSWER, breakAnswer);

    while ((await again(page).count()) > 0) {
      await again(page).first().click();
      await page.waitForTimeout(100);
    }

    await page.locator(content).first().waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test("every page keeps what it shows through a restart, and gets by itself what it asked for meanwhile", async () => {
    // One after the other: six pages that are drawn at once wait for each other.
    const opened: ({ readonly content: string } & Awaited<ReturnType<typeof openPage>>)[] = [];
    for (const [address, content] of PAGES) {
      const tab = { content, ...(await openPage(address)) };
      await tab.page.locator(content).first().waitFor();
      opened.push(tab);
    }
    const explore = opened[0]?.page;

    await explorer.restart(async () => {
      await explore?.getByRole("textbox").first().waitFor();
      await explore?.locator(".edge-row:visible").first().click();
      for (const { page, content } of opened) {
        await page.locator(".away-banner").waitFor({ timeout: AWAY_MS });
        expect(await page.locator(content).count(), content).toBeGreaterThanOrEqual(page === explore ? 0 : 1);
      }
      if (explore !== undefined) await again(explore).first().waitFor();
    });

    for (const { page, faults } of opened) {
      await page.locator(".away-banner").waitFor({ state: "detached", timeout: AWAY_MS });
      await page.waitForFunction(() => !document.body.innerText.includes("Try again"));
      expect(faults).toEqual([]);
    }
    await explore?.locator("button.quote").first().waitFor();
    for (const { page } of opened) await page.context().close();
  });
});
