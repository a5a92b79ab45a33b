import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SavedViewList } from "../schema/saved-view.ts";
import { missingForBrowser, type OpenExplorer, openExplorer } from "./open-explorer.ts";

/** Of the page, where the functions run. */
declare const window: {
  readonly hurt?: unknown;
  readonly stemma?: { readonly canvas: { nodes(): readonly { readonly id: string }[] } };
};
declare const Storage: { readonly prototype: object };
interface Box {
  readonly left: number;
  readonly right: number;
  readonly width: number;
  readonly height: number;
}
interface Element {
  readonly id: string;
  readonly tagName: string;
  readonly className: unknown;
  readonly parentElement: Element | null;
  readonly textContent: string | null;
  readonly scrollWidth: number;
  getBoundingClientRect(): Box;
  append(child: Element): void;
  focus(): void;
  remove(): void;
  dispatchEvent(event: unknown): void;
}
declare const document: {
  readonly documentElement: Element;
  readonly activeElement: Element | null;
  readonly body: Element;
  createElement(name: string): Element;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
};
declare const getComputedStyle: (element: Element) => {
  readonly overflowX: string;
  readonly visibility: string;
};
declare const innerWidth: number;
declare const PointerEvent: new (name: string, options: { readonly bubbles: boolean }) => unknown;

const ROOT = "brackwater-lab/tidewrack-sft-mix";
const SOURCE = "brackwater-lab/shoal-math";
const AT = `/?dataset=${ROOT}`;
/** Each page with what it shows once it has its data. */
const PAGES = [
  [AT, '[data-panel="dataset"] .panel-title'],
  ["/graph", ".graph-rows li"],
  ["/contamination", ".contamination-body tbody tr"],
  ["/cypher", ".cypher-list .cypher-entry"],
  ["/traces", "tr[data-trace]"],
  [`/embed?dataset=${ROOT}`, ".embed .legend"],
] as const;

/** Runs in the page, before its own scripts. */
const refuseStorage = (): void => {
  const descriptor = {
    get: (): never => {
      throw new Error("no storage here");
    },
  };
  for (const name of ["getItem", "setItem", "removeItem"]) {
    Object.defineProperty(Storage.prototype, name, descriptor);
  }
  Object.defineProperty(window, "localStorage", descriptor);
};

