import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ReviewLog } from "../schema/review.ts";
import { missingForBrowser, type OpenExplorer, openExplorer } from "./open-explorer.ts";

/** Of the page: what the test put there, to see whether anything else than the keyboard was used. */
declare const window: {
  pointerEvents: number;
  addEventListener(type: string, act: () => void, deep: boolean): void;
};
declare const document: {
  readonly activeElement: { readonly id: string } | null;
};

const DECISIONS = 50;

describe.runIf(missingForBrowser.length === 0)("a reviewer in a browser", () => {
  let explorer: OpenExplorer;
  let page: Page;

  beforeAll(async () => {
    explorer = await openExplorer();
    ({ page } = explorer);
    await page.addInitScript(() => {
      window.pointerEvents = 0;
      for (const type of ["pointerdown", "mousedown", "touchstart", "mousemove", "wheel"])
        window.addEventListener(type, () => (window.pointerEvents += 1), true);
    });
  });
  afterAll(() => explorer?.close());

  const logOf = async (query = ""): Promise<ReviewLog> =>
    (await (await fetch(`${explorer.origin}/api/reviews?limit=500${query}`)).json()) as ReviewLog;

  test("decides 50 edges by keyboard alone, each with its quote in sight and the focus on it; a reload loses nothing", async () => {
    await page.goto(`${explorer.origin}/review?queue-finders=rules`);
    const quoted: string[] = [];
    const seen: string[] = [];
    for (let number = 0; seen.length < DECISIONS; number += 1) {
      const edge = await nextItem(page, seen);
      if (edge === undefined) {
        // All that the rules found is decided: on with what was published.
        await page.goto(`${explorer.origin}/review`);
        continue;
      }
      if (number % 25 === 12) await page.reload();
      await page.locator(`[data-item="${edge}"]`).waitFor();
      if (await quoteIsInSight(page)) quoted.push(edge);
      expect(await focusedId(page)).toBe("review-claim");
      await page.keyboard.press("r");
      await page.keyboard.press(number % 2 === 0 ? "c" : "n");
      seen.push(edge);
    }
    await allSaved(page);

    const decided = (await logOf("&kind=decided")).items.map(({ action }) => "edge" in action && action.edge);
    expect(decided.toSorted()).toEqual(seen.toSorted());
    expect(new Set(decided).size).toBe(DECISIONS);
    expect(quoted.length).toBeGreaterThan(3);
    expect(await page.evaluate(() => window.pointerEvents)).toBe(0);
    expect(await page.locator(".review-past-list li").count()).toBe(10);
  }, 180_000);

  test("undo brings the last edge back, again and again; the log keeps both words", async () => {
    const before = await logOf();
    const [last, former] = before.items.slice(-2).toReversed();

    await page.keyboard.press("u");
    await page.locator(`[data-item="${edgeOf(last)}"]`).waitFor();
    await page.keyboard.press("u");
    await page.locator(`[data-item="${edgeOf(former)}"]`).waitFor();
    await allSaved(page);

    const after = await logOf();
    expect(after.last).toBe(before.last + 2);
    expect(after.items.filter(({ undone }) => undone).map(({ id }) => id)).toEqual([former?.id, last?.id]);
    expect(await page.locator("[data-said]").textContent()).toMatch(/^Undone, was rejected: /);
  });

  test("an answer that is lost is asked for again, and nothing is written twice", async () => {
    const { last } = await logOf();
    let lost = 0;
    await page.route("**/api/reviews", async (route) => {
      if (lost > 0 || route.request().method() !== "POST") return route.continue();
      lost += 1;
      await route.fetch();
      await route.abort("connectionreset");
    });

    await decide(page);
    await expect.poll(() => lost).toBe(1);
    await allSaved(page);
    await page.unroute("**/api/reviews");

    expect((await logOf()).last).toBe(last + 1);
  });

  test("what is decided while the service is away waits in the browser, over a reload too, and is written once", async () => {
    const { last } = await logOf();

    await explorer.restart(async () => {
      await decide(page);
      await page.locator('[data-unsaved="1"]').waitFor();
    });
    await page.reload();
    await allSaved(page);

    expect((await logOf()).last).toBe(last + 1);
  }, 60_000);

  test("two browsers get different edges, and see what the other has open", async () => {
    const edge = await currentItem(page);
    const other = await explorer.newPage();

    await other.goto(`${explorer.origin}/review`);
    const theirs = await currentItem(other);
    await other.goto(`${explorer.origin}/review?edge=${edge}`);
    await other.locator("[data-held]").waitFor();

    expect(theirs).not.toBe(edge);
    expect(await other.locator('[data-action="accept"]').isDisabled()).toBe(true);
    const { last } = await logOf();
    await other.keyboard.press("r");
    expect(await other.locator(".review-reasons").count()).toBe(0);
    expect((await logOf()).last).toBe(last);
    await other.context().close();
  });

  test("an edge that somebody else decided on meanwhile is not decided again: the page says so and goes on", async () => {
    const edge = await currentItem(page);
    await fetch(`${explorer.origin}/api/reviews`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ kind: "decided", edge, change: { verdict: "rejected", reason: "wrong-id" } }),
    });

    const { last } = await logOf();

    await decide(page);
    await page.locator('[data-notice="conflict"]').waitFor();

    expect((await logOf()).last).toBe(last);
    expect(await page.locator('[data-notice="conflict"]').textContent()).toMatch(/local/);
    expect(await currentItem(page)).not.toBe(edge);
  });

  test("a relation is changed by keyboard, and a key is given to something else", async () => {
    await page.goto(`${explorer.origin}/review?queue-kinds=derivation`);
    const edge = await currentItem(page);
    await page.keyboard.press("e");
    await page.locator(".review-form select").first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.locator('.review-form [aria-disabled="false"]').waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await page.locator("[data-key-action=accept] button").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("r");
    expect(await page.locator("[data-key-action=accept] [role=status]").textContent()).toMatch(/Reject/);
    await page.keyboard.press("1");
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });

    expect(await page.locator('[data-action="accept"] kbd').textContent()).toBe("1");
    expect(await currentItem(page)).toBe(edge);
    expect(await page.evaluate(() => window.pointerEvents)).toBe(0);
  });

  test("on a phone a swipe over the claim skips or asks for the reason, and one over the document does nothing", async () => {
    const phone = await explorer.newPage({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    await phone.goto(`${explorer.origin}/review`);
    const edge = await currentItem(phone);
    const { last } = await logOf();

    await swipe(phone, ".review-document", { right: 0, down: -180 });
    await swipe(phone, ".review-document", { right: 180, down: 0 });
    expect((await logOf()).last).toBe(last);
    expect(await currentItem(phone)).toBe(edge);
    await swipe(phone, ".review-claim", { right: 0, down: -180 });
    await phone.locator(`[data-item]:not([data-item="${edge}"])`).waitFor();
    await allSaved(phone);
    const skipped = (await logOf()).items.at(-1);
    await swipe(phone, ".review-claim", { right: -180, down: 0 });
    await phone.locator(".review-reasons").waitFor();

    expect(skipped?.action).toEqual({ kind: "skipped", edge });
    await phone.context().close();
  });

  test("finds nothing that the browser complained of", () => {
    expect(explorer.complaints.filter((text) => !EXPECTED.test(text))).toEqual([]);
  });
});

