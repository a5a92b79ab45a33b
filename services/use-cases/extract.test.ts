import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ExtractOutput } from "../../schema/api.ts";
import type { AppError } from "../../schema/errors.ts";
import { extractDocuments } from "./extract.ts";

const CARD = "# Reedbed\nA filtered subset of [Quill](https://huggingface.co/datasets/heather/quill-20k).\n";
const DOC = "huggingface/datasets/heron-lab/reedbed/README.md";

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "stemma-extract-"));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const write = async (path: string, text: string): Promise<void> => {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
};

const extract = async (...lines: readonly string[]): Promise<readonly ExtractOutput[]> => {
  const outputs: ExtractOutput[] = [];
  for await (const output of extractDocuments({ lines, mirrorFolder: folder })) outputs.push(output);
  return outputs;
};

const faultOf = async (...lines: readonly string[]): Promise<AppError> => {
  try {
    await extract(...lines);
  } catch (error) {
    return error as AppError;
  }
  throw new Error("nothing was thrown");
};

describe("extract", () => {
  it("gives one line a document, with sources that are quoted where they stand", async () => {
    await write(DOC, CARD);

    const [output] = await extract(JSON.stringify({ doc: DOC }));

    expect(ExtractOutput.parse(output)).toEqual(output);
    expect(output?.sources).toMatchObject([
      { name: "Quill", hf_id: "heather/quill-20k", relationship: "inclusion" },
    ]);
    const [source] = output?.sources ?? [];
    expect(CARD.slice(source?.start, source?.end)).toBe(source?.evidence);
  });

  it("keeps the order of the input and skips blank lines", async () => {
    await write(DOC, CARD);
    await write("github/heather/quill/README.md", "# Quill\nQuestions.");

    const outputs = await extract(
      JSON.stringify({ doc: "github/heather/quill/README.md" }),
      "  ",
      JSON.stringify({ doc: DOC, target: null }),
    );

    expect(outputs.map(({ doc }) => doc)).toEqual(["github/heather/quill/README.md", DOC]);
  });

  it("takes the target from the path, so that the dataset's own id is no source", async () => {
    await write(DOC, `# Reedbed\nThis dataset is derived from heron-lab/reedbed.\n${CARD}`);

    const [output] = await extract(JSON.stringify({ doc: DOC }));

    expect(output?.sources.map(({ hf_id }) => hf_id)).toEqual(["heather/quill-20k"]);
  });

  it("reads a card of the time when datasets had no owner", async () => {
    await write("huggingface/datasets/_canonical/reedbed/README.md", CARD);

    const [output] = await extract(
      JSON.stringify({ doc: "huggingface/datasets/_canonical/reedbed/README.md" }),
    );

    expect(output?.sources).toHaveLength(1);
  });
});

describe("a faulty line", () => {
  it("that is no JSON is named by its number", async () => {
    await write(DOC, CARD);

    const fault = await faultOf(JSON.stringify({ doc: DOC }), "{broken");

    expect(fault).toMatchObject({ code: "INPUT_INVALID", context: { line: 2 } });
    expect(fault.message).toContain("line 2");
  });

  it("without a document says what was expected", async () => {
    expect(await faultOf('{"target": "heron-lab/reedbed"}')).toMatchObject({ code: "INPUT_INVALID" });
  });

  it("whose document is missing is not found", async () => {
    expect(await faultOf(JSON.stringify({ doc: DOC }))).toMatchObject({ code: "NOT_FOUND" });
  });

  it.each(["../outside.md", "/etc/hostname", "huggingface/../../outside.md"])(
    "that leads out of the mirror is refused: %s",
    async (doc) => {
      const fault = await faultOf(JSON.stringify({ doc }));

      expect(["INPUT_INVALID", "NOT_FOUND"]).toContain(fault.code);
    },
  );

  it("that leads out of the mirror by a symbolic link is refused", async () => {
    const outside = await mkdtemp(join(tmpdir(), "stemma-outside-"));
    await writeFile(join(outside, "secret.md"), CARD);
    await symlink(outside, join(folder, "linked"));

    expect(await faultOf(JSON.stringify({ doc: "linked/secret.md" }))).toMatchObject({
      code: "INPUT_INVALID",
    });

    await rm(outside, { recursive: true });
  });
});
