import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EdgeDetail } from "../schema/api.ts";
import { parseConfig } from "../services/config.ts";
import { createStemma, type Stemma } from "../services/main.ts";
import { projectFolder } from "../services/project-folder.ts";
import { type Service, startService } from "../services/start-service.ts";
import { findChromium } from "./find-chromium.ts";

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
const executablePath = findChromium();
const isBuilt = existsSync(join(projectFolder(), "dist", "ui", "index.html"));
const missing = [
  executablePath === undefined ? "no Chromium: apt-get install chromium, or set CHROMIUM" : "",
  isBuilt ? "" : "the explorer is not built: npx vite build ui",
].filter((reason) => reason !== "");
const mayRun = missing.length === 0;
if (!mayRun) process.stderr.write(`the browser test cannot run here: ${missing.join("; ")}\n`);

test("on CI, everything that the browser test needs is there", () => {
  expect(process.env["CI"] === undefined ? [] : missing).toEqual([]);
});

describe.runIf(mayRun)("a person traces the example in a browser", () => {
  let folder: string;
  let stemma: Stemma;
  let service: Service;
  let browser: Browser;
  let page: Page;
  /** What the page complained of: errors of scripts, and everything that the content policy refused. */
  const complaints: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "stemma-e2e-"));
    const mirror = join(projectFolder(), "examples", "mirror");
    stemma = await createStemma(parseConfig({}, { data: folder, mirror, port: "0" }));
    service = await startService(stemma);
    browser = await chromium.launch({
      ...(executablePath === undefined ? {} : { executablePath }),
      args: ["--no-sandbox", "--disable-gpu"],
    });
    page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      // A dataset that is not traced yet is a 404 that the page expects, and that the browser prints all the same.
      if (message.type() === "error" && !NOT_YET_THERE.test(message.text())) complaints.push(message.text());
    });
  });
  afterAll(async () => {
    await browser?.close();
    await service?.close();
    await stemma?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test("starts a trace from the page and watches it to its end", async () => {
    await page.goto(service.url);
    await page.getByLabel("Dataset to trace").fill(ROOT);
    await page.getByRole("button", { name: "Trace", exact: true }).click();

    await page.locator('[data-panel="trace"][data-state="finished"]').waitFor({ timeout: 60_000 });

    expect(await page.locator(`[data-visit="${SOURCE}"]`).count()).toBe(1);
  });

  test("sees the lineage drawn, and opens an edge by a click on the canvas", async () => {
    await page.goto(`${service.url}?dataset=${ROOT}`);
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
    const detail = EdgeDetail.parse(await (await fetch(`${service.origin}/api/edges/${id}`)).json());
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
    expect(complaints).toEqual([]);
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

const NOT_YET_THERE = /^Failed to load resource: .* 404 /;

const squeeze = (text: string): string => text.replace(/\s+/g, " ").trim();
