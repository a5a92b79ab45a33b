import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { MultiDirectedGraph } from "graphology";
import gexf from "graphology-gexf";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LineageView } from "../schema/api.ts";
import { missingForBrowser, type OpenExplorer, openExplorer } from "./open-explorer.ts";

/** What the explorer's page offers to tests: where the canvas drew what, in pixels of the page. */
declare const window: {
  readonly stemma?: { readonly canvas: { nodes(): Drawn[]; edges(): Drawn[] } };
  readonly scrollY: number;
};
interface Drawn {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

const ROOT = "brackwater-lab/tidewrack-sft-mix";
const SOURCE = "brackwater-lab/shoal-math";
const HIDDEN = "brackwater-lab/estuary-instruct";
/** Two levels up, over the source that is expanded. */
const BEYOND = "quillfern/kettle-math-cot";
const AT = `/?dataset=${ROOT}`;

const SETTLING_MS = 300;

/** Once nothing changes any more: models, and what an expansion brings, come after the first drawing, and a move hides all. */
const drawnIds = async (page: Page, kind: "nodes" | "edges"): Promise<readonly string[]> => {
  const read = (): Promise<string[]> =>
    page.evaluate((kind) => (window.stemma?.canvas[kind]() ?? []).map(({ id }) => id).sort(), kind);
  let before = await read();
  for (;;) {
    await page.waitForTimeout(SETTLING_MS);
    const now = await read();
    if (now.length > 0 && now.join(" ") === before.join(" ")) return now;
    before = now;
  }
};

const sortedQuery = (address: string): readonly string[] =>
  [...new URL(address, "http://explorer.invalid").searchParams].map((pair) => pair.join("=")).sort();

const placeOf = async (page: Page, id: string): Promise<Drawn | undefined> => {
  const found = await page.waitForFunction(
    (id) => window.stemma?.canvas.nodes().find((node) => node.id === id),
    id,
  );
  return found.jsonValue();
};

/** Waits for the lineage to be drawn; some nodes are more than the root alone. */
const isDrawn = (page: Page, least = 4): Promise<unknown> =>
  page.waitForFunction((least) => (window.stemma?.canvas.nodes().length ?? 0) >= least, least);

const choose = async (page: Page, item: RegExp): Promise<void> => {
  await page.getByRole("button", { name: "Share" }).click();
  await page.getByRole("menuitem", { name: item }).click();
};

const download = async (
  page: Page,
  press: string,
): Promise<{ readonly name: string; readonly content: Buffer }> => {
  const button = page.getByRole("dialog").getByRole("button", { name: press, exact: true });
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
};

describe.runIf(missingForBrowser.length === 0)("a view is handed on", () => {
  let explorer: OpenExplorer;
  let page: Page;
  let lineage: LineageView;

  const open = async (address: string): Promise<void> => {
    await page.goto(`${explorer.origin}${address}`);
    await isDrawn(page);
  };

  beforeAll(async () => {
    explorer = await openExplorer({ view: { acceptDownloads: true } });
    ({ page } = explorer);
    const answer = await fetch(
      `${explorer.origin}/api/datasets/${encodeURIComponent(ROOT)}/lineage?direction=upstream&depth=30`,
    );
    lineage = LineageView.parse(await answer.json());
  });
  afterAll(() => explorer?.close());

  const pressed = (name: string): Promise<void> =>
    page.getByRole("button", { name, pressed: true, exact: true }).first().waitFor();

  test("an address holds the drawing, the gathering and the panels, through a reload, and is not rewritten", async () => {
    const address = `${AT}&up=${SOURCE}&hide=${HIDDEN}&models=1&layout=force&shade=date&node=${SOURCE}&chosen=${SOURCE}&table=1`;
    await open(address);
    await page.reload();
    await isDrawn(page);

    await page.getByRole("button", { name: "View", exact: true }).click();
    for (const name of ["Sources", "Force", "Date"]) await pressed(name);
    expect(await page.getByRole("checkbox", { name: /^Models/ }).isChecked()).toBe(true);
    await page.keyboard.press("Escape");
    await page.locator(`[data-panel="dataset"][data-id="${SOURCE}"]`).waitFor();
    await page.locator(`[data-node="${SOURCE}"] [aria-pressed="true"]`).waitFor();
    const ids = await drawnIds(page, "nodes");
    expect(ids).not.toContain(HIDDEN);
    expect(ids).toContain(BEYOND);
    expect(sortedQuery(page.url())).toEqual(sortedQuery(address));
  });

  test("an address holds the place of the view", async () => {
    const address = `${AT}&depth=2&camera=100,50,2`;
    await open(address);
    const before = await placeOf(page, SOURCE);
    await page.reload();
    await isDrawn(page);

    expect(await placeOf(page, SOURCE)).toEqual(before);
    expect(page.url()).toBe(`${explorer.origin}${address}`);
  });

  test("back and forward walk through the views, and undo and redo through the changes", async () => {
    await open(AT);
    await page.getByRole("button", { name: "View", exact: true }).click();
    await page.getByRole("button", { name: "Force" }).click();
    await page.waitForURL(/layout=force/);
    await page.goBack();
    await page.waitForURL((url) => !url.href.includes("layout"));
    await page.goForward();
    await page.waitForURL(/layout=force/);

    await page.keyboard.press("Control+z");
    await page.waitForURL((url) => !url.href.includes("layout"));
    await page.getByRole("button", { name: "Redo the change that was undone" }).click();
    await page.waitForURL(/layout=force/);
    await page.getByRole("button", { name: "Undo the last change of the view" }).click();
    await page.waitForURL((url) => !url.href.includes("layout"));
    await page.goBack();
    await page.waitForURL(/layout=force/);
  });

  test("a link opens the same view in a new tab", async () => {
    await open(`${AT}&depth=2`);
    const second = await explorer.newPage();

    await second.goto(page.url());
    await isDrawn(second);

    expect(await drawnIds(second, "nodes")).toEqual(await drawnIds(page, "nodes"));
    await second.context().close();
  });

  test("a saved view is opened in another browser, deleted and brought back", async () => {
    await open(`${AT}&depth=2&layout=force`);
    await choose(page, /Save view/);
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Name", exact: true }).fill("Two levels");
    await dialog.getByRole("button", { name: "Save", exact: true }).click();
    await dialog.getByText("Saved as “Two levels”.").waitFor();

    const second = await explorer.newPage();
    await second.goto(`${explorer.origin}${AT}`);
    await isDrawn(second);
    await choose(second, /Saved views/);
    await second.getByRole("link", { name: "Two levels" }).click();
    await second.waitForURL(`${explorer.origin}${AT}&depth=2&layout=force`);
    await second.context().close();

    await dialog.getByRole("button", { name: "Delete Two levels" }).click();
    await dialog.getByText("“Two levels” was deleted.").waitFor();
    expect(await page.locator(":focus").textContent()).toBe("Undo");
    await page.keyboard.press("Enter");
    await dialog.getByRole("link", { name: "Two levels" }).waitFor();
    await page.keyboard.press("Escape");
    expect(await page.locator(":focus").textContent()).toBe("Share");
  });

  test("gathers rows of the table, hides them, and takes that back", async () => {
    await open(`${AT}&table=1`);
    const rows = page.locator("tbody .row-select");
    await rows.nth(1).click({ modifiers: ["Control"] });
    await rows.nth(3).click({ modifiers: ["Shift"] });
    const bar = page.getByRole("region", { name: "Gathered datasets" });
    await bar.getByText("3 datasets gathered").waitFor();
    await rows.nth(2).focus();
    await page.keyboard.press("Space");
    await bar.getByText("2 datasets gathered").waitFor();
    const gathered = new URL(page.url()).searchParams.getAll("chosen");
    const before = await drawnIds(page, "nodes");

    await bar.getByRole("button", { name: "Hide these" }).click();
    await page.waitForFunction(
      (gone) => window.stemma?.canvas.nodes().every(({ id }) => !gone.includes(id)),
      gathered,
    );
    await page.keyboard.press("Control+z");
    await isDrawn(page, before.length);

    expect(await drawnIds(page, "nodes")).toEqual(before);
  });

  test("exports exactly what is shown, as a picture and as data", async () => {
    await open(`${AT}&depth=3`);
    const [nodes, edges] = [await drawnIds(page, "nodes"), await drawnIds(page, "edges")];
    await choose(page, /Export/);

    const svg = await download(page, "SVG");
    const ids = [...svg.content.toString("utf8").matchAll(/data-id="([^"]+)"/g)].map(([, id]) => id).sort();
    expect(svg.name).toBe("stemma-brackwater-lab-tidewrack-sft-mix.svg");
    expect(ids).toEqual([...nodes, ...edges].sort());
    for (const id of nodes) expect(svg.content.toString("utf8")).toContain(id.split("/").at(-1));

    const png = await download(page, "PNG");
    expect(png.content.subarray(1, 4).toString()).toBe("PNG");
    expect(png.content.readUInt32BE(16)).toBeGreaterThan(1_000);

    const graph = gexf.parse(MultiDirectedGraph, (await download(page, "GEXF")).content.toString("utf8"));
    expect([graph.order, graph.size]).toEqual([nodes.length, edges.length]);
    const rows = (await download(page, "CSV of nodes")).content.toString("utf8").trim().split("\r\n");
    expect(rows).toHaveLength(1 + nodes.length);

    const links = page.getByRole("dialog").locator("[data-service-export]");
    await links.first().waitFor();
    const addresses = await links.evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
    expect(addresses).toContain(`/api/exchange/export?format=croissant&dataset=${encodeURIComponent(ROOT)}`);
    for (const address of addresses) {
      expect((await fetch(`${explorer.origin}${address}`)).status, address).toBe(200);
    }
    await page.keyboard.press("Escape");
  });

  test("cites every ancestor once", async () => {
    await open(AT);
    await choose(page, /Cite/);
    const list = page.getByRole("textbox", { name: "References" });
    await list.waitFor();

    const keys = [...(await list.inputValue()).matchAll(/^@misc\{([^,]+),$/gm)].map(([, key]) => key);

    expect(new Set(keys).size).toBe(lineage.nodes.length);
    expect(keys).toHaveLength(lineage.nodes.length);
    expect(keys).toContain(SOURCE);
    expect(await list.inputValue()).toMatch(/revision [0-9a-f]{40}/);
    await page.keyboard.press("Escape");
  });

  test("finds nothing that the browser complained of", () => {
    expect(explorer.complaints).toEqual([]);
  });

  describe("in somebody else's page", () => {
    let host: Server;
    let foreign: Page;

    beforeAll(async () => {
      await open(`${AT}&depth=2`);
      await choose(page, /Embed/);
      const snippet = await page.locator("[data-embed-snippet]").inputValue();
      await page.keyboard.press("Escape");
      const html = `<!doctype html><title>a post</title><body style="height: 4000px">${snippet}<iframe id="whole" src="${explorer.origin}/"></iframe>`;
      host = createServer((_request, response) => response.setHeader("content-type", "text/html").end(html));
      await new Promise<void>((resolve) => host.listen(0, "127.0.0.1", resolve));
      // Of its own: that the browser refuses to frame the explorer itself is what shall happen here.
      foreign = await (await explorer.browser.newContext()).newPage();
      await foreign.goto(`http://localhost:${(host.address() as AddressInfo).port}/`);
    });
    afterAll(async () => {
      await foreign.context().close();
      host.close();
    });

    const frame = () => foreign.frames().find((one) => one.url().includes("/embed?"));

    test("the frame draws the graph, with a way to all of it and nothing that writes", async () => {
      await frame()?.waitForFunction(() => (window.stemma?.canvas.nodes().length ?? 0) > 3);

      const link = frame()?.getByRole("link", { name: "Open in Stemma" });
      expect(await link?.getAttribute("href")).toBe(`${AT}&depth=2`);
      expect(await link?.getAttribute("target")).toBe("_blank");
      expect(await frame()?.getByRole("button").count()).toBe(0);
      expect(await frame()?.getByRole("searchbox").count()).toBe(0);
    });

    test("no other page of the explorer is framed", async () => {
      const whole = await (await foreign.locator("#whole").elementHandle())?.contentFrame();

      expect(await whole?.getByRole("banner").count()).toBe(0);
      expect(whole?.url()).not.toContain("127.0.0.1");
    });

    test("the wheel and the keys stay the page's own", async () => {
      await foreign.mouse.move(200, 200);
      await foreign.mouse.wheel(0, 600);

      await foreign.waitForFunction(() => window.scrollY > 300);
      await foreign.mouse.move(200, 100);
      await foreign.mouse.click(200, 20);
      await foreign.keyboard.press("/");
      expect(await frame()?.getByRole("dialog").count()).toBe(0);
    });
  });
});
