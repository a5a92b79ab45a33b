import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openEmbedded } from "../graph/engines/embedded/open-embedded.ts";
import { createDocumentStore } from "../graph/store/documents.ts";
import { createLineageStore } from "../graph/store/lineage.ts";
import { aCommit, aDataset, aDerivation, aDocument, aTrace, anEvidence } from "../graph/store/test-data.ts";
import { createTraceStore } from "../graph/store/traces.ts";
import { missingForBrowser, type OpenExplorer, openExplorer } from "./open-explorer.ts";

/** Of the page, where the function runs. */
declare const getComputedStyle: (element: unknown) => {
  readonly [Name in "fontSize" | "lineHeight" | "unicodeBidi"]: string;
};

declare const window: {
  readonly hurt?: unknown;
  readonly stemma: { readonly canvas: { nodes(): { readonly id: string }[] } };
};

const SCRIPT = '<script>window.hurt = 1</script><img src="x" onerror="window.hurt = 2">';
/** Turns what follows around, where it is let. */
const OVERRIDE = "\u202e";
const ROOT = "hostile/mix";
const SOURCES = ["constructor", "name:__proto__", "hostile/part"];
const LONG_NAME = `${SCRIPT}${OVERRIDE}${"N".repeat(10_000)}`;
const QUOTE = `${SCRIPT} built from constructor, __proto__ and hostile/part. ${"q".repeat(10_000)}`;
const FILLER = "Nobody reads this line, and there are many of them.\n".repeat(19_000);
const TEXT = `${SCRIPT}\n${OVERRIDE}edoc neddih\nهذا نص من اليمين إلى اليسار\n${FILLER}${QUOTE}\nThe end, with a needle.\n`;
const ADDRESS = "javascript:window.hurt=3";

/** A card with scripts and tricks of a megabyte, names of 10,000 characters, and ids that are parts of every object. */
const prepare = async (folder: string): Promise<void> => {
  const database = await openEmbedded({ folder: join(folder, "graph") });
  try {
    const card = aDocument(TEXT, { title: LONG_NAME, url: ADDRESS });
    await createDocumentStore({ folder: join(folder, "documents") }).save({ document: card, text: TEXT });
    await createTraceStore(database).begin(aTrace({ state: "finished" }));
    const edges = SOURCES.map((id) => aDerivation(ROOT, id));
    const start = TEXT.indexOf(QUOTE);
    const span = { start, end: start + QUOTE.length };
    const tricks = {
      name: LONG_NAME,
      owner: "hostile",
      summary: LONG_NAME,
      licence: LONG_NAME,
      url: ADDRESS,
    };
    await createLineageStore(database).commit(
      aCommit(ROOT, edges, {
        dataset: aDataset(ROOT, tricks),
        documents: [card],
        evidence: edges.map((edge) =>
          anEvidence(edge, card, { quote: QUOTE, span, nameAsWritten: LONG_NAME }),
        ),
      }),
    );
  } finally {
    await database.close();
  }
};

describe.runIf(missingForBrowser.length === 0)("a card that means harm", () => {
  let explorer: OpenExplorer;
  let page: Page;

  beforeAll(async () => {
    explorer = await openExplorer({ graph: "empty", prepare });
    ({ page } = explorer);
  });
  afterAll(() => explorer?.close());

  const overflow = (selector: string): Promise<number> =>
    page.locator(selector).evaluate((box) => box.scrollWidth - box.clientWidth);
  const hurt = () => page.evaluate(() => window.hurt);

  test("has a panel that nothing runs in and nothing runs over, with what is hidden shown by its code", async () => {
    await page.goto(`${explorer.origin}/?dataset=${ROOT}`);
    await page
      .locator('[data-panel="dataset"] .edge-row')
      .nth(SOURCES.length - 1)
      .waitFor();

    expect(await overflow(".inspector")).toBeLessThanOrEqual(0);
    expect(await page.locator(".panel-title .hidden-character").first().innerText()).toBe("U+202E");
    expect(await page.locator(".panel-title").innerText()).toContain("<script>");
    expect(await page.locator("a[href^='javascript']").count()).toBe(0);
    expect(await hurt()).toBeUndefined();
  });

  test("draws datasets named like parts of every object as datasets like others", async () => {
    await page.waitForFunction((count) => window.stemma.canvas.nodes().length === count, SOURCES.length + 1);

    const ids = await page.evaluate(() => window.stemma.canvas.nodes().map(({ id }) => id));
    expect(ids.toSorted()).toEqual([ROOT, ...SOURCES].toSorted());
    for (const id of SOURCES.slice(0, 2)) {
      await page.goto(`${explorer.origin}/?dataset=${ROOT}&node=${id}`);
      await page.locator(`[data-panel="dataset"][data-id="${id}"]`).waitFor();
    }
  });

  test("opens a megabyte at the end, at a quote of 10,000 characters, and draws only what is near", async () => {
    await page.goto(`${explorer.origin}/?dataset=${ROOT}`);
    await page.locator('[data-panel="dataset"] .edge-row').first().click();
    const quote = page.locator("button.quote").first();
    await quote.waitFor();
    expect(await overflow(".inspector")).toBeLessThanOrEqual(0);
    await quote.click();

    const mark = page.locator("mark.is-current").first();
    await mark.waitFor();

    expect(await mark.innerText()).toContain("<script>");
    expect(await page.locator(".reader-chunk").count()).toBeGreaterThan(150);
    expect(await page.locator(".reader-chunk:not(:empty)").count()).toBeLessThan(30);
    expect(await overflow(".reader-text")).toBeLessThanOrEqual(0);
    expect(await hurt()).toBeUndefined();
  });

  test("shows what is hidden in its text, finds in all of it, and gives each line its own direction", async () => {
    await page.locator('[data-hidden="1"]').waitFor();
    const search = page.getByRole("searchbox", { name: "Find in this document" });
    await search.fill("a needle");
    await page.locator('[data-hits="1"]').waitFor();
    expect(await page.locator("mark.is-found-now").innerText()).toBe("a needle");

    await search.fill("edoc neddih");
    await page.locator("mark.is-found-now").filter({ hasText: "edoc neddih" }).waitFor();
    const chunk = page.locator('[data-chunk="0"]');
    expect(await chunk.locator(".hidden-character").first().innerText()).toBe("U+202E");
    expect(await chunk.evaluate((box) => getComputedStyle(box).unicodeBidi)).toBe("plaintext");
  });

  test("runs nothing, and makes the browser complain of nothing", async () => {
    expect(await hurt()).toBeUndefined();
    expect(explorer.complaints).toEqual([]);
  });
});
