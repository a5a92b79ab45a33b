import { spawn } from "node:child_process";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { ImportReport } from "../../schema/exchange.ts";
import { projectFolder } from "../project-folder.ts";
import { programWords } from "../testing/program-words.ts";

// Each test starts the program several times, as a person would; on a busy machine a start takes seconds.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 90_000 });

const MIRROR = join(projectFolder(), "examples", "mirror");
let folder: string;

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const stemma = (words: readonly string[], input = ""): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const { PATH, HOME } = process.env;
    const child = spawn(process.execPath, [...programWords(), ...words], {
      cwd: folder,
      env: { PATH, HOME, STEMMA_DATA: join(folder, "data") },
    });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk: Buffer) => (stdout += String(chunk)));
    child.stderr.on("data", (chunk: Buffer) => (stderr += String(chunk)));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
    child.stdin.end(input);
  });

/** The lines between the header and the footer, which tell when and by whom a file was written. */
const withoutEnds = (text: string): readonly string[] => text.trimEnd().split("\n").slice(1, -1);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stemma-exchange-"));
  const traced = await stemma(["trace", "brackwater-lab/shoal-math", "--mirror", MIRROR]);
  expect(traced.code).toBe(0);
});
afterAll(() => rm(folder, { recursive: true }));

test("a graph goes out with its texts and comes in elsewhere, sound and the same", async () => {
  const out = await stemma(["export", "--format", "jsonl", "--with-documents", "--out", "graph.jsonl"]);
  const into = await stemma(["import", "graph.jsonl", "--data", "other", "--json"]);
  const again = await stemma(["export", "--format", "jsonl", "--with-documents", "--data", "other"]);
  const check = await stemma(["check", "--data", "other"]);

  expect(out).toMatchObject({ code: 0, stdout: "" });
  expect(into.code).toBe(0);
  const report = ImportReport.parse(JSON.parse(into.stdout));
  expect(report.counts["texts"]).toBeGreaterThan(0);
  expect(withoutEnds(again.stdout)).toEqual(withoutEnds(await readFile(join(folder, "graph.jsonl"), "utf8")));
  expect(check).toMatchObject({ code: 0 });
  expect((await readdir(folder)).filter((name) => name.endsWith(".part"))).toEqual([]);
});

test("a row that a person adds to the table waits for a decision", async () => {
  const csv = await stemma(["export", "--format", "csv", "--dataset", "brackwater-lab/shoal-math"]);
  const rows = `${csv.stdout}derivation,brackwater-lab/shoal-math,acme/unheard-of,inclusion,,,accepted,,Ada,,,,,,,,\r\n`;
  await writeFile(join(folder, "edges.csv"), rows);

  const dry = await stemma(["import", "edges.csv", "--dry-run"]);
  const done = await stemma(["import", "-"], rows);
  const show = await stemma(["show", "brackwater-lab/shoal-math"]);

  expect(dry.code).toBe(0);
  expect(dry.stdout).toContain("proposed  brackwater-lab/shoal-math -> acme/unheard-of  new, inclusion");
  expect(dry.stdout).toContain("1 new proposals, 0 proposed changes (dry run: nothing was written)");
  expect(done.stdout).toContain("1 new proposals, 0 proposed changes");
  expect(show.stdout).toMatch(
    /acme\/unheard-of .*low-confidence\n.*no quote of ours\n.*proposed by Ada: accepted, inclusion/,
  );
});

test("what cannot be done is said with the exit code of wrong use", async () => {
  await writeFile(join(folder, "faulty.csv"), "from,to,relation\nacme/a,acme/b,copied\n");
  const runs = await Promise.all([
    stemma(["export", "--data", "none-yet"]),
    stemma(["import", "missing.jsonl", "--data", "none-yet-2"]),
    stemma(["import", "faulty.csv", "--data", "none-yet-3"]),
  ]);

  expect(runs.map(({ code }) => code)).toEqual([2, 2, 2]);
  expect(runs[0]?.stderr).toContain("--format is needed");
  expect(runs[1]?.stderr).toContain("missing.jsonl cannot be read");
  expect(runs[2]?.stderr).toContain("line 2, relation: expected inclusion, fusion");
});

test("the formats are listed", async () => {
  const { stdout } = await stemma(["export", "--list"]);

  for (const format of ["jsonl", "csv", "gexf", "graphml"])
    expect(stdout).toMatch(new RegExp(`^${format} `, "m"));
});
