import { XMLParser } from "fast-xml-parser";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createMirror, type Mirror } from "./create-mirror.ts";

const FOLDER = fileURLToPath(new URL("../../../shared/hub-mirror", import.meta.url));
const isPresent = existsSync(FOLDER);
if (!isPresent) process.stderr.write(`skipped: the large mirror is not at ${FOLDER}\n`);

describe.skipIf(!isPresent)("a mirror of 1,664 dataset folders", () => {
  let mirror: Mirror;

  beforeAll(async () => {
    mirror = await createMirror({ folder: FOLDER });
  });

  afterAll(() => mirror.close());

  const askJson = async (path: string): Promise<unknown> => (await fetch(mirror.origin + path)).json();

  test("lists every dataset once", async () => {
    const ids = ((await askJson("/api/datasets?limit=1000")) as { id: string }[]).map(({ id }) =>
      id.toLowerCase(),
    );

    expect(ids).toHaveLength(1000);
    expect(new Set(ids).size).toBe(1000);
  });

  test("follows a legacy id to today's card", async () => {
    const card = await fetch(`${mirror.origin}/datasets/gsm8k/resolve/main/README.md`);

    expect(card.status).toBe(200);
    expect(new URL(card.url).pathname).toBe("/datasets/openai/gsm8k/resolve/main/README.md");
    expect((await card.text()).length).toBeGreaterThan(1000);
  });

  test("searches a thousand ids by a part of their name", async () => {
    const found = (await askJson("/api/datasets?search=numinamath&limit=20")) as { id: string }[];

    expect(found.map(({ id }) => id)).toContain("AI-MO/NuminaMath-CoT");
  });

  test("makes parseable Atom of every paper, extracted text with odd characters too", async () => {
    const parser = new XMLParser({ isArray: (name) => name === "entry" });
    const response = await fetch(
      `${mirror.origin}/export.arxiv.org/api/query?search_query=all:the&max_results=500`,
    );
    const { feed } = parser.parse(await response.text(), true) as { feed: { entry: { title: unknown }[] } };

    expect(feed.entry.length).toBeGreaterThan(40);
    expect(feed.entry.every(({ title }) => title !== "")).toBe(true);
  });

  test("renders extracted papers with a bibliography that can be cut off", async () => {
    const page = await (await fetch(`${mirror.origin}/arxiv.org/html/2502.11886`)).text();

    expect(page).toContain('<section class="ltx_bibliography">');
    expect(page).toContain('<div class="ltx_abstract">');
  });

  test("reads data pages of GitHub folders", async () => {
    const page = await fetch(
      `${mirror.origin}/raw.githubusercontent.com/synthlabsai/big-math/HEAD/signals/README.md`,
    );

    expect(page.status).toBe(200);
  });
});
