import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { ExtractOutput } from "../../schema/api.ts";
import { TraceEvent } from "../../schema/events.ts";
import { projectFolder } from "../project-folder.ts";
import { programWords } from "../testing/program-words.ts";

// Each test starts the program once or twice, as a person would; on a busy machine a start takes seconds.
vi.setConfig({ testTimeout: 90_000 });

const MIRROR = join(projectFolder(), "examples", "mirror");
const ROOT = "brackwater-lab/shoal-math";
let data: string;

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Run {
  readonly arguments: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Ends the command with SIGINT once its standard output contains this and `meanwhile` is done. */
  readonly interruptAt?: string;
  readonly meanwhile?: () => Promise<void>;
}

/** Runs the program as a person would, in a folder without any .env. */
const stemma = ({ arguments: words, environment = {}, interruptAt, meanwhile }: Run): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const { PATH, HOME } = process.env;
    const child = spawn(process.execPath, [...programWords(), ...words], {
      cwd: data,
      env: { PATH, HOME, STEMMA_DATA: data, ...environment },
    });
    let stdout = "";
    let stderr = "";
    let isInterrupted = false;
    child.stdout.on("data", (chunk: Buffer) => {
      stdout += String(chunk);
      if (interruptAt === undefined || isInterrupted || !stdout.includes(interruptAt)) return;
      isInterrupted = true;
      (meanwhile?.() ?? Promise.resolve()).catch(reject).finally(() => child.kill("SIGINT"));
    });
    child.stderr.on("data", (chunk: Buffer) => (stderr += String(chunk)));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });

const run = (...words: string[]): Promise<Outcome> => stemma({ arguments: words });

const jsonLines = (text: string): unknown[] =>
  text
    .trimEnd()
    .split("\n")
    .map((line): unknown => JSON.parse(line));

let traced: Outcome;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "stemma-cli-"));
  traced = await run("trace", ROOT, "--mirror", MIRROR, "--json");
}, 90_000);
afterAll(() => rm(data, { recursive: true, force: true }));

describe("stemma trace", () => {
  test("prints every event as a line of JSON, from start to end, and exits 0", () => {
    const events = jsonLines(traced.stdout).map((event) => TraceEvent.parse(event));

    expect(traced.code, traced.stderr).toBe(0);
    expect(events[0]).toMatchObject({ type: "trace-start", roots: [ROOT], resumed: false });
    expect(events.at(-1)).toMatchObject({ type: "trace-end", state: "finished" });
    expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index + 1));
  });

  test("stops at a budget with what it has, and goes on from there the next time", async () => {
    const words = ["trace", ROOT, "--mirror", MIRROR, "--data", join(data, "budget")];

    const first = await run(...words, "--max-datasets", "1");
    const second = await run(...words);

    expect(first.code).toBe(0);
    expect(first.stdout).toMatch(/Budget reached/);
    expect(first.stdout).toMatch(/datasets +1 traced/);
    expect(second.stdout).toMatch(/^Going on with/);
    expect(second.stdout).toMatch(/Finished/);
  });

  test("exits 1 and says so when a root does not exist", async () => {
    const outcome = await run("trace", "nobody/nothing", "--mirror", MIRROR, "--data", join(data, "absent"));

    expect(outcome.code).toBe(1);
    expect(outcome.stderr).toContain("not traced: nobody/nothing");
  });

  test("stops cleanly at SIGINT, and the same command goes on", async () => {
    const words = ["trace", ROOT, "--mirror", MIRROR, "--data", join(data, "interrupted")];

    const first = await stemma({ arguments: words, interruptAt: "read card" });
    const second = await run(...words);

    expect(first.code).toBe(1);
    expect(first.stdout).toMatch(/Stopped/);
    expect(second.code).toBe(0);
    expect(second.stdout).toMatch(/^Going on with/);
  });
});

