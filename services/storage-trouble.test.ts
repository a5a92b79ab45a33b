import { execFileSync } from "node:child_process";
import { mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openEmbedded } from "../graph/engines/embedded/open-embedded.ts";
import { projectFolder } from "./project-folder.ts";
import { differencesOf, readTracedGraph } from "./testing/read-traced-graph.ts";
import { startTraceProcess, type TraceProcess } from "./testing/trace-process.ts";

const world = { root: "brackwater-lab/shoal-math", mirror: join(projectFolder(), "examples", "mirror") };
/** A trace of this world takes some seconds; one that hangs is ended. */
const PATIENCE_MS = 60_000;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "stemma-trouble-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const endOf = async (run: TraceProcess): Promise<Awaited<TraceProcess["ended"]>> => {
  const impatience = setTimeout(() => run.killGroup(), PATIENCE_MS);
  const ended = await run.ended;
  clearTimeout(impatience);
  return ended;
};

const enginesOf = ({ pid }: TraceProcess): number[] =>
  execFileSync("ps", ["-o", "pid=,args=", "--ppid", String(pid)], { encoding: "utf8" })
    .split("\n")
    .filter((line) => line.includes("engine-process"))
    .map((line) => Number.parseInt(line, 10));

describe("a trace", () => {
  test("goes on when its engine is killed, and ends in the same graph", async () => {
    const whole = await endOf(startTraceProcess({ ...world, data: join(folder, "whole") }));
    const run = startTraceProcess({ ...world, data: join(folder, "killed") });
    await run.said("read card");

    const killed = enginesOf(run);
    for (const pid of killed) process.kill(pid, "SIGKILL");
    const { code, output } = await endOf(run);

    expect(killed).toHaveLength(1);
    expect([whole.code, code], output).toEqual([0, 0]);
    const [one, other] = [
      await readTracedGraph(join(folder, "whole")),
      await readTracedGraph(join(folder, "killed")),
    ];
    expect(differencesOf(one.lines, other.lines)).toEqual([]);
    expect(other.faults).toEqual([]);
  }, 120_000);

  test("ends with an error when its data folder is taken away, and goes on once it is back", async () => {
    const data = join(folder, "data");
    const run = startTraceProcess({ ...world, data });
    await run.said("read card");

    await rename(data, join(folder, "away"));
    const first = await endOf(run);
    await rm(data, { recursive: true, force: true });
    await rename(join(folder, "away"), data);
    const second = await endOf(startTraceProcess({ ...world, data }));

    expect(first.code, first.output).toBe(1);
    expect(first.output).toMatch(/stemma: .*(?:could not be written|cannot be used|removed)/);
    expect(second.code, second.output).toBe(0);
    expect(second.output).toMatch(/Finished/);
    expect((await readTracedGraph(data)).faults).toEqual([]);
  }, 120_000);

  test("refuses a data folder that another process works in, at once and with advice", async () => {
    const data = join(folder, "data");
    const holder = await openEmbedded({ folder: join(data, "graph") });

    const second = await endOf(startTraceProcess({ ...world, data }));
    await holder.close();

    expect(second.code).toBe(1);
    expect(second.output).toMatch(/another process has the graph open.*--data/);
  }, 120_000);
});
