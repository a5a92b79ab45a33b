import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { LineageView } from "../../schema/api.ts";
import { AppError } from "../../schema/errors.ts";
import type { DatasetId } from "../../schema/ids.ts";
import { DEFAULT_LINEAGE_NODES } from "../../schema/lineage.ts";
import type { Direction } from "../../schema/query-choices.ts";
import type { LineageReader } from "../ports.ts";

export interface SiteRequest {
  readonly datasets: readonly DatasetId[];
  readonly direction: Direction;
  /** Levels, 1 to 30. */
  readonly depth: number;
  /** A new or an empty folder. */
  readonly folder: string;
}

export interface SiteDependencies {
  readonly lineage: Pick<LineageReader, "lineages">;
  /** The built explorer. */
  readonly explorer: string;
}

const LINEAGE_FILE = "lineage.json";
/** As the service sends it; `frame-ancestors` cannot be said in a page. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; worker-src 'self' blob:; connect-src 'self'; " +
  "img-src 'self' data: blob:; font-src 'self'; base-uri 'none'; form-action 'none'";

/**
 * Writes a folder that draws one lineage wherever files are served, without a service: the built explorer, and what it asks of a lineage
 * in one file. It is to be served at the root of a host.
 *
 * @throws AppError INPUT_INVALID when the folder holds something, CONFIG_INVALID when the explorer is not built, NOT_FOUND
 */
export const writeSite = async (
  { datasets, direction, depth, folder }: SiteRequest,
  { lineage, explorer }: SiteDependencies,
): Promise<LineageView> => {
  const page = await readFile(join(explorer, "index.html"), "utf8").catch((cause: unknown) => {
    throw new AppError("the explorer is not built: npx vite build ui", { code: "CONFIG_INVALID", cause });
  });
  const view = await lineage.lineages({
    target: [...datasets],
    direction,
    depth,
    status: ["accepted", "flagged"],
    up: [],
    down: [],
    limit: DEFAULT_LINEAGE_NODES,
  });
  await makeEmpty(folder);
  await cp(explorer, folder, { recursive: true });
  await writeFile(join(folder, LINEAGE_FILE), JSON.stringify(ofCopy(view)));
  await writeFile(join(folder, "index.html"), asCopy(page, toQuery(view, { direction, depth })));
  return view;
};

const makeEmpty = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length === 0) return;
  throw new AppError(`${folder} is not empty; a site is written into a folder of its own`, {
    code: "INPUT_INVALID",
  });
};

/** Degrees count what the copy holds, so that nothing offers to show what is not there. */
const ofCopy = (view: LineageView): LineageView => {
  const count = (end: "from" | "to", id: string): number =>
    new Set(view.edges.filter((edge) => edge[end] === id).map((edge) => edge[end === "from" ? "to" : "from"]))
      .size;
  return {
    ...view,
    nodes: view.nodes.map((node) => ({
      ...node,
      sources: count("from", node.id),
      uses: count("to", node.id),
    })),
  };
};

const toQuery = (
  { targets }: LineageView,
  { direction, depth }: Pick<SiteRequest, "direction" | "depth">,
): string => {
  const query = new URLSearchParams(targets.map((id): [string, string] => ["dataset", id]));
  query.set("direction", direction);
  query.set("depth", String(depth));
  return `?${query.toString()}`;
};

const asCopy = (page: string, query: string): string =>
  page.replace(
    "<head>",
    `<head>
    <meta http-equiv="content-security-policy" content="${POLICY}" />
    <meta name="stemma-copy" data-lineage="/${LINEAGE_FILE}" data-query="${escapeAttribute(query)}" />`,
  );

const escapeAttribute = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