describe("what was traced", () => {
  test("show prints facts and sources with their quotes", async () => {
    const { code, stdout } = await run("show", ROOT);

    expect(code).toBe(0);
    expect(stdout).toMatch(/^brackwater-lab\/shoal-math\n/);
    expect(stdout).toMatch(/Built from \(\d+\)/);
    expect(stdout).toMatch(/card https:\/\/huggingface\.co\/.+, characters \d+ to \d+, by rules/);
  });

  test("ancestors prints each dataset once and marks where it comes again", async () => {
    const { code, stdout } = await run("ancestors", ROOT);

    const ids = stdout
      .split("\n")
      .filter((line) => line !== "" && !line.includes("(see above)"))
      .map((line) => line.trim().split("  ")[0]);
    const withSources = ids.filter((id) => id === "mossgrove-data/contest-scrape");
    expect(code).toBe(0);
    expect(ids[0]).toBe(ROOT);
    expect(withSources).toHaveLength(1);
    expect(stdout).toContain("(see above)");
  });

  test("descendants --json gives nodes and edges", async () => {
    const { stdout } = await run("descendants", "lindqvarn/stairwell-math", "--json");

    const kinds = new Set(jsonLines(stdout).map((line) => (line as { kind: string }).kind));
    expect([...kinds].toSorted()).toEqual(["edge", "node"]);
  });

  test("path prints every step with its quote", async () => {
    const { code, stdout } = await run("path", ROOT, "lindqvarn/gauntlet-olympiad");

    expect(code).toBe(0);
    expect(stdout).toMatch(/brackwater-lab\/shoal-math <- quillfern\/kettle-math-cot/);
    expect(stdout).toMatch(/quillfern\/kettle-math-cot <- lindqvarn\/gauntlet-olympiad/);
  });

  test("path asks for two datasets", async () => {
    const { code, stderr } = await run("path", ROOT, ROOT);

    expect(code).toBe(2);
    expect(stderr).toContain("a path needs two");
  });

  test("path finds the way from either end, and says which dataset was built from which", async () => {
    const up = await run("path", ROOT, "lindqvarn/gauntlet-olympiad");
    const down = await run("path", "lindqvarn/gauntlet-olympiad", ROOT);
    const json = await run("path", "lindqvarn/gauntlet-olympiad", ROOT, "--json");

    const sentence = `${ROOT} was built from lindqvarn/gauntlet-olympiad`;
    const otherWay = `${sentence}, the other way round than asked`;
    expect([up.code, down.code]).toEqual([0, 0]);
    expect(up.stdout.split("\n")[0]).toBe(sentence);
    expect(down.stdout.split("\n")[0]).toBe(otherWay);
    expect(down.stdout.replace(otherWay, sentence)).toBe(up.stdout);
    const [first] = json.stdout.split("\n").map((line) => (line === "" ? {} : JSON.parse(line)));
    expect(first).toMatchObject({
      kind: "path",
      from: ROOT,
      to: "lindqvarn/gauntlet-olympiad",
      isReversed: true,
    });
  });

  test("path exits 1 where neither of the two was built from the other", async () => {
    const { code, stderr } = await run("path", "mossgrove-data/contest-scrape", "lindqvarn/stairwell-math");

    expect(code).toBe(1);
    expect(stderr).toContain("no documented way");
    expect(stderr).toContain("nor the other way round");
  });

  test("check finds the graph sound", async () => {
    const { code, stderr } = await run("check");

    expect(code).toBe(0);
    expect(stderr).toContain("the graph is sound");
  });

  test("a dataset that the graph does not know exits 1 and says what to do, without a stack", async () => {
    const { code, stderr, stdout } = await run("show", "nobody/nothing");

    expect(code).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toBe(
      "stemma: the graph does not know nobody/nothing; trace it first, or search for another spelling\n",
    );
  });
});

