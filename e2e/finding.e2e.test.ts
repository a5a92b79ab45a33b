import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LineageView } from "../schema/api.ts";
import { missingForBrowser, type OpenExplorer, openExplorer } from "./open-explorer.ts";

declare const window: {
  readonly stemma: { readonly canvas: { nodes(): { readonly id: string }[] } };
};

const ROOT = "brackwater-lab/tidewrack-sft-mix";
const INSTRUCT = "brackwater-lab/estuary-instruct";
const OTHER = "brackwater-lab/shoal-math";
const mayRun = missingForBrowser.length === 0;

describe.runIf(mayRun)("finding datasets, and the lineage around them", () => {
  let explorer: OpenExplorer;
  let page: Page;

  beforeAll(async () => {
    explorer = await openExplorer();
    ({ page } = explorer);
  });
  afterAll(() => explorer?.close());

  const open = (address: string) => page.goto(`${explorer.origin}${address}`);
  const drawn = async (): Promise<readonly string[]> =>
    page.evaluate(() => window.stemma.canvas.nodes().map(({ id }) => id));
  const untilDrawn = (id: string, isThere = true) =>
    page.waitForFunction(
      ([wanted, there]) => window.stemma.canvas.nodes().some((node) => node.id === wanted) === there,
      [id, isThere] as const,
    );
  const type = async (text: string): Promise<void> => {
    await page.keyboard.press("/");
    await page.locator("#search:focus").waitFor();
    await page.keyboard.type(text);
  };
  const parameters = () => new URL(page.url()).searchParams;

  test("the start page says what the graph holds, and leads to what is most used", async () => {
    await open("/");

    const counts = page.locator(".holdings-counts");
    await counts.waitFor();
    expect(await counts.innerText()).toMatch(/\d datasets|datasets/);
    expect(await page.locator("section[aria-labelledby='most-used'] li").count()).toBe(10);
    expect(await page.getByRole("link", { name: "Look at the whole graph" }).getAttribute("href")).toBe(
      "/graph",
    );
  });

  test("a search finds another spelling by keyboard alone, and opens it", async () => {
    await type("gannet-annex open-parley");
    const option = page.getByRole("option", { selected: true });
    await option.filter({ hasText: "gannet-annex/open-parley" }).waitFor();

    await page.keyboard.press("Enter");

    await page.waitForURL((url) => url.searchParams.get("dataset") === "gannetworks/open-parley");
    await page.locator('[data-target="gannetworks/open-parley"]').waitFor();
  });

  test("the box says which of its options is chosen, and what is not in the graph can be traced", async () => {
    await type("nobody/at-all");
    await page.getByRole("option", { name: /Trace nobody\/at-all/ }).waitFor();

    const box = page.getByRole("combobox", { name: "Search datasets" });
    const active = await box.getAttribute("aria-activedescendant");
    expect(await page.locator(`#${active}`).innerText()).toContain("not in the graph yet");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    expect(await page.getByRole("option").count()).toBe(0);
  });

  test("keys open the selected dataset up, and close it again without a flash", async () => {
    await open(`/?dataset=${ROOT}&node=${INSTRUCT}`);
    await untilDrawn(INSTRUCT);
    const { held, release } = aHold();
    await page.route("**/api/lineage?*", async (route) => {
      await held;
      await route.continue();
    });

    await page.keyboard.press("]");

    await page.locator(".more-state").waitFor();
    expect(await page.locator(".shown-count").innerText()).toContain("8 of 8 datasets shown");
    expect(await page.locator(".canvas-note").count()).toBe(0);
    release();
    await untilDrawn("gannetworks/open-parley");
    expect(parameters().getAll("up")).toEqual([INSTRUCT]);
    await page.keyboard.press("}");
    await untilDrawn("gannetworks/open-parley", false);
    expect(parameters().getAll("up")).toEqual([]);
    await page.unroute("**/api/lineage?*");
  });

  test("e shows everything that can be reached, and back takes it away", async () => {
    await page.keyboard.press("e");

    await page.getByText("37 of 37 datasets shown").waitFor();
    await page.goBack();
    await page.getByText("8 of 8 datasets shown").waitFor();
  });

  test("the table ranks by its heads, and its arrows move the one selection", async () => {
    await open(`/?dataset=${ROOT}&table=1`);
    const uses = page.getByRole("columnheader", { name: "Uses" });
    await uses.getByRole("button").click();
    expect(await uses.getAttribute("aria-sort")).toBe("descending");
    const names = page.locator("#lineage-table tbody tr[data-node]");
    const ids = await names.evaluateAll((rows) => rows.map((row) => row.getAttribute("data-node")));

    await names.first().getByRole("button").first().click();
    await page.keyboard.press("ArrowDown");

    await page.waitForURL((url) => url.searchParams.get("node") === ids[1]);
    await page.locator(`tr[data-node="${ids[1]}"][aria-selected="true"] .row-select:focus`).waitFor();
  });

  test("n of m is in the table, with what brings the rest", async () => {
    const row = page.locator(`tr[data-node="${INSTRUCT}"]`);
    expect(await row.innerText()).toContain("0 of 12");

    await row.locator('[data-expand="upstream"]').click();

    await row.getByText("12 of 12").waitFor();
    expect(parameters().getAll("up")).toEqual([INSTRUCT]);
  });

  test("a further dataset is added by Shift and Enter, and what both were built from is listed", async () => {
    await open(`/?dataset=${OTHER}`);
    await page.locator(`[data-target="${OTHER}"]`).waitFor();
    await type("estuary-instruct");

    await page.keyboard.press("Shift+Enter");

    await page.locator(`[data-target="${INSTRUCT}"]`).waitFor();
    expect(parameters().getAll("dataset")).toEqual([OTHER, INSTRUCT]);
    await page.getByRole("button", { name: "Common ancestors" }).click();
    await page.locator('[data-common="lindqvarn/stairwell-math"]').waitFor();
    expect(await page.locator("[data-common]").count()).toBe(3);
    await page.getByRole("button", { name: `Take ${OTHER} out of the view` }).click();
    await page.waitForURL((url) => url.searchParams.getAll("dataset").join() === INSTRUCT);
  });

  test("too large a lineage is drawn when somebody asks for it", async () => {
    await page.route("**/api/lineage?*", async (route) => {
      const answer = await route.fetch();
      const view = LineageView.parse(await answer.json());
      await route.fulfill({ json: { ...view, truncated: true, leftOut: 9_000 } });
    });
    await open(`/?dataset=${ROOT}&depth=2`);
    const show = page.getByRole("button", { name: /Show the nearest \d+ anyway/ });
    await show.waitFor();
    expect(await page.getByRole("link", { name: "Look at groups instead" }).getAttribute("href")).toContain(
      "/graph",
    );
    expect(await drawn()).toEqual([]);

    await show.click();

    await untilDrawn(ROOT);
    await page.unroute("**/api/lineage?*");
  });

  test("what could not be read says so, and is read on request", async () => {
    await page.route("**/api/lineage?*", (route) => route.fulfill({ status: 502, json: {} }));
    await open(`/?dataset=${ROOT}&depth=3`);
    const retry = page.locator(".canvas-note").getByRole("button", { name: "Try again" });
    await retry.waitFor();
    await page.unroute("**/api/lineage?*");

    await retry.click();

    await untilDrawn(ROOT);
  });

  test("finds nothing that the browser complained of", () => {
    expect(explorer.complaints.filter((text) => !text.includes("502"))).toEqual([]);
  });
});

describe.runIf(mayRun)("an empty graph", () => {
  let explorer: OpenExplorer;
  beforeAll(async () => {
    explorer = await openExplorer({ graph: "empty" });
  });
  afterAll(() => explorer?.close());

  test("says how it is filled", async () => {
    await explorer.page.goto(explorer.origin);

    const note = explorer.page.locator(".empty-graph");
    await note.waitFor();
    expect(await note.innerText()).toContain("stemma seed");
    expect(await note.innerText()).toContain(ROOT);
    expect(explorer.complaints).toEqual([]);
  });
});

/** Something to wait for until the test lets go of it. */
const aHold = (): { readonly held: Promise<void>; readonly release: () => void } => {
  const letGo: (() => void)[] = [];
  const held = new Promise<void>((resolve) => void letGo.push(resolve));
  return { held, release: () => letGo.forEach((one) => one()) };
};
