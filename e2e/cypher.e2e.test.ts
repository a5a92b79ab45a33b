import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CypherAnswer } from "../schema/cypher.ts";
import { LABELS, RELATIONSHIP_TYPES } from "../ui/src/state/cypher/graph-vocabulary.ts";
import { missingForBrowser, type OpenExplorer, openExplorer } from "./open-explorer.ts";

declare const window: {
  readonly stemma: { readonly canvas: { nodes(): { readonly id: string }[]; edges(): unknown[] } };
};

const ROOT = "brackwater-lab/tidewrack-sft-mix";
const mayRun = missingForBrowser.length === 0;

describe.runIf(mayRun)("a person asks in Cypher", () => {
  let explorer: OpenExplorer;
  let page: Page;

  beforeAll(async () => {
    explorer = await openExplorer();
    ({ page } = explorer);
    await page.goto(`${explorer.origin}/cypher`);
    await page.locator("#cypher-text").waitFor();
  });
  afterAll(() => explorer?.close());

  test("completes a label by keyboard, undoes it natively, and leaves the editor with Esc", async () => {
    const editor = page.locator("#cypher-text");
    await editor.fill("");
    await editor.pressSequentially("MATCH (d:Data");
    await page.locator('[role="option"][aria-selected="true"]', { hasText: "Dataset" }).waitFor();

    await page.keyboard.press("Enter");
    expect(await editor.inputValue()).toBe("MATCH (d:Dataset");
    await page.keyboard.press("Control+z");
    expect(await editor.inputValue()).not.toBe("MATCH (d:Dataset");

    await page.keyboard.press("Escape");
    expect(await page.locator(":focus").getAttribute("id")).not.toBe("cypher-text");
    expect(await page.locator(":focus").count()).toBe(1);
  });

  test("colours the text without changing it", async () => {
    const text = "MATCH (d:Dataset)-[r:DERIVED_FROM]->(s) // so\nRETURN d.id AS id, count(r) AS n LIMIT $n";
    await page.locator("#cypher-text").fill(text);

    expect((await page.locator(".cypher-colours").textContent())?.trimEnd()).toBe(text);
    expect(await page.locator(".token-relation").allTextContents()).toEqual(["DERIVED_FROM"]);
  });

  test("fills a parameter, runs by Ctrl Enter, and reads the rows as a table", async () => {
    await page
      .locator("#cypher-text")
      .fill("MATCH (d:Dataset {id: $id})-[r:DERIVED_FROM]->(s) RETURN d, r, s, null AS nothing");
    await page.locator("#cypher-parameter-id").fill(ROOT);

    await page.keyboard.press("Control+Enter");

    const first = page.locator(".cypher-table tbody tr").first();
    await first.waitFor();
    expect(await first.locator("a.cell-chip").first().textContent()).toBe(ROOT);
    expect(await first.locator(".cell-null").textContent()).toBe("null");
    expect(await page.locator(".cypher-result-head").textContent()).toMatch(
      /rows? in .*Engine: (embedded|neo4j)/,
    );
  });

  test("sees the same result drawn in the canvas, and as JSON", async () => {
    const rows = await page.locator(".cypher-table tbody tr").count();
    await page.getByRole("button", { name: "Graph", exact: true }).click();
    await page.waitForFunction((edges) => window.stemma.canvas.edges().length === edges, rows);
    const ids = await page.evaluate(() => window.stemma.canvas.nodes().map(({ id }) => id));
    expect(ids).toContain(ROOT);

    await page.getByRole("button", { name: "JSON", exact: true }).click();

    expect(JSON.parse((await page.locator(".cypher-json").textContent()) ?? "")).toHaveLength(rows);
  });

  test("comes back to the question, its parameters and the kind of result by the address alone", async () => {
    const other = await explorer.newPage();
    await other.goto(page.url());

    expect(await other.locator("#cypher-text").inputValue()).toContain("$id");
    expect(await other.locator("#cypher-parameter-id").inputValue()).toBe(ROOT);
    expect(await other.locator("#cypher-run").isEnabled()).toBe(true);
    expect(other.url()).toContain("result=json");
    await other.context().close();
  });

  test("is shown where a text is wrong", async () => {
    await page.locator("#cypher-text").fill("MATCH (d:Dataset RETURN d");
    await page.locator("#cypher-text").press("Control+Enter");

    await page.locator(".cypher-failure").waitFor();
    expect(await page.locator(".is-faulty").textContent()).toBe("(");
    expect(await page.locator(".cypher-failure").textContent()).toContain("line 1, column 7");
    expect(await page.locator("#cypher-text").getAttribute("aria-invalid")).toBe("true");
  });

  test("cancels a query that takes long, and the service is free again", async () => {
    await page
      .locator("#cypher-text")
      .fill(
        "MATCH (a:Dataset), (b:Dataset), (c:Dataset) WHERE a.likes + b.likes = c.likes * 3 + 1 RETURN count(*) AS n",
      );
    await page.locator("#cypher-text").press("Control+Enter");
    await page.getByRole("button", { name: "Cancel" }).click();

    await page.getByText("Cancelled. Nothing was changed.").waitFor();
    await page.locator("#cypher-text").fill("RETURN 1 AS one");
    await page.locator("#cypher-text").press("Control+Enter");
    await page.locator(".cypher-result-head", { hasText: "1 row in" }).waitFor();
  });

  test("is told when rows were cut, and pages through the rest", async () => {
    await page.getByRole("button", { name: "Table", exact: true }).click();
    await page.locator("#cypher-text").fill("MATCH (d:Dataset) RETURN d.id AS id, d.downloads AS downloads");
    await page.getByLabel("Rows at most").fill("150");
    await page.getByLabel("Rows at most").press("Tab");
    await page.locator("#cypher-text").press("Control+Enter");

    await page.getByText("Cut at 150 rows").waitFor();
    await page.getByRole("button", { name: "Next rows" }).click();
    expect(await page.locator(".table-pager").textContent()).toContain("Rows 101 to 150 of 150");
    await page.locator(".cypher-table th button", { hasText: "downloads" }).click();
    expect(await page.locator('th[aria-sort="ascending"]').textContent()).toBe("downloads");
  });

  test("finds a saved query by its plain name, searches a dataset for it, and draws it", async () => {
    await page.getByLabel("Find a saved query").fill("ancestors drawn");
    await page.locator('[data-saved="ancestor-graph"]').click();
    const field = page.locator("#cypher-parameter-dataset");
    await field.pressSequentially("tidewrack-sft");
    await page.locator("#cypher-parameter-dataset-list [role=option]").first().waitFor();
    await page.keyboard.press("Enter");
    expect(await field.inputValue()).toBe(ROOT);

    await page.getByRole("button", { name: "Graph", exact: true }).click();
    await page.locator("#cypher-run").click();

    await page.waitForFunction(() => window.stemma.canvas.nodes().length > 10);
    expect(page.url()).toContain("saved=ancestor-graph");
  });

  test("saves the rows as CSV", async () => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download CSV" }).click(),
    ]);

    expect(download.suggestedFilename()).toBe("stemma-ancestor-graph.csv");
    const text = await readFile(await download.path(), "utf8");
    expect(text.replace("\uFEFF", "").split("\r\n")[0]).toBe("derived,edge,source");
  });

  test("brings an earlier question back from the history, over a reload", async () => {
    await page.reload();
    await page.getByText("Asked before").click();
    await page.locator(".cypher-entry", { hasText: "RETURN 1 AS one" }).click();

    expect(await page.locator("#cypher-text").inputValue()).toBe("RETURN 1 AS one");
  });

  test("completes every label and type that the graph holds", async () => {
    expect(LABELS).toEqual(
      expect.arrayContaining([...(await ask(explorer.origin, "CALL db.labels() YIELD label RETURN label"))]),
    );
    expect(RELATIONSHIP_TYPES).toEqual(
      expect.arrayContaining([
        ...(await ask(
          explorer.origin,
          "CALL db.relationshipTypes() YIELD relationshipType AS type RETURN type",
        )),
      ]),
    );
  });

  test("finds nothing that the browser complained of but the refused text", () => {
    expect(explorer.complaints.filter((one) => !/status of 400/.test(one))).toEqual([]);
  });
});

const ask = async (origin: string, query: string): Promise<readonly unknown[]> => {
  const response = await fetch(`${origin}/api/cypher`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  return CypherAnswer.parse(await response.json()).rows.flat();
};
