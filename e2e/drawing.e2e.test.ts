import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { missingForBrowser, type OpenExplorer, openExplorer } from "./open-explorer.ts";

interface OnPage {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}
interface DrawnNode extends OnPage {
  readonly kind: string;
  readonly letter: string;
  readonly count: number;
  readonly handles: readonly (OnPage & { readonly direction: string; readonly more: number })[];
}

/** What the explorer's page offers to tests: where the canvas drew what, in pixels of the page. */
declare const window: {
  readonly stemma: { readonly canvas: { nodes(): DrawnNode[]; edges(): (OnPage & { count: number })[] } };
};

/** 111 direct sources, of the seed. */
const WIDE = "HuggingFaceFW/fineweb";
/** Contaminated, of the traced example. */
const MIXED = "brackwater-lab/tidewrack-sft-mix";
/** Its sources have sources of their own, of the seed. */
const DEEP = "allenai/tulu-3-sft-mixture";
const mayRun = missingForBrowser.length === 0;
if (!mayRun) process.stderr.write(`the browser tests cannot run here: ${missingForBrowser.join("; ")}\n`);

test("on CI, everything that the browser test needs is there", () => {
  expect(process.env["CI"] === undefined ? [] : missingForBrowser).toEqual([]);
});

describe.runIf(mayRun)("the drawing of a lineage", () => {
  let explorer: OpenExplorer;
  let page: Page;
  const open = async (path: string): Promise<readonly DrawnNode[]> => {
    await page.goto(`${explorer.origin}${path}`);
    return settled(page);
  };

  beforeAll(async () => {
    explorer = await openExplorer();
    ({ page } = explorer);
  });
  afterAll(() => explorer?.close());

  test("draws many leaves as groups with honest counts, which open in place by a click and close again", async () => {
    const nodes = await open(`/?dataset=${WIDE}`);
    const groups = nodes.filter((node) => node.kind === "group");
    const group = groups.toSorted((one, other) => other.count - one.count)[0];
    expect(stood(nodes)).toBe(1 + 111);
    const edge = await page.evaluate(() => Math.max(...window.stemma.canvas.edges().map((one) => one.count)));
    expect(edge).toBe(group?.count);

    await click(page, group);
    const opened = await settled(page, (now) => now.length > nodes.length);
    expect(opened).toHaveLength(nodes.length - 1 + (group?.count ?? 0));
    expect(new URL(page.url()).searchParams.getAll("open")).toEqual([group?.id]);
    for (const node of nodes.filter(({ id }) => id !== group?.id)) {
      expect(opened.some(({ id }) => id === node.id)).toBe(true);
    }

    await page.locator("[data-open-group]").click();
    expect(await settled(page, (now) => now.length === nodes.length)).toHaveLength(nodes.length);
  });

  test("opens a group by the keyboard alone", async () => {
    const nodes = await open(`/?dataset=${WIDE}`);
    const column = nodes.filter(({ id }) => id !== WIDE).toSorted((one, other) => one.y - other.y);
    const group = column.findIndex((node) => node.kind === "group");

    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    const selected = new URL(page.url()).searchParams.get("node");
    const at = column.findIndex(({ id }) => id === selected);
    // A group is no dataset: while the walk stands on one, the root stays selected.
    const steps = at < 0 ? 0 : group - at;
    for (let step = 0; step < Math.abs(steps); step += 1) {
      await page.keyboard.press(steps > 0 ? "ArrowDown" : "ArrowUp");
    }
    await page.keyboard.press("Enter");

    expect((await settled(page, (now) => now.length > nodes.length)).length).toBeGreaterThan(nodes.length);
    expect(new URL(page.url()).searchParams.getAll("open")).toHaveLength(1);
  });

  test("marks contamination by letters, and explains in its legend what is drawn and nothing else", async () => {
    const nodes = await open(`/?dataset=${MIXED}&depth=12`);

    const letters = new Set(nodes.map((node) => node.letter).filter((letter) => letter !== ""));
    expect([...letters].sort()).toEqual(["D", "I"]);
    await page.locator(".legend summary").click();
    const explained = await page
      .locator("[data-legend]")
      .evaluateAll((items) => items.map((item) => item.getAttribute("data-legend")));
    expect(explained).toEqual(
      expect.arrayContaining(["declared", "inherited", "benchmark", "flagged", "fusion"]),
    );
    expect(explained).not.toContain("measured");
    expect(explained).not.toContain("model");
  });

  test("shades by date when asked to, and says so in the address and the legend", async () => {
    await page.getByRole("button", { name: "View", exact: true }).click();
    await page.getByRole("button", { name: "Date", exact: true }).click();
    await page.keyboard.press("Escape");

    await page.locator('[data-legend="dates"]').waitFor();
    expect(new URL(page.url()).searchParams.get("shade")).toBe("date");
    await page.locator(".legend summary").click();
  });

  test("lays the graph out by forces and back with a key, the same way each time", async () => {
    const layered = await open(`/?dataset=${MIXED}&depth=12`);

    await page.keyboard.press("o");
    const forced = await settled(page, (now) => now.length > 0 && moved(now, layered));
    expect(new URL(page.url()).searchParams.get("layout")).toBe("force");
    await page.keyboard.press("o");
    const back = await settled(page, (now) => now.length > 0 && moved(now, forced));
    expect(placesOf(back)).toEqual(placesOf(layered));
    await page.goBack();
    expect(placesOf(await settled(page, (now) => moved(now, back)))).toEqual(placesOf(forced));
  });

  test("shows the sources of a dataset by its handle, as many as it said", async () => {
    const before = await open(`/?dataset=${DEEP}`);
    const handle = before
      .flatMap((node) => node.handles)
      .filter(({ direction }) => direction === "upstream")
      .toSorted((one, other) => one.more - other.more)[0];

    await click(page, handle);
    const after = await settled(page, (now) => now.length > before.length);

    expect(new URL(page.url()).searchParams.getAll("up")).toHaveLength(1);
    expect(stood(after)).toBe(stood(before) + (handle?.more ?? 0));
  });

  test("keeps where the reader looks in the address, and comes back to it; the overview looks elsewhere", async () => {
    const fitted = await open(`/?dataset=${MIXED}&depth=12`);
    expect(new URL(page.url()).searchParams.get("camera")).toBeNull();

    for (let press = 0; press < 3; press += 1) await page.keyboard.press("+");
    await page.waitForURL(/camera=/);
    const closer = await settled(page, (now) => moved(now, fitted));
    await page.reload();
    const again = await settled(page);
    for (const node of closer) {
      const now = again.find(({ id }) => id === node.id);
      expect(Math.abs((now?.x ?? NaN) - node.x)).toBeLessThan(4);
      expect(Math.abs((now?.y ?? NaN) - node.y)).toBeLessThan(4);
    }

    const overview = await page.locator(".minimap").boundingBox();
    await page.mouse.click((overview?.x ?? 0) + 12, (overview?.y ?? 0) + 12);
    await settled(page, (now) => moved(now, again));

    await page.keyboard.press("f");
    await page.waitForURL((url) => !url.searchParams.has("camera"));
    expect(placesOf(await settled(page))).toEqual(placesOf(fitted));
  });

  test("draws again after the graphics card has dropped the drawing", async () => {
    await page.locator(".canvas-host canvas.sigma-nodes").evaluate((canvas) => {
      // The page's types are not the test's; a canvas gives its own context back.
      const { getContext } = canvas as unknown as {
        readonly getContext: (kind: string) => { getExtension(name: string): { loseContext(): void } | null };
      };
      getContext.call(canvas, "webgl2").getExtension("WEBGL_lose_context")?.loseContext();
    });
    await page.getByRole("button", { name: "Draw it again" }).click();

    expect((await settled(page)).length).toBeGreaterThan(10);
    expect(await page.getByRole("button", { name: "Draw it again" }).count()).toBe(0);
  });

  test("two quick clicks on two marks are no double click, two on one are", async () => {
    const nodes = await open(`/?dataset=${MIXED}`);
    const [one, other] = nodes.filter(({ id }) => id !== MIXED);
    await click(page, one);
    await click(page, other);
    await page.waitForURL((url) => url.searchParams.get("node") === other?.id);
    expect(new URL(page.url()).searchParams.get("dataset")).toBe(MIXED);

    await page.waitForTimeout(DOUBLE_CLICK_MS);
    await page.mouse.dblclick(other?.x ?? 0, other?.y ?? 0);
    await page.waitForURL((url) => url.searchParams.get("dataset") === other?.id);
  });

  test("finds nothing that the browser complained of", () => {
    expect(explorer.complaints).toEqual([]);
  });
});