describe("wrong use exits 2", () => {
  test.each([
    ["an unknown command", ["conjure"]],
    ["an unknown option", ["show", ROOT, "--loudly"]],
    ["a missing argument", ["trace"]],
    ["a number that is none", ["trace", ROOT, "--depth", "deep"]],
    ["a text that is no id", ["show", "not an id"]],
    ["a port out of range", ["serve", "--port", "70000"]],
    ["a mirror that is none", ["trace", ROOT, "--mirror", "/nonexistent"]],
  ])("%s", async (_, words) => {
    const { code, stderr } = await run(...words);

    expect(code).toBe(2);
    expect(stderr).not.toBe("");
    expect(stderr).not.toMatch(/^ +at /m);
  });

  test("a configuration with faults, all of them named", async () => {
    const environment = { STEMMA_PORT: "many", STEMMA_THRESHOLD: "2" };

    const { code, stderr } = await stemma({ arguments: ["check"], environment });

    expect(code).toBe(2);
    expect(stderr).toMatch(/STEMMA_PORT: .+\n +STEMMA_THRESHOLD: /);
  });
});

test("STEMMA_DEBUG shows the stack", async () => {
  const { stderr } = await stemma({ arguments: ["show", "not an id"], environment: { STEMMA_DEBUG: "1" } });

  expect(stderr).toMatch(/^ +at /m);
});

test("serve answers, and ends with 0 at SIGINT", async () => {
  const words = ["serve", "--port", "0", "--data", join(data, "served"), "--json"];

  const { code, stdout } = await stemma({ arguments: words, interruptAt: "http://" });

  expect(jsonLines(stdout)).toEqual([{ url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/$/) }]);
  expect(code).toBe(0);
});

test("serve writes no token into a log", async () => {
  const { stdout, stderr } = await stemma({
    arguments: ["serve", "--port", "0", "--data", join(data, "logged")],
    environment: { STEMMA_TOKEN: "a-token-of-some-length" },
    interruptAt: "Ctrl-C",
  });

  expect(stdout).toMatch(/^Stemma is at http:\/\/127\.0\.0\.1:\d+\/ /);
  expect(stdout + stderr).not.toContain("a-token-of-some-length");
});

test("mirror serves a folder, and ends with 0 at SIGINT", async () => {
  const { code, stdout } = await stemma({
    arguments: ["mirror", MIRROR, "--port", "0", "--json"],
    interruptAt: "http://",
  });

  expect(jsonLines(stdout)).toEqual([{ url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) }]);
  expect(code).toBe(0);
});

test("a second process is refused the graph that a first one has open, and says what to do", async () => {
  const folder = join(data, "busy");
  let second: Outcome | undefined;

  const first = await stemma({
    arguments: ["serve", "--port", "0", "--data", folder],
    interruptAt: "Ctrl-C",
    meanwhile: async () => {
      second = await run("check", "--data", folder);
    },
  });

  expect(first.code).toBe(0);
  expect(second?.code).toBe(1);
  expect(second?.stderr).toMatch(/^stemma: .*(in use|another process)/);
});

test("extract writes one line for each document", async () => {
  const list = join(data, "documents.jsonl");
  const out = join(data, "claims.jsonl");
  await writeFile(list, `{"doc":"huggingface/datasets/${ROOT}/README.md"}\n`);

  const words = ["extract", "--mirror", MIRROR, "--documents", list, "--out", out];
  const { code, stderr } = await run(...words);

  expect(code, stderr).toBe(0);
  const [claims] = jsonLines(await readFile(out, "utf8"));
  expect(ExtractOutput.parse(claims).sources.map((source) => source.hf_id)).toContain(
    "quillfern/kettle-math-cot",
  );
});

test("doctor says what is missing and how to get it", async () => {
  const { code, stdout } = await run("doctor", "--mirror", "/nonexistent", "--data", join(data, "sick"));

  expect(code).toBe(1);
  expect(stdout).toMatch(/^!! mirror .*\n.*examples\/mirror/m);
});
