import { type Browser, chromium } from "playwright-core";
import { findChromium } from "../../e2e/find-chromium.ts";
import type { Figures } from "../graph/figures.ts";

/** What a measurement in the browser needs. */
export interface Measuring {
  readonly browser: Browser;
  readonly origin: string;
  readonly figures: Figures;
}

/** Without a graphics card, as on a machine that has none. */
export const launchBrowser = async (): Promise<Browser> => {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error("no Chromium: apt-get install chromium, or set CHROMIUM");
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
};