/** Nodes, those in groups among them. */
const stood = (nodes: readonly DrawnNode[]): number => nodes.reduce((sum, node) => sum + node.count, 0);

const placesOf = (nodes: readonly DrawnNode[]) =>
  new Map(nodes.map(({ id, x, y }) => [id, [Math.round(x / 2), Math.round(y / 2)]]));

const moved = (now: readonly DrawnNode[], before: readonly DrawnNode[]): boolean => {
  const places = new Map(before.map((node) => [node.id, node]));
  return now.some(({ id, x, y }) => {
    const there = places.get(id);
    return there !== undefined && Math.abs(there.x - x) + Math.abs(there.y - y) > 2;
  });
};

const click = async (
  page: Page,
  at: { readonly x: number; readonly y: number } | undefined,
): Promise<void> => {
  if (at === undefined) throw new Error("the canvas does not draw what shall be clicked");
  await page.mouse.move(at.x, at.y);
  await page.mouse.click(at.x, at.y);
};

/** Sigma takes a click within it for the second of two. */
const DOUBLE_CLICK_MS = 350;
const PAUSE_MS = 120;
const PATIENCE_MS = 30_000;

/** What the canvas draws, once it is as wished and no longer moves. */
const settled = async (
  page: Page,
  isWished: (nodes: readonly DrawnNode[]) => boolean = (nodes) => nodes.length > 0,
): Promise<readonly DrawnNode[]> => {
  const read = () => page.evaluate(() => window.stemma?.canvas.nodes() ?? []);
  const until = Date.now() + PATIENCE_MS;
  let before = await read();
  while (Date.now() < until) {
    await page.waitForTimeout(PAUSE_MS);
    const now = await read();
    if (isWished(now) && now.length === before.length && !moved(now, before)) return now;
    before = now;
  }
  throw new Error(`the canvas did not settle: ${before.length} nodes at ${page.url()}`);
};
