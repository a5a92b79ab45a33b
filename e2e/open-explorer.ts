import { existsSync } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { inject } from "vitest";
import { parseConfig } from "../services/config.ts";
import { createStemma } from "../services/main.ts";
import { projectFolder } from "../services/project-folder.ts";
import { startService } from "../services/start-service.ts";
import { findChromium } from "./find-chromium.ts";
import { launchChromium } from "./launch-chromium.ts";

const executablePath = findChromium();

/** What a browser test needs and this machine lacks; empty when it may run. */
export const missingForBrowser: readonly string[] = [
  executablePath === undefined ? "no Chromium: apt-get install chromium, or set CHROMIUM" : "",
  existsSync(join(projectFolder(), "dist", "ui", "index.html"))
    ? ""
    : "the explorer is not built: npx vite build ui",
].filter((reason) => reason !== "");

export interface OpenExplorer {
  readonly page: Page;
  readonly browser: Browser;
  /** `http://127.0.0.1:port`, without a slash at its end. */
  readonly origin: string;
  /** What pages complained of: errors of scripts, and everything that the content policy refused. */
  readonly complaints: readonly string[];
  /** Another page, as a second browser would have it: own storage, own size. */
  newPage(options?: BrowserContextOptions): Promise<Page>;
  /** The service ends, does what is asked while it is away, and begins again at the same address. */
  restart(meanwhile: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

export interface ExplorerOptions {
  /** prepared: the seed and the traced example, a copy of one's own. Default prepared. */
  readonly graph?: "prepared" | "empty";
  readonly view?: BrowserContextOptions;
  /** Puts more into the data folder before the service opens it. */
  readonly prepare?: (folder: string) => Promise<void>;
}

/** A service of its own on a copy of the prepared graph, with the example mirror as its world, and a browser on it. */
export const openExplorer = async ({
  graph = "prepared",
  view,
  prepare,
}: ExplorerOptions = {}): Promise<OpenExplorer> => {
  const folder = await mkdtemp(join(tmpdir(), "stemma-e2e-"));
  if (graph === "prepared") await cp(inject("preparedData"), folder, { recursive: true });
  await prepare?.(folder);
  const mirror = join(projectFolder(), "examples", "mirror");
  const environment = { STEMMA_LOG_LEVEL: "silent" };
  const open = async (port: string) => {
    const stemma = await createStemma(parseConfig(environment, { data: folder, mirror, port }));
    const service = await startService(stemma);
    const close = async (): Promise<void> => {
      await service.close();
      await stemma.close();
    };
    return { origin: service.origin, close };
  };
  let service = await open("0");
  const browser = await launchChromium(executablePath);
  const complaints: string[] = [];
  const newPage = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, ...options });
    const page = await context.newPage();
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      // A dataset that is not traced yet is a 404 that the page expects, and that the browser prints all the same.
      if (message.type() === "error" && !NOT_YET_THERE.test(message.text())) complaints.push(message.text());
    });
    return page;
  };
  return {
    page: await newPage(view),
    browser,
    origin: service.origin,
    complaints,
    newPage,
    restart: async (meanwhile) => {
      await service.close();
      try {
        await meanwhile();
      } finally {
        service = await open(new URL(service.origin).port);
      }
    },
    close: async () => {
      await browser.close();
      await service.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

const NOT_YET_THERE = /^Failed to load resource: .* 404 /;
