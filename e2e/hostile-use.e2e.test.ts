import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { missingForBrowser, type OpenExplorer, openExplorer } from "./open-explorer.ts";

/** Of the page, where the functions run. */
declare const window: {
  readonly stemma?: { readonly canvas: { nodes(): { readonly x: number; readonly y: number }[] } };
};
declare const history: { pushState(state: null, title: string, address: string): void; go(by: number): void };
declare const dispatchEvent: (event: unknown) => void;
declare const PopStateEvent: new (name: string) => unknown;
declare const document: { readonly documentElement: { readonly scrollWidth: number } };
declare const innerWidth: number;

const mayRun = missingForBrowser.length === 0;
const ROOT = "brackwater-lab/tidewrack-sft-mix";
const GONE = "nobody/gone-mix";
const PATHS = ["/", "/graph", "/contamination", "/cypher", "/traces", "/embed"] as const;
/** Everything that an address may hold. */
const FIELDS = [
  ["dataset", "direction", "depth", "up", "down", "open", "status", "without", "without-domain", "licence"],
  ["without-licence", "without-level", "marked", "confidence", "created", "undated", "uses", "asof", "node"],
  ["filters", "rejected", "hide", "only", "models", "layout", "shade", "camera", "edge", "chosen", "focus"],
  ["to", "paths", "document", "evidence", "trace", "table", "benchmark", "shape", "order", "traced", "skip"],
  ["withdrawn", "query", "saved", "param", "result", "within", "owner", "as"],
].flat();
/** As they stand in an address. */
const NONSENSE = [
  "x".repeat(5_000),
  "%00%01%1b%7f%C2%85%E2%80%AE%0A",
  "%ED%A0%80%ED%B0%80",
  "__proto__",
  "name:__proto__",
  "%E0%A4%A",
  "-99999999999999999999",
  "NaN",
  "1e308,-1e308,1e-300",
  "-5..NaN",
] as const;
/** More than any page asks for at once, far less than a loop. */
const MOST_REQUESTS = 20;
const LOOK_MS = 50;

const nonsenseAt = (path: string, value: string): string =>
  `${path}?${FIELDS.map((field) => `${field}=${value}`).join("&")}`;

/** Goes to an address without a load, as the back button does: it may be longer than a service takes. */
const go = (page: Page, address: string): Promise<void> =>
  page.evaluate((address) => {
    history.pushState(null, "", address);
    dispatchEvent(new PopStateEvent("popstate"));
  }, address);

/** What the page says once two looks find the same. */
const settled = async (page: Page): Promise<string> => {
  let before = "";
  for (;;) {
    await page.waitForTimeout(LOOK_MS);
    const now = (await page.locator("main").innerText()).trim();
    if (now !== "" && now === before) return now;
    before = now;
  }
};

const home = (page: Page) => page.getByRole("heading", { name: "Where did this dataset come from?" });

