import { type Browser, chromium } from "playwright-core";

/** What starts with a browser and takes a processor for its first seconds, though no page shows it; then what the driver turns off itself. */
const WITHOUT = [
  "PreloadTopChromeWebUI",
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "WebUIOmniboxFullPopup",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "MediaRouter",
  "OptimizationHints",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
];

/** Chromium with software rendering, as on a machine without a graphics card. */
export const launchChromium = (executablePath: string | undefined): Promise<Browser> =>
  chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: ["--no-sandbox", "--disable-gpu", `--disable-features=${WITHOUT.join(",")}`],
  });
