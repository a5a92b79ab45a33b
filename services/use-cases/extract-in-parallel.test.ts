import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { extractInParallel } from "./extract-in-parallel.ts";
import { extractDocuments } from "./extract.ts";

const NAMES = Array.from({ length: 70 }, (_, index) => `pool-${index}`);
const docOf = (name: string): string => `huggingface/datasets/heron-lab/${name}/README.md`;
const LINES = NAMES.map((name) => JSON.stringify({ doc: docOf(name) }));

let mirrorFolder = "";

beforeAll(async () => {
  mirrorFolder = await mkdtemp(join(tmpdir(), "stemma-parallel-"));
  for (const name of NAMES) {
    await mkdir(join(mirrorFolder, docOf(name), ".."), { recursive: true });
    const link = `https://huggingface.co/datasets/heather/quill-${name}`;
    await writeFile(
      join(mirrorFolder, docOf(name)),
      `# ${name}\nA filtered subset of [Quill ${name}](${link}).\n`,
    );
  }
});
afterAll(() => rm(mirrorFolder, { recursive: true, force: true }));

const run = async (lines: readonly string[]): Promise<readonly string[]> => {
  const outputs: string[] = [];
  for await (const output of extractInParallel({ lines, mirrorFolder, workers: 2 })) outputs.push(output);
  return outputs;
};

describe("extractInParallel", () => {
  it("writes what one thread writes, in the order of the lines", async () => {
    const alone: string[] = [];
    for await (const output of extractDocuments({ lines: LINES, mirrorFolder }))
      alone.push(JSON.stringify(output));

    expect(await run(LINES)).toEqual(alone);
  });

  it("names the line of a failure as the file counts it", async () => {
    const lines = [...LINES.slice(0, 40), "{}", ...LINES.slice(40)];

    await expect(run(lines)).rejects.toMatchObject({ code: "INPUT_INVALID", context: { line: 41 } });
  });

  it("writes nothing for no lines", async () => {
    expect(await run([])).toEqual([]);
  });
});