describe.runIf(mayRun)("addresses that mean harm, or nothing", () => {
  let explorer: OpenExplorer;
  let page: Page;
  let requests = 0;

  beforeAll(async () => {
    explorer = await openExplorer();
    ({ page } = explorer);
    page.on("request", (request) => (requests += request.url().includes("/api/") ? 1 : 0));
  });
  afterAll(() => explorer?.close());

  test.each(PATHS)("%s says something to nonsense in every field, and Back leads out of it", async (path) => {
    await page.goto(`${explorer.origin}/`);
    await home(page).waitFor();
    for (const value of NONSENSE) {
      requests = 0;
      await go(page, nonsenseAt(path, value));

      expect((await settled(page)).length, value).toBeGreaterThan(30);
      expect(requests, value).toBeLessThan(MOST_REQUESTS);
    }
    await page.evaluate((steps) => history.go(-steps), NONSENSE.length);
    await home(page).waitFor();
    expect(explorer.complaints).toEqual([]);
  });

  test.each(PATHS)("%s loads with another nonsense in each field", async (path) => {
    const [, ...short] = NONSENSE;
    const fields = FIELDS.map((field, index) => `${field}=${short[index % short.length]}`);
    await page.goto(`${explorer.origin}${path}?${fields.join("&")}`);

    expect((await settled(page)).length).toBeGreaterThan(30);
    expect(explorer.complaints).toEqual([]);
  });

  test.each(["1e308,-1e308,1e-300", "0,1e15,1", "0,0,1e300"])(
    "a camera at %s shows the lineage all the same",
    async (camera) => {
      await page.goto(`${explorer.origin}/?dataset=${ROOT}&camera=${camera}`);
      await page.waitForFunction(() => {
        const nodes = window.stemma?.canvas.nodes() ?? [];
        return nodes.length > 3 && nodes.every(({ x, y }) => x > 0 && x < 1400 && y > 0 && y < 900);
      });
    },
  );

  test("a storm of 200 steps through the history ends on the page of its address", async () => {
    await page.goto(`${explorer.origin}/`);
    requests = 0;
    await page.evaluate(async (root) => {
      const pages = ["/graph", "/contamination", "/cypher", "/traces"];
      for (let step = 0; step < 100; step += 1) {
        const explore = `/?dataset=${root}&depth=${1 + (step % 5)}`;
        history.pushState(null, "", step % 2 === 0 ? explore : (pages[step % 4] ?? "/"));
        dispatchEvent(new PopStateEvent("popstate"));
        await new Promise<void>((resolve) => setTimeout(resolve, 4));
      }
      for (let step = 0; step < 100; step += 1) {
        history.go(step % 3 === 2 ? 1 : -1);
        await new Promise<void>((resolve) => setTimeout(resolve, 4));
      }
    }, ROOT);
    await settled(page);
    await go(page, `/?dataset=${ROOT}`);
    await page.waitForFunction(() => (window.stemma?.canvas.nodes().length ?? 0) > 3);
    const before = requests;
    await page.waitForTimeout(10 * LOOK_MS);

    // A page asks for up to seven things; what is left at once is called off, and nothing goes on asking.
    expect(before).toBeLessThan(1_600);
    expect(requests - before).toBeLessThan(3);
    expect(explorer.complaints).toEqual([]);
  });

  test("undo and redo stay with the page that they were made on", async () => {
    await page.goto(`${explorer.origin}/?dataset=${ROOT}`);
    await page.getByRole("button", { name: "Uses", exact: true }).click();
    await page.waitForURL(/direction=downstream/);
    await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Cypher" }).click();
    await page.getByRole("heading", { name: "Ask in Cypher" }).waitFor();
    const address = page.url();

    for (const key of ["Control+z", "Control+Shift+z", "Control+z"]) await page.keyboard.press(key);
    expect(page.url()).toBe(address);

    await page.goBack();
    await page.waitForURL((url) => url.pathname === "/" && url.search.includes("direction=downstream"));
    await page.keyboard.press("Control+z");
    await page.waitForURL((url) => !url.href.includes("direction"));
    await page.keyboard.press("Control+Shift+z");
    await page.waitForURL(/direction=downstream/);
  });

  test.each([
    ["a dataset", `/?dataset=${GONE}`, `${GONE} is not in the graph yet`],
    ["one of several datasets", `/?dataset=${ROOT}&dataset=${GONE}`, `${GONE} is not in the graph yet`],
    ["a selected dataset", `/?dataset=${ROOT}&node=${GONE}`, GONE],
    ["an edge", `/?dataset=${ROOT}&edge=${"0".repeat(24)}`, "Could not load"],
    ["a document", `/?dataset=${ROOT}&document=${"f".repeat(64)}`, "Could not load"],
    ["a trace", "/traces?trace=00000000-gone", "There is no trace 00000000-gone"],
    ["a dataset in a frame", `/embed?dataset=${GONE}`, `The graph does not know ${GONE}`],
    ["a dataset of the whole graph", `/graph?node=${GONE}`, GONE],
    ["an owner of the whole graph", "/graph?within=math&owner=nobody", "There is no dataset here"],
    ["a benchmark", `/contamination?benchmark=${GONE}`, `${GONE} is neither on the list of benchmarks`],
    ["a withdrawn dataset", `/contamination?withdrawn=${GONE}`, GONE],
    ["the dataset of a question", `/cypher?dataset=${GONE}`, "Ask in Cypher"],
  ])("says of %s that is not there what is so", async (_what, address, said) => {
    await page.goto(`${explorer.origin}${address}`);

    await page.locator("main").getByText(said).first().waitFor();
    expect(explorer.complaints).toEqual([]);
  });

  test("runs nothing, and makes the browser complain of nothing", () => {
    expect(explorer.complaints).toEqual([]);
  });

  describe("in odd frames", () => {
    let host: Server;
    let foreign: Page;

    beforeAll(async () => {
      const frame = (name: string, query: string, attributes = "") =>
        `<iframe name="${name}" src="${explorer.origin}/embed${query}" width="120" height="80" ${attributes}></iframe>`;
      const frames = [
        frame("nothing", ""),
        frame("unknown", `?dataset=${GONE}`),
        frame("stamp", `?dataset=${ROOT}`),
        frame("sandbox", `?dataset=${ROOT}`, 'sandbox="allow-scripts"'),
      ];
      host = createServer((_request, response) =>
        response.setHeader("content-type", "text/html").end(`<!doctype html>${frames.join("")}`),
      );
      await new Promise<void>((resolve) => host.listen(0, "127.0.0.1", resolve));
      foreign = await (await explorer.browser.newContext()).newPage();
      await foreign.goto(`http://localhost:${(host.address() as AddressInfo).port}/`);
    });
    afterAll(async () => {
      await foreign.context().close();
      host.close();
    });

    const inFrame = (name: string): Frame => {
      const frame = foreign.frame({ name });
      if (frame === null) throw new Error(`no frame ${name}`);
      return frame;
    };

    test.each([
      ["nothing", "This address names no dataset"],
      ["unknown", `The graph does not know ${GONE}`],
      ["sandbox", "It needs allow-scripts and allow-same-origin"],
    ])("the frame %s says what it lacks", async (name, said) => {
      await inFrame(name).getByText(said).first().waitFor();
    });

    test("a frame without scripts says what it lacks", async () => {
      const silent = await (await explorer.browser.newContext({ javaScriptEnabled: false })).newPage();
      await silent.goto(`${explorer.origin}/embed?dataset=${ROOT}`);

      // Not by its text: a search for text passes over what stands in for scripts.
      expect(await silent.locator("body").innerText()).toContain("needs allow-scripts and allow-same-origin");
      await silent.context().close();
    });

    test("a frame of the size of a stamp draws, and is no wider than it is", async () => {
      await inFrame("stamp").waitForFunction(() => (window.stemma?.canvas.nodes().length ?? 0) > 3);

      for (const name of ["nothing", "unknown", "stamp"]) {
        const over = await inFrame(name).evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(over, name).toBeLessThanOrEqual(0);
      }
      expect(await inFrame("stamp").getByRole("link", { name: "Open in Stemma" }).isVisible()).toBe(true);
    });
  });
});

describe.runIf(mayRun)("an empty graph", () => {
  let explorer: OpenExplorer;
  beforeAll(async () => {
    explorer = await openExplorer({ graph: "empty" });
  });
  afterAll(() => explorer?.close());

  test.each([
    ["/", "name any dataset of the Hub below"],
    ["/graph", "Start with a trace"],
    ["/contamination", "Start with a trace"],
    ["/cypher", "Start with a trace"],
    ["/traces", "Traces are listed here once one was started."],
    ["/embed", "This address names no dataset"],
    [`/?dataset=${ROOT}`, "Trace it"],
  ])("says at %s what to do first", async (address, said) => {
    await explorer.page.goto(`${explorer.origin}${address}`);

    await explorer.page.locator("main").getByText(said).first().waitFor();
    expect(explorer.complaints).toEqual([]);
  });
});
