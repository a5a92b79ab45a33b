import type { Page } from "playwright-core";

export interface DrawnOnPage {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

declare const window: { readonly stemma?: { readonly canvas: { nodes(): readonly DrawnOnPage[] } } };

/** What the canvas draws once nothing moves, when it is as many as wanted; throws after a minute. */
export const drawnNodes = async (
  page: Page,
  isRight: (count: number) => boolean,
): Promise<readonly DrawnOnPage[]> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const count = await page.evaluate(() => window.stemma?.canvas.nodes().length ?? 0);
    if (count > 0 && isRight(count)) return page.evaluate(() => window.stemma?.canvas.nodes() ?? []);
    await page.waitForTimeout(PAUSE_MS);
  }
  throw new Error("the canvas does not draw what it should");
};

const PAUSE_MS = 50;
const TRIES = 1_200;
