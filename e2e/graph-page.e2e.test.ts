import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GraphSnapshot } from "../schema/api.ts";
import { missingForBrowser, type OpenExplorer, openExplorer } from "./open-explorer.ts";

/** What the explorer's page offers to tests: where the canvas drew what, in pixels of the page; nothing while it moves. */
declare const window: {
  readonly stemma: { readonly canvas: { nodes(): DrawnNode[] } };
};

interface DrawnNode {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

const mayRun = missingForBrowser.length === 0;
if (!mayRun) process.stderr.write(`the browser tests cannot run here: ${missingForBrowser.join("; ")}\n`);

/** Waits until the canvas draws what is wanted and nothing moves. */
const drawn = async (
  page: Page,
  isRight: (ids: readonly string[]) => boolean,
): Promise<readonly DrawnNode[]> => {
  let former = "";
  for (let tries = 0; tries < 200; tries += 1) {
    const nodes = await page.evaluate(() => window.stemma.canvas.nodes());
    const now = JSON.stringify(nodes);
    if (nodes.length > 0 && now === former && isRight(nodes.map(({ id }) => id))) return nodes;
    former = now;
    await page.waitForTimeout(100);
  }
  throw new Error("the canvas does not draw what it should");
};

const areGroups = (ids: readonly string[]) => ids.every((id) => id.startsWith("group "));

describe.runIf(mayRun)("a person looks at the whole graph", () => {
  let explorer: OpenExplorer;
  let page: Page;
  let snapshot: GraphSnapshot;

  beforeAll(async () => {
    explorer = await openExplorer();
    ({ page } = explorer);
    snapshot = GraphSnapshot.parse(await (await fetch(`${explorer.origin}/api/graph`)).json());
  });
  afterAll(() => explorer?.close());

  test("sees every dataset of the seed and the example drawn where the service has put it", async () => {
    await page.goto(`${explorer.origin}/graph`);

    const nodes = await drawn(page, (ids) => ids.length === snapshot.nodes.id.length);

    const left = nodes.find(({ id }) => id === "brackwater-lab/tidewrack-sft-mix");
    const right = nodes.find(({ id }) => id === "brackwater-lab/shoal-math");
    expect(left?.x).toBeLessThan(right?.x ?? 0);
    expect(await page.locator(".graph-canvas .shown-count").textContent()).toContain(
      `${snapshot.nodes.id.length} of ${snapshot.nodes.id.length} datasets`,
    );
  });

  test("has the same datasets in the list, finds one there, and sees it on the canvas while it has the focus", async () => {
    await page.getByLabel("Find in this list").fill("shoal-math");
    const row = page.locator('[data-row="brackwater-lab/shoal-math"]');
    await row.waitFor();

    await row.getByRole("link").focus();

    expect(await row.getAttribute("class")).toContain("is-hovered");
    await page.getByLabel("Find in this list").fill("");
  });

  test("selects a dataset by a click on the canvas, and the address keeps it", async () => {
    const nodes = await drawn(page, (ids) => ids.length === snapshot.nodes.id.length);
    const node = nodes.find(({ id }) => id === "brackwater-lab/tidewrack-sft-mix");
    if (node === undefined) throw new Error("the canvas does not draw the example's mix");

    await page.mouse.move(node.x, node.y);
    await page.mouse.click(node.x, node.y);

    await page.locator('[data-selected="brackwater-lab/tidewrack-sft-mix"]').waitFor();
    expect(new URL(page.url()).searchParams.get("node")).toBe("brackwater-lab/tidewrack-sft-mix");
  });

  test("hides a domain, and the picture follows", async () => {
    await page.goto(`${explorer.origin}/graph`);
    await drawn(page, (ids) => ids.length === snapshot.nodes.id.length);

    await page.getByRole("button", { name: "unknown domain" }).click();

    const known = snapshot.nodes.domains.filter((domains) => domains !== 0).length;
    await drawn(page, (ids) => ids.length === known);
  });

  test("groups it, drills down to an owner's datasets by the canvas and by the list, and comes back", async () => {
    await page.goto(`${explorer.origin}/graph?as=groups`);
    const groups = await drawn(page, areGroups);
    const general = groups.find(({ id }) => id === "group domain general");
    if (general === undefined) throw new Error("the canvas draws no group of general datasets");
    const list = page.locator("[data-row]");
    expect(await list.count()).toBe(groups.length);

    await page.mouse.click(general.x, general.y);
    await drawn(page, (ids) => areGroups(ids) && ids.some((id) => id.startsWith("group owner ")));
    const owner = page.locator('[data-row^="group owner "]').first();
    const name = (await owner.getAttribute("data-row"))?.replace("group owner ", "") ?? "";
    await owner.getByRole("link").press("Enter");
    const datasets = await drawn(page, (ids) => !ids.some((id) => id.startsWith("group ")));

    expect(datasets.every(({ id }) => id.startsWith(`${name}/`))).toBe(true);
    expect(new URL(page.url()).search).toBe(`?within=general&owner=${name}&as=groups`);
    expect(await page.locator(".graph-crumbs li").allTextContents()).toEqual([
      "All datasets",
      "general",
      name,
    ]);
    await page.goBack();
    await page.goBack();
    await drawn(page, (ids) => areGroups(ids) && ids.includes("group domain general"));
  });

  test("opens the owners beyond the largest ones, which are one group", async () => {
    await page.goto(`${explorer.origin}/graph?within=general&as=groups`);
    await page.locator('[data-row="group rest "]').getByRole("link").click();

    await page.locator(".graph-crumbs").getByText("owners after the largest 24").waitFor();

    expect(new URL(page.url()).searchParams.get("skip")).toBe("24");
  });

  test("goes to a dataset's lineage with the same canvas, and back", async () => {
    await page.goto(`${explorer.origin}/graph`);
    await drawn(page, (ids) => ids.length === snapshot.nodes.id.length);
    const canvas = await page.locator(".canvas-stage canvas").first().elementHandle();
    await page.getByLabel("Find in this list").fill("tidewrack-sft-mix");
    const link = page.locator('[data-row="brackwater-lab/tidewrack-sft-mix"]').getByRole("link");

    await link.press("Enter");
    await drawn(page, (ids) => ids.length < 100 && ids.includes("brackwater-lab/tidewrack-sft-mix"));

    const isSame = await page
      .locator(".canvas-stage canvas")
      .first()
      .evaluate((now, before) => now === before, canvas);
    expect(isSame).toBe(true);
    await page.goBack();
    await drawn(page, (ids) => ids.length === snapshot.nodes.id.length);
  });

  test("is offered to try again when the service does not answer", async () => {
    await page.route("**/api/graph/overview*", (route) =>
      route.fulfill({ status: 503, contentType: "application/json", body: "{}" }),
    );
    await page.goto(`${explorer.origin}/graph`);
    const retry = page.getByRole("button", { name: "Try again" });
    await retry.waitFor();
    await page.unroute("**/api/graph/overview*");

    await retry.click();

    await drawn(page, (ids) => ids.length === snapshot.nodes.id.length);
  });

  test("finds the list below the picture on a phone, and nothing too wide", async () => {
    const phone = await explorer.newPage({ viewport: { width: 390, height: 844 }, hasTouch: true });
    await phone.goto(`${explorer.origin}/graph?as=groups`);
    await drawn(phone, areGroups);

    const width = await phone.evaluate("document.documentElement.scrollWidth");
    const picture = await phone.locator(".graph-canvas").boundingBox();
    const list = await phone.locator(".graph-list").boundingBox();

    expect(width).toBe(390);
    expect(list?.y).toBeGreaterThanOrEqual((picture?.y ?? 0) + (picture?.height ?? 0));
    await phone.context().close();
  });

  test("finds nothing that the browser complained of", () => {
    const refused = explorer.complaints.filter((complaint) => !complaint.includes("503"));
    expect(refused).toEqual([]);
  });
});
