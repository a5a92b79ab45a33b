import type { Browser } from "playwright-core";
import { findChromium } from "../../e2e/find-chromium.ts";
import { launchChromium } from "../../e2e/launch-chromium.ts";
import type { Figures } from "../graph/figures.ts";

/** What a measurement in the browser needs. */
export interface Measuring {
  readonly browser: Browser;
  readonly origin: string;
  readonly figures: Figures;
}

export const launchBrowser = async (): Promise<Browser> => {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error("no Chromium: apt-get install chromium, or set CHROMIUM");
  return launchChromium(executablePath);
};
