import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DocumentDetail } from "../schema/api.ts";
import { PathView } from "../schema/paths.ts";
import { missingForBrowser, type OpenExplorer, openExplorer } from "./open-explorer.ts";

/** Of the page, where the function runs. */
declare const getComputedStyle: (element: unknown) => {
  readonly [Name in "fontSize" | "lineHeight" | "unicodeBidi"]: string;
};

const ROOT = "brackwater-lab/tidewrack-sft-mix";
const PART = "brackwater-lab/shoal-math";
const BENCHMARK = "lindqvarn/gauntlet-olympiad";
const BASE = "lindqvarn/stairwell-math";
/** Letters of a column, as UI.md's reading column has them at most. */
const WIDEST = 72;

describe.runIf(missingForBrowser.length === 0)("reading a lineage", () => {
  let explorer: OpenExplorer;
  let page: Page;

  beforeAll(async () => {
    explorer = await openExplorer();
    ({ page } = explorer);
  });
  afterAll(() => explorer?.close());

  const open = (address: string) => page.goto(`${explorer.origin}${address}`);
  const ask = async (path: string): Promise<unknown> => (await fetch(`${explorer.origin}${path}`)).json();
  const parameter = (name: string) => new URL(page.url()).searchParams.get(name);
  const panel = (name: string) => page.locator(`[data-panel="${name}"]`);

  test("a selected dataset lights its whole ancestry by a key, and by a button that says how many", async () => {
    await open(`/?dataset=${ROOT}&depth=12&node=${PART}`);
    const ancestry = page.locator('[data-focus="ancestry"]');
    await ancestry.filter({ hasText: /\d/ }).waitFor();

    await page.keyboard.press("a");
    await page.waitForURL((url) => url.searchParams.get("focus") === "ancestry");
    expect(await ancestry.getAttribute("aria-pressed")).toBe("true");

    await page.locator('[data-focus="descent"]').click();
    expect(parameter("focus")).toBe("descent");
  });

  test("the panel says what is known, calls the rest unknown, and leads to the Hub without a trace of this page", async () => {
    await open(`/?dataset=${ROOT}`);
    await panel("dataset").waitFor();

    expect(await page.locator('[data-fact="licence"] dd').innerText()).toBe("odc-by");
    expect(await page.locator('[data-fact="domains"] dd').innerText()).toBe("unknown");
    const outside = page.locator(".actions a.outside-link");
    expect(await outside.getAttribute("rel")).toBe("noreferrer noopener");
  });

  test("licences that ask for more than its own are listed with the whole way, and the licence of each step", async () => {
    await page.locator('[data-section="licences"] summary').click();
    const row = page
      .locator('[data-section="licences"] .licences > li', { hasText: "non-commercial" })
      .first();
    await row.waitFor();

    expect(await row.locator("[data-licence-step]").allInnerTexts()).toEqual([
      `${ROOT} odc-by`,
      "brackwater-lab/shoal-math cc-by-4.0",
      "quillfern/kettle-math-cot apache-2.0",
      "lindqvarn/gauntlet-olympiad cc-by-nc-4.0",
    ]);
  });

  test("the ways to another dataset are named, listed step by step, and shown by kind", async () => {
    await page.getByRole("button", { name: "Ways to…" }).click();
    await page.getByRole("combobox", { name: "The other dataset" }).fill("stairwell-math");
    await page.locator("#end-options [role=option]").first().waitFor();
    await page.keyboard.press("Enter");
    await panel("paths").waitFor();
    expect(parameter("to")).toBe(BASE);

    await page.locator('[data-paths="all"]').click();
    const found = PathView.parse(
      await ask(`/api/paths?from=${encodeURIComponent(ROOT)}&to=${encodeURIComponent(BASE)}&kind=all`),
    );
    await page.locator(`[data-way="${found.paths.length - 1}"]`).waitFor();

    expect(await page.locator("[data-way]").count()).toBe(found.paths.length);
    const steps = await page
      .locator('[data-way="0"] [data-edge]')
      .evaluateAll((items) => items.map((item) => item.getAttribute("data-edge")));
    expect(steps).toEqual(found.paths[0]?.edges);
  });

  test("what the canvas lacks of the ways is drawn on wish", async () => {
    await page.locator('[data-action="whole-way"]').click();

    await page.locator('[data-action="whole-way"]').waitFor({ state: "detached" });
    expect(new URL(page.url()).searchParams.getAll("up").length).toBeGreaterThan(0);
  });

  test("a step opens its quote in one click beside the ways, and its edge with a way back", async () => {
    await page.locator('[data-way="0"] [data-action="quote"]').first().click();
    await page.locator("mark.is-current").first().waitFor();
    expect(await panel("paths").count()).toBe(1);

    await page.keyboard.press("Escape");
    await page.locator('[data-way="0"] .way-edge').first().click();
    await panel("edge").waitFor();
    await page.getByRole("button", { name: "Back to the ways" }).click();
    await panel("paths").waitFor();
    await page.keyboard.press("Escape");
    await panel("dataset").waitFor();
  });

  test("datasets that nothing joins are said to be so", async () => {
    await open(`/?dataset=${ROOT}&node=hengtan-corpus/zhuti-seed&to=website:hearthside.example/recipes`);

    const none = page.locator('[data-ways="none"]');
    await none.waitFor();
    expect(await none.innerText()).toContain("No known way joins");
  });

  test("contamination shows its way, and draws it", async () => {
    await open(`/?dataset=${ROOT}`);
    const leak = page.locator(`[data-benchmark="${BENCHMARK}"]`);
    await leak.locator("summary").click();
    expect(await leak.locator("[data-edge]").count()).toBeGreaterThan(1);

    await leak.locator('[data-draw="strongest"]').click();

    await panel("paths").waitFor();
    expect([parameter("to"), parameter("paths")]).toEqual([BENCHMARK, "strongest"]);
  });

  test("an edge tells who found it, why it is believed, and what traces did to it", async () => {
    await open(`/?dataset=${ROOT}`);
    await page.locator('[data-panel="dataset"] .edge-row:visible').first().click();
    await panel("edge").waitFor();
    expect(await page.locator(".evidence-foot").first().innerText()).toMatch(/score 0\.\d\d/);
    expect(await page.locator(".signal").count()).toBeGreaterThan(2);

    await page.locator('[data-section="history"] summary').click();

    await page.locator('[data-event="traced"]').first().waitFor();
    expect(await page.locator('[data-event="traced"]').first().innerText()).toContain("found by a trace");
  });

  test("the reader keeps its column narrow, jumps between quotes, and finds in the text", async () => {
    await page.locator("button.quote").first().click();
    const mark = page.locator("mark.is-current").first();
    await mark.waitFor();
    const first = parameter("evidence");
    const column = await page
      .locator(".reader-chunk")
      .first()
      .evaluate((chunk) => {
        const style = getComputedStyle(chunk);
        return { width: chunk.clientWidth, font: style.fontSize, line: style.lineHeight };
      });
    expect([column.font, column.line]).toEqual(["16px", "26px"]);
    // A letter of running text is half as wide as it is high.
    expect(column.width / 8).toBeLessThanOrEqual(WIDEST + 1);

    await page.keyboard.press("n");
    await page.waitForURL((url) => url.searchParams.get("evidence") !== first);
    await page.keyboard.press("p");
    await page.waitForURL((url) => url.searchParams.get("evidence") === first);

    const sha256 = parameter("document");
    const { text } = DocumentDetail.parse(await ask(`/api/documents/${sha256}`));
    const times = text.toLowerCase().split("dataset").length - 1;
    await page.getByRole("searchbox", { name: "Find in this document" }).fill("dataset");
    await page.locator(`[data-hits="${times}"]`).waitFor();
    expect(await page.locator("mark.is-found-now").innerText()).toMatch(/dataset/i);
  });

  test("finds nothing that the browser complained of", () => {
    expect(explorer.complaints).toEqual([]);
  });
});
