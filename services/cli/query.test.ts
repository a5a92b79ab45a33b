import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openEmbedded } from "../../graph/engines/embedded/open-embedded.ts";
import { programWords } from "../testing/program-words.ts";

// Each test starts the program, as a person would; on a busy machine a start takes seconds.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

let data: string;

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const start = (words: readonly string[]) =>
  spawn(process.execPath, [...programWords(), ...words], {
    cwd: data,
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], STEMMA_DATA: data },
  });

const query = (...words: string[]): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const child = start(["query", ...words]);
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk) => (stdout += String(chunk)));
    child.stderr.on("data", (chunk) => (stderr += String(chunk)));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "stemma-query-"));
  const database = await openEmbedded({ folder: join(data, "graph") });
  await database.write((transaction) =>
    transaction.run(
      "CREATE (:Dataset {id: 'acme/a', rows: 3})-[:DERIVED_FROM]->(:Dataset {id: 'acme/b', rows: 5})",
    ),
  );
  await database.close();
});
afterAll(() => rm(data, { recursive: true, force: true }));

test("a text is answered as a table, and the rest is said beside it", async () => {
  const text = "MATCH (d:Dataset) WHERE d.rows >= $rows RETURN d.id AS id, d.rows AS rows ORDER BY id";

  const { code, stdout, stderr } = await query(text, "--param", "rows=3");

  expect(stdout).toBe("id      rows\n------  ----\nacme/a     3\nacme/b     5\n");
  expect(stderr).toMatch(/^2 rows, .* embedded engine\n$/);
  expect(code).toBe(0);
});

test("a text comes from a file, and rows go out as CSV, cut where asked", async () => {
  const file = join(data, "ids.cypher");
  await writeFile(file, "// every dataset\nMATCH (d:Dataset) RETURN d.id AS id ORDER BY id\n");

  const { stdout, stderr } = await query("--file", file, "--format", "csv", "--max-rows", "1");

  expect(stdout).toBe("id\r\nacme/a\r\n");
  expect(stderr).toContain("there are more");
});

test("a wrong text is shown with a caret under the place", async () => {
  const { code, stdout, stderr } = await query("MATCH (d:Dataset|Model)\nRETURN d");

  expect(code).toBe(1);
  expect(stdout).toBe("");
  expect(stderr).toMatch(/line 1, column 17\).*WHERE n:A OR n:B/);
  expect(stderr).toContain("\n  MATCH (d:Dataset|Model)\n                  ^\n");
});

test("a saved query runs by its name, and the list says how", async () => {
  const list = await query("--list");
  const answer = await query("--saved", "hubs", "--json");

  expect(list.stdout).toMatch(/^hubs: Most used sources\n.*\n +--param limit=\.\.\./m);
  expect(answer.stdout).toBe('{"dataset":"acme/b","uses":1,"benchmark":false}\n');
});

test.each([
  ["no text", []],
  ["two texts", ["RETURN 1 AS x", "--saved", "hubs"]],
  ["a parameter without a value", ["RETURN $x AS x", "--param", "x"]],
  ["a saved query's parameter of another type", ["--saved", "hubs", "--param", "limit=many"]],
  ["a time-out past the limit", ["RETURN 1 AS x", "--timeout", "3600"]],
])("%s is wrong use", async (_, words) => {
  expect(await query(...words)).toMatchObject({ code: 2, stdout: "" });
});

test("while a service has the graph, the service is asked", async () => {
  const service = start(["serve", "--port", "0", "--json"]);
  await new Promise((resolve) => service.stdout.once("data", resolve));

  const answer = await query("MATCH (d:Dataset) RETURN count(d) AS n", "--format", "csv");
  const wrong = await query("RETURN missing AS x");

  service.kill("SIGINT");
  await new Promise((resolve) => service.once("close", resolve));
  expect(answer).toMatchObject({ code: 0, stdout: "n\r\n2\r\n" });
  expect(wrong.stderr).toMatch(/missing.*\n\n  RETURN missing AS x\n {9}\^\n/s);
});