/** A brisk stroke of one finger from the middle of a part of the page. */
const SWIPE_SECONDS = 0.25;

const swipe = async (
  page: Page,
  selector: string,
  way: { readonly right: number; readonly down: number },
): Promise<void> => {
  const box = await page.locator(selector).boundingBox();
  if (box === null) throw new Error(`nothing to swipe over: ${selector}`);
  const start = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const session = await page.context().newCDPSession(page);
  const startedAt = Date.now() / 1_000;
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", share: number) =>
    session.send("Input.dispatchTouchEvent", {
      type,
      // As brisk as a finger, however long a busy machine takes to pass it on.
      timestamp: startedAt + SWIPE_SECONDS * share,
      touchPoints:
        type === "touchEnd" ? [] : [{ x: start.x + way.right * share, y: start.y + way.down * share }],
    });
  await touch("touchStart", 0);
  for (const share of [0.3, 0.6, 1]) await touch("touchMove", share);
  await touch("touchEnd", 1);
  await session.detach();
};

/** What the browser prints of answers that the tests ask for: conflicts, lost answers and a service that is away. */
const EXPECTED = /^Failed to load resource: .*(409|ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_FAILED)/;

const edgeOf = (entry: ReviewLog["items"][number] | undefined): string =>
  entry !== undefined && "edge" in entry.action ? entry.action.edge : "none";

const currentItem = async (page: Page): Promise<string> => {
  await page.locator("[data-item]").waitFor();
  return (await page.locator("[data-item]").getAttribute("data-item")) ?? "none";
};

/** The item that is open once it is another than those before; undefined when nothing else waits. */
const nextItem = async (page: Page, seen: readonly string[]): Promise<string | undefined> => {
  const last = seen.at(-1) ?? "none";
  await page.locator(`[data-item]:not([data-item="${last}"]), [data-empty]`).first().waitFor();
  if ((await page.locator("[data-empty]").count()) > 0) return undefined;
  return currentItem(page);
};

/** Rejects: an accepted edge may be refused, where it would close a circle. */
const decide = async (page: Page): Promise<void> => {
  await currentItem(page);
  await page.keyboard.press("r");
  await page.locator(".review-reasons").waitFor();
  await page.keyboard.press("n");
};

const allSaved = (page: Page): Promise<void> =>
  page.locator('[data-unsaved="0"]').waitFor({ timeout: 30_000 });

const focusedId = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.activeElement?.id);

/** Whether the item has a quote; then it lies within the document's column, once the column has come to rest. */
const quoteIsInSight = async (page: Page): Promise<boolean> => {
  if ((await page.locator('[data-document="none"]').count()) > 0) return false;
  const mark = page.locator("mark.is-current").first();
  await mark.waitFor();
  await expect
    .poll(async () => {
      const quote = await mark.boundingBox();
      const column = await page.locator(".review-document .reader-text").boundingBox();
      if (quote === null || column === null) return false;
      return quote.y >= column.y && quote.y < column.y + column.height && quote.x < column.x + column.width;
    })
    .toBe(true);
  return true;
};