describe.runIf(missingForBrowser.length === 0)("clumsy hands", () => {
  let explorer: OpenExplorer;
  let page: Page;

  beforeAll(async () => {
    explorer = await openExplorer();
    ({ page } = explorer);
  });
  afterAll(() => explorer?.close());

  const open = async (address: string): Promise<void> => {
    await page.goto(`${explorer.origin}${address}`);
  };
  const savedViews = async () =>
    SavedViewList.parse(await (await fetch(`${explorer.origin}/api/views`)).json()).items;
  const choose = async (item: RegExp): Promise<void> => {
    await page.getByRole("button", { name: "Share" }).click();
    await page.getByRole("menuitem", { name: item }).click();
  };
  const countRequests = (method: string, path: RegExp): { readonly seen: string[] } => {
    const seen: string[] = [];
    page.on("request", (request) => {
      if (request.method() === method && path.test(request.url())) seen.push(request.url());
    });
    return { seen };
  };

  describe("names of saved views", () => {
    const HOSTILE = [
      '<img src="x" onerror="window.hurt = 1">',
      "\u202eon eno si siht",
      "__proto__",
      "__proto__",
      "👩‍👩‍👧 🏴 " + "m".repeat(100),
    ];

    test("are shown as what they are, whatever they are, and one of two equal ones is deleted alone", async () => {
      const statuses: number[] = [];
      for (const name of [...HOSTILE, "n".repeat(201)]) {
        const body = JSON.stringify({ name, address: AT });
        const headers = { "content-type": "application/json" };
        statuses.push(
          (await fetch(`${explorer.origin}/api/views`, { method: "POST", headers, body })).status,
        );
      }
      expect(statuses).toEqual([201, 201, 201, 201, 201, 400]);

      await open(AT);
      await choose(/Saved views/);
      const dialog = page.getByRole("dialog");
      await dialog.locator("[data-saved-view]").nth(4).waitFor();
      const names = await dialog.locator("[data-saved-view] a").allTextContents();
      expect(names.toSorted()).toEqual(HOSTILE.with(1, "U+202Eon eno si siht").toSorted());
      expect(await dialog.evaluate((box) => box.scrollWidth - box.clientWidth)).toBeLessThanOrEqual(0);

      await dialog.getByRole("button", { name: "Delete __proto__" }).first().dblclick();
      await dialog.getByText("“__proto__” was deleted.").waitFor();
      expect((await savedViews()).filter(({ name }) => name === "__proto__")).toHaveLength(1);
      expect(await page.evaluate(() => window.hurt)).toBeUndefined();
      await page.keyboard.press("Escape");
    });

    test("that show nothing are refused in words, and none is longer than it may be", async () => {
      // What the service refuses is a failure that the browser prints: not one of the page's own.
      const other = await (await explorer.browser.newContext()).newPage();
      await other.goto(`${explorer.origin}${AT}`);
      await other.getByRole("button", { name: "Share" }).click();
      await other.getByRole("menuitem", { name: /Save view/ }).click();
      const dialog = other.getByRole("dialog");
      const field = dialog.getByRole("textbox", { name: "Name", exact: true });
      await field.fill("\u200b\u202e");
      await dialog.getByRole("button", { name: "Save", exact: true }).click();

      await other.locator(".views-outcome.complaint").waitFor();
      expect(await field.inputValue()).toBe("\u200b\u202e");
      await field.fill("n".repeat(200));
      expect(await field.inputValue()).toHaveLength(120);
      await other.context().close();
    });
  });

  describe("a double click", () => {
    test("saves a view once", async () => {
      await open(AT);
      await choose(/Save view/);
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("textbox", { name: "Name", exact: true }).fill("Only once");
      await dialog.getByRole("button", { name: "Save", exact: true }).dblclick();
      await dialog.getByText("Saved as “Only once”.").waitFor();

      expect((await savedViews()).filter(({ name }) => name === "Only once")).toHaveLength(1);
      await page.keyboard.press("Escape");
    });

    test("starts a trace once, and stops it once", async () => {
      const starts = countRequests("POST", /\/api\/traces$/);
      const stops = countRequests("POST", /\/cancel$/);
      // The page hears that the trace began and nothing more, so that it can be stopped however quick it was.
      await page.routeWebSocket(/\/api\/events/, (socket) => {
        const service = socket.connectToServer();
        service.onMessage((message) => {
          if (String(message).includes('"trace-start"')) socket.send(message);
        });
      });
      await open("/traces");
      await page.locator("#trace-roots").fill(SOURCE);
      await page.getByRole("button", { name: "Start" }).dblclick();
      const stop = page.getByRole("button", { name: "Stop" });
      await stop.dblclick();
      await stop.and(page.locator(":enabled")).waitFor();

      expect(starts.seen).toHaveLength(1);
      expect(stops.seen).toHaveLength(1);
    });
  });

  describe.each([
    ["200 % of a window of 1400 pixels", { viewport: { width: 700, height: 450 }, deviceScaleFactor: 2 }],
    ["320 pixels", { viewport: { width: 320, height: 640 } }],
  ])("at %s", (_size, view) => {
    let small: Page;
    beforeAll(async () => {
      small = await explorer.newPage(view);
    });
    afterAll(() => small.context().close());

    test.each([
      ...PAGES.map(([address]) => address),
      "/",
      `${AT}&node=${SOURCE}`,
      "/contamination?shape=matrix",
    ])("%s cuts nothing off, and does not scroll sideways", async (address) => {
      await small.goto(`${explorer.origin}${address}`);
      await small.locator("main").getByRole("heading").or(small.locator(".embed")).first().waitFor();
      await small.waitForTimeout(300);

      const cut = await small.evaluate(() => {
        const found: string[] = [];
        if (document.documentElement.scrollWidth > innerWidth) found.push("the page itself");
        for (const element of document.querySelectorAll(
          "button, a, input, select, textarea, h1, h2, h3, p",
        )) {
          const { left, right, width, height } = element.getBoundingClientRect();
          const isSeen = width > 1 && height > 1 && getComputedStyle(element).visibility !== "hidden";
          if (!isSeen || (left >= -1 && right <= innerWidth + 1)) continue;
          let around = element.parentElement;
          while (around !== null && !/auto|scroll/.test(getComputedStyle(around).overflowX)) {
            around = around.parentElement;
          }
          // What a region scrolls to is not cut off.
          if (around === null) found.push(`${element.tagName} ${element.textContent ?? ""}`);
        }
        return found;
      });

      expect(cut).toEqual([]);
    });
  });

  test("the focus stays in its region when what had it goes, and goes where a press let it go", async () => {
    await open("/traces");
    await page.locator("main h1").first().waitFor();
    const focusAfter = (isLetGo: boolean): Promise<string | undefined> =>
      page.evaluate(async (isLetGo) => {
        const box = document.createElement("div");
        const button = document.createElement("button");
        box.append(button);
        document.querySelector("main")?.append(box);
        button.focus();
        if (isLetGo) document.body.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
        box.remove();
        await new Promise((resolve) => setTimeout(resolve));
        return document.activeElement?.tagName;
      }, isLetGo);

    expect(await focusAfter(false)).toBe("MAIN");
    expect(await focusAfter(true)).toBe("BODY");
  });

  test("a browser that lets nothing be stored shows every page, and asks in Cypher", async () => {
    const other = await explorer.newPage();
    await other.addInitScript(refuseStorage);
    for (const [address, content] of PAGES) {
      await other.goto(`${explorer.origin}${address}`);
      await other.locator(content).first().waitFor();
    }
    await other.goto(`${explorer.origin}/cypher`);
    await other.getByRole("button", { name: /^Run/ }).click();
    await other.locator(".cypher-result").waitFor();
    await other.context().close();
  });

  test("nothing of this makes the browser complain", () => {
    expect(explorer.complaints).toEqual([]);
  });
});
