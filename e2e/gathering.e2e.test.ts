import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { missingForBrowser, type OpenExplorer, openExplorer } from "./open-explorer.ts";

/** What the explorer's page offers to tests: where the canvas drew what, in pixels of the page. */
declare const window: { readonly stemma?: { readonly canvas: { nodes(): Drawn[] } } };
interface Drawn {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

const ROOT = "brackwater-lab/tidewrack-sft-mix";
/** More than half of a mark, less than the way to the next one. */
const ROOM_PX = 14;

const drawn = async (page: Page): Promise<readonly Drawn[]> => {
  const handle = await page.waitForFunction(() => {
    const nodes = window.stemma?.canvas.nodes() ?? [];
    return nodes.length >= 4 ? nodes : undefined;
  });
  return (await handle.jsonValue()) as readonly Drawn[];
};

const gathered = (page: Page): readonly string[] => new URL(page.url()).searchParams.getAll("chosen").sort();

const sourcesOf = (nodes: readonly Drawn[]): readonly Drawn[] => nodes.filter(({ id }) => id !== ROOT);

const upperThree = (nodes: readonly Drawn[]): readonly Drawn[] =>
  sourcesOf(nodes)
    .toSorted((one, other) => one.y - other.y)
    .slice(0, 3);

describe.runIf(missingForBrowser.length === 0)("gathering on the canvas", () => {
  let explorer: OpenExplorer;
  let page: Page;

  const open = async (query = ""): Promise<readonly Drawn[]> => {
    await page.goto(`${explorer.origin}/?dataset=${ROOT}${query}`);
    await page.locator(".gather-layer").waitFor({ state: "attached" });
    return drawn(page);
  };

  /** From above all of them to below, without letting the button go. */
  const dragAround = async (nodes: readonly Drawn[]): Promise<void> => {
    const [xs, ys] = [nodes.map(({ x }) => x), nodes.map(({ y }) => y)];
    await page.mouse.move(Math.min(...xs) - ROOM_PX, Math.min(...ys) - ROOM_PX);
    await page.mouse.down();
    await page.mouse.move(Math.max(...xs), Math.max(...ys), { steps: 3 });
    await page.mouse.move(Math.max(...xs) + ROOM_PX, Math.max(...ys) + ROOM_PX);
  };

  const bar = () => page.getByRole("region", { name: "Gathered datasets" });

  beforeAll(async () => {
    explorer = await openExplorer();
    ({ page } = explorer);
  });
  afterAll(() => explorer?.close());

  test("a box by Shift and a drag gathers what is in it, and marks it", async () => {
    const wanted = upperThree(await open());

    await page.keyboard.down("Shift");
    await dragAround(wanted);
    await page.locator(".gather-box").getByText("gather 3 datasets").waitFor();
    await page.mouse.up();
    await page.keyboard.up("Shift");

    await bar().getByText("3 datasets gathered").waitFor();
    const ids = wanted.map(({ id }) => id).sort();
    expect(gathered(page)).toEqual(ids);
    const marks = page.locator("[data-chosen]");
    expect((await marks.evaluateAll((all) => all.map((one) => one.dataset["chosen"]))).sort()).toEqual(ids);
    // The bar takes its height from the canvas, which fits itself again.
    for (const { id, x, y } of (await drawn(page)).filter((node) => ids.includes(node.id))) {
      const mark = await page.locator(`[data-chosen="${id}"]`).boundingBox();
      expect(Math.abs((mark?.x ?? 0) + (mark?.width ?? 0) / 2 - x)).toBeLessThan(2);
      expect(Math.abs((mark?.y ?? 0) + (mark?.height ?? 0) / 2 - y)).toBeLessThan(2);
    }
    expect(await page.locator(".gather-box").count()).toBe(0);
    expect(new URL(page.url()).searchParams.has("node")).toBe(false);
  });

  test("with Ctrl the box lets them go, Esc gives a box up, and a mere click with Shift is none", async () => {
    const [first, second] = upperThree(await open()).map(({ id }) => id);
    const wanted = upperThree(await open(`&chosen=${first}&chosen=${second}`));

    await page.keyboard.down("Shift");
    await dragAround(wanted);
    await page.keyboard.press("Escape");
    await page.mouse.up();
    expect(await page.locator(".gather-box").count()).toBe(0);
    expect(gathered(page)).toEqual([first, second].sort());

    await page.keyboard.down("Control");
    await dragAround(wanted.slice(0, 1));
    await page.locator(".gather-box").getByText("let 1 dataset go").waitFor();
    await page.mouse.up();
    await page.keyboard.up("Control");
    await bar().getByText("1 dataset gathered").waitFor();
    expect(gathered(page)).toEqual([second]);

    const at = wanted[2] ?? { x: 0, y: 0 };
    await page.mouse.click(at.x, at.y);
    await page.keyboard.up("Shift");
    expect(gathered(page)).toEqual([second]);
  });

  test("keys gather all that is shown and what is in sight, and undo takes that back", async () => {
    const nodes = await open();
    await page.keyboard.press("g");
    await bar().getByText(`${nodes.length} datasets gathered`).waitFor();
    await page.keyboard.press("Control+z");
    await bar().waitFor({ state: "detached" });

    const source = sourcesOf(nodes)[0] ?? { id: "", x: 0, y: 0 };
    await open(`&node=${source.id}`);
    for (let times = 0; times < 8 && !(await isPartOutside(page)); times += 1) await page.keyboard.press("+");
    await page.keyboard.press("G");
    await bar().waitFor();
    expect(gathered(page).length).toBeLessThan(nodes.length);
    expect(gathered(page).length).toBeGreaterThan(0);
  });

  test("a button of the table gathers all, for a finger too", async () => {
    const nodes = await open("&table=1");
    await page.getByRole("button", { name: "Gather all" }).click();

    await bar().getByText(`${nodes.length} datasets gathered`).waitFor();
    expect(explorer.complaints).toEqual([]);
  });
});

/** Once nothing moves: whether some of what is drawn lies outside of the window, so that the rest is what is in sight. */
const isPartOutside = async (page: Page): Promise<boolean> => {
  await page.waitForFunction(() => (window.stemma?.canvas.nodes().length ?? 0) > 0);
  return page.evaluate(() =>
    (window.stemma?.canvas.nodes() ?? []).some(({ x, y }) => x < 0 || y < 0 || y > 900),
  );
};
