import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LineageView } from "../schema/api.ts";
import { DatasetId } from "../schema/ids.ts";
import { projectFolder } from "../services/project-folder.ts";
import { writeSite } from "../services/use-cases/write-site.ts";
import { missingForBrowser, type OpenExplorer, openExplorer } from "./open-explorer.ts";

declare const window: {
  readonly stemma?: { readonly canvas: { nodes(): { readonly id: string }[] } };
};

const ROOT = "brackwater-lab/tidewrack-sft-mix";
const TYPES = new Map([
  [".html", "text/html"],
  [".js", "text/javascript"],
  [".css", "text/css"],
  [".json", "application/json"],
  [".svg", "image/svg+xml"],
]);

/** Files and nothing else, as any host of files has them. */
const serveFiles = async (folder: string): Promise<Server> => {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://files.invalid").pathname;
    const file = join(folder, normalize(path === "/" ? "/index.html" : path));
    readFile(file).then(
      (content) =>
        response
          .setHeader("content-type", TYPES.get(extname(file)) ?? "application/octet-stream")
          .end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
};

describe.runIf(missingForBrowser.length === 0)("a lineage as a folder of files", () => {
  let explorer: OpenExplorer;
  let folder: string;
  let files: Server;
  let lineage: LineageView;

  beforeAll(async () => {
    explorer = await openExplorer();
    const target = encodeURIComponent(ROOT);
    const answer = await fetch(`${explorer.origin}/api/lineage?target=${target}&direction=upstream&depth=30`);
    lineage = LineageView.parse(await answer.json());
    folder = await mkdtemp(join(tmpdir(), "stemma-site-"));
    await writeSite(
      { datasets: [DatasetId.parse(ROOT)], direction: "upstream", depth: 30, folder },
      { lineage: { lineages: async () => lineage }, explorer: join(projectFolder(), "dist", "ui") },
    );
    files = await serveFiles(folder);
  });
  afterAll(async () => {
    files?.close();
    await explorer?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test("is drawn with no service, offers nothing that it cannot do, and asks no other address", async () => {
    const { page } = explorer;
    const { port } = files.address() as AddressInfo;
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));

    await page.goto(`http://127.0.0.1:${port}/`);
    await page.waitForFunction(() => (window.stemma?.canvas.nodes().length ?? 0) > 5);

    await page.getByText("A copy of a lineage, made by Stemma").waitFor();
    const drawn = await page.evaluate(() => window.stemma?.canvas.nodes().map(({ id }) => id) ?? []);
    const known = new Set<string>(lineage.nodes.map(({ id }) => id));
    expect(drawn.filter((id) => id.includes("/")).every((id) => known.has(id))).toBe(true);
    expect(await page.getByRole("link").count()).toBe(0);
    expect(asked.filter((path) => path.startsWith("/api"))).toEqual([]);
    expect(asked).toContain("/lineage.json");
    expect(explorer.complaints).toEqual([]);
  });
});
