import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EdgeDetail, LineageView } from "../schema/api.ts";
import { missingForBrowser, type OpenExplorer, openExplorer } from "./open-explorer.ts";

/** Of the page, once axe is in it. */
declare const axe: {
  run(where: object, options: object): Promise<{ readonly violations: readonly Violation[] }>;
};
interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}
declare const document: object;

const ROOT = "brackwater-lab/tidewrack-sft-mix";
const BASE = "lindqvarn/stairwell-math";
const QUERY = encodeURIComponent("MATCH (d:Dataset)-[r:DERIVED_FROM]->(s) RETURN d, r, s, null AS n LIMIT 5");
const AT = `/?dataset=${ROOT}`;

const pressOnItem =
  (key: string) =>
  async (page: Page): Promise<void> => {
    await page.locator("[data-item]").waitFor();
    await page.keyboard.press(key);
  };

/** A page, a selector that is there when it is complete, and what is pressed to get there. */
interface View {
  readonly address: string;
  readonly ready: string;
  readonly open?: (page: Page) => Promise<void>;
}

const share =
  (item: RegExp) =>
  async (page: Page): Promise<void> => {
    await page.getByRole("button", { name: "Share" }).click();
    await page.getByRole("menuitem", { name: item }).click();
  };

const VIEWS: Readonly<Record<string, View>> = {
  home: { address: "/", ready: "#home-search" },
  lineage: {
    address: `${AT}&depth=2&table=1&confidence=0.5..1&chosen=${ROOT}`,
    ready: "#lineage-table tbody tr[data-node]",
  },
  ways: { address: `${AT}&to=${BASE}&node=${ROOT}&paths=all`, ready: "[data-way]" },
  graph: { address: "/graph", ready: "[data-row]" },
  ranking: { address: "/contamination", ready: ".ranking tbody tr[data-dataset]" },
  matrix: { address: "/contamination?shape=matrix", ready: "[role=grid]" },
  review: { address: "/review", ready: "[data-item]" },
  rejecting: { address: "/review", ready: ".review-reasons", open: pressOnItem("r") },
  editing: { address: "/review", ready: ".review-form", open: pressOnItem("e") },
  rows: {
    address: `/cypher?query=${QUERY}`,
    ready: ".cypher-table tbody tr",
    open: (page) => page.locator("#cypher-run").click(),
  },
  traces: { address: "/traces", ready: "h1" },
  keys: { address: AT, ready: "dialog[open]", open: (page) => page.keyboard.press("?") },
  commands: { address: AT, ready: "dialog[open]", open: (page) => page.keyboard.press("Control+k") },
  export: { address: AT, ready: "dialog[open] [data-service-export]", open: share(/Export/) },
};

describe.runIf(missingForBrowser.length === 0)("axe finds nothing serious or critical", () => {
  let explorer: OpenExplorer;
  let source: string;
  let evidence: string;

  beforeAll(async () => {
    explorer = await openExplorer();
    source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
    evidence = await addressOfEvidence(explorer.origin);
  });
  afterAll(() => explorer?.close());

  const faultsOf = async (page: Page, { address, ready, open }: View): Promise<readonly string[]> => {
    await page.goto(`${explorer.origin}${address}`);
    if (open !== undefined) {
      await page.locator("h1").first().waitFor({ state: "attached" });
      await open(page);
    }
    await page.locator(ready).first().waitFor();
    // The policy refuses a script element of anyone's; what the browser's own tools evaluate is not one.
    await page.evaluate(source);
    const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)} ${nodes[0]?.failureSummary ?? ""}`);
  };
  const check = async (options: BrowserContextOptions, names: readonly string[]): Promise<void> => {
    // Nothing fades in, so that contrast is measured on what stays.
    const page = await explorer.newPage({ reducedMotion: "reduce", ...options });
    const views = { ...VIEWS, evidence: { address: evidence, ready: "mark.is-current" } };
    const wanted = Object.entries(views).filter(([name]) => names.length === 0 || names.includes(name));
    const faults: Record<string, readonly string[]> = {};
    for (const [name, view] of wanted) {
      const found = await faultsOf(page, view);
      if (found.length > 0) faults[name] = found;
    }
    await page.context().close();
    expect(wanted.length).toBeGreaterThan(0);
    expect(faults).toEqual({});
  };

  test("on any page in the light", () => check({ colorScheme: "light" }, []));

  test("on the pages that show most in the dark", () =>
    check({ colorScheme: "dark" }, ["lineage", "evidence", "ranking", "rows"]));

  test("on a phone", () => check({ viewport: { width: 390, height: 844 }, hasTouch: true }, ["lineage"]));

  test("finds nothing that the browser complained of", () => {
    expect(explorer.complaints).toEqual([]);
  });
});

/** An edge of the root with its first quote opened in the document. */
const addressOfEvidence = async (origin: string): Promise<string> => {
  const ask = async (path: string): Promise<unknown> => (await fetch(`${origin}${path}`)).json();
  const { edges } = LineageView.parse(await ask(`/api/datasets/${encodeURIComponent(ROOT)}/lineage`));
  const id = edges[0]?.id ?? "";
  const [first] = EdgeDetail.parse(await ask(`/api/edges/${encodeURIComponent(id)}`)).evidence;
  return `${AT}&edge=${id}&document=${first?.document}&evidence=${first?.id}`;
};
