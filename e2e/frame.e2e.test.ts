import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bindingsOf } from "../ui/src/state/keys.ts";
import { missingForBrowser, type OpenExplorer, openExplorer } from "./open-explorer.ts";

const ROOT = "brackwater-lab/tidewrack-sft-mix";
const PHONE = { width: 390, height: 844 };
const mayRun = missingForBrowser.length === 0;

const focusedId = (page: Page) => page.locator(":focus").getAttribute("id");
const focusedText = (page: Page) => page.locator(":focus").textContent();

describe.runIf(mayRun)("the frame of every page", () => {
  let explorer: OpenExplorer;
  let page: Page;

  beforeAll(async () => {
    explorer = await openExplorer();
    ({ page } = explorer);
    await page.goto(`${explorer.origin}/?dataset=${ROOT}`);
    await page.locator(".header").waitFor();
  });
  afterAll(() => explorer?.close());

  test("leads by keyboard from the first Tab to the content, and from page to page with a title and the focus on its heading", async () => {
    await page.keyboard.press("Tab");
    expect(await focusedText(page)).toBe("Skip to the content");

    await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Cypher" }).focus();
    await page.keyboard.press("Enter");

    await page.locator("h1:focus").waitFor();
    expect(await focusedText(page)).toBe("Ask in Cypher");
    expect(await page.title()).toBe("Cypher, Stemma");
    const current = page.locator('.header-nav [aria-current="page"]');
    expect(await current.allTextContents()).toEqual(["Cypher"]);
    expect(new URL(page.url()).searchParams.get("dataset")).toBe(ROOT);

    await page.goBack();
    await expect.poll(() => page.title()).toBe(`${ROOT}, Stemma`);
  });

  test("shows the keys that the keyboard obeys, and gives the focus back", async () => {
    const opener = page.getByRole("button", { name: "Show the keys of this page" });
    await opener.focus();
    await page.keyboard.press("?");
    await page.locator("dialog[open]").waitFor();

    const shown = await page
      .locator("[data-key-action]")
      .evaluateAll((rows) => rows.map((row) => row.getAttribute("data-key-action")));
    expect(shown.toSorted()).toEqual(
      bindingsOf("explore")
        .map(({ action }) => action)
        .toSorted(),
    );

    await page.keyboard.press("Escape");
    await page.locator("dialog[open]").waitFor({ state: "detached" });
    expect(await page.locator(":focus").getAttribute("aria-label")).toBe("Show the keys of this page");
  });

  test("finds a command by its words, runs it, and names its key", async () => {
    await page.keyboard.press("Control+k");
    await page.locator(".command-list input").fill("table");
    const found = page.locator('[data-command="table"]');
    await found.waitFor();
    expect(await found.locator("kbd").allTextContents()).toEqual(["t"]);

    await page.keyboard.press("Enter");

    await page.waitForURL((url) => url.searchParams.get("table") === "1");
    await page.locator("dialog[open]").waitFor({ state: "detached" });
  });

  test("opens a dataset that the service finds from the command list", async () => {
    await page.keyboard.press("Control+k");
    await page.locator(".command-list input").fill("openai/gsm8k");
    await page.locator(".command-option .mono", { hasText: "openai/gsm8k" }).first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");

    await page.keyboard.press("Enter");

    await page.waitForURL((url) => url.searchParams.get("dataset") === "openai/gsm8k");
  });

  test("speaks Chinese when asked to, on the page and to machines, and remembers it", async () => {
    await page.getByRole("button", { name: "中文" }).click();
    await page.getByRole("navigation", { name: "页面" }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("zh");
    expect(await page.locator(".header-nav").textContent()).toContain("污染");

    await page.reload();
    await page.getByRole("navigation", { name: "页面" }).waitFor();
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("navigation", { name: "Pages" }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
  });

  test("says so where no page lives, and leads away from there", async () => {
    await page.goto(`${explorer.origin}/nowhere`);
    expect(await page.locator("h1").textContent()).toBe("There is no such page");

    await page.locator(".wordmark").click();

    await page.getByRole("heading", { name: "Where did this dataset come from?" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/");
  });

  test("has a menu on a phone that closes by Esc with the focus back on its button, and no page wider than the screen", async () => {
    const phone = await explorer.newPage({ viewport: PHONE, hasTouch: true, isMobile: true });
    await phone.goto(`${explorer.origin}/`);
    const button = phone.getByRole("button", { name: "Menu" });
    await button.click();
    await phone.keyboard.press("Escape");
    expect(await button.getAttribute("aria-expanded")).toBe("false");
    expect(await phone.locator(":focus").getAttribute("aria-label")).toBe("Menu");

    await button.click();
    await phone.getByRole("link", { name: "Cypher" }).click();
    await phone.locator("#cypher-text").waitFor();
    expect(await button.getAttribute("aria-expanded")).toBe("false");
    for (const path of ["/", `/?dataset=${ROOT}`, "/cypher", "/graph", "/contamination", "/traces"]) {
      await phone.goto(`${explorer.origin}${path}`);
      await phone.locator(".header").waitFor();
      const width = await phone.locator("html").evaluate((html) => html.scrollWidth);
      expect(`${path} ${width}`).toBe(`${path} ${PHONE.width}`);
    }
    await phone.context().close();
  });

  test("finds nothing that the browser complained of", () => {
    expect(explorer.complaints).toEqual([]);
  });

  test("keeps what it shows while the service is away, says so, and goes on by itself", async () => {
    await page.goto(`${explorer.origin}/?dataset=${ROOT}`);
    await page.getByRole("heading", { name: ROOT }).first().waitFor();
    await page.route("**/api/**", (route) => route.abort());
    await page.locator("#search").fill("anything");

    await page.getByText("The service does not answer; trying again.").waitFor();
    expect(await page.getByRole("heading", { name: ROOT }).count()).toBeGreaterThan(0);

    await page.unroute("**/api/**");
    await page.locator(".away-banner").waitFor({ state: "detached" });
    expect(await focusedId(page)).toBe("search");
  });
});
