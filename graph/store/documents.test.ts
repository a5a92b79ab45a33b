import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createDocumentStore } from "./documents.ts";
import type { DocumentStore } from "./documents.ts";
import { aDocument } from "./test-data.ts";

let folder: string;
let store: DocumentStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "stemma-documents-"));
  store = createDocumentStore({ folder: join(folder, "documents") });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const text = "# Acme Math\n\nBuilt from 数学 problems. \u{1F9EE}\r\n";
const document = aDocument(text, { title: "Acme Math", revision: "abc" });
const fileOf = (extension: string): string =>
  join(folder, "documents", document.sha256.slice(0, 2), `${document.sha256}.${extension}`);

describe("the document store", () => {
  it("gives text and description back, also to the next process", async () => {
    await store.save({ document, text });

    const next = createDocumentStore({ folder: join(folder, "documents") });
    expect(await next.text(document.sha256)).toBe(text);
    expect(await next.find(document.sha256)).toEqual(document);
  });

  it("tells what was never saved from what is damaged", async () => {
    expect(await store.find(document.sha256)).toBeUndefined();
    await expect(store.text(document.sha256)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("refuses a text that does not have its hash", async () => {
    await expect(store.save({ document, text: `${text}!` })).rejects.toMatchObject({ code: "INPUT_INVALID" });
    expect(await store.find(document.sha256)).toBeUndefined();
  });

  it("notices a text that changed on the disk, and is repaired by the next save", async () => {
    await store.save({ document, text });
    await writeFile(fileOf("txt"), "something else");

    await expect(store.text(document.sha256)).rejects.toMatchObject({
      code: "INTERNAL",
      message: expect.stringContaining(fileOf("txt")),
    });

    await store.save({ document, text });
    expect(await store.text(document.sha256)).toBe(text);
  });

  it("notices a description that is no description", async () => {
    await store.save({ document, text });
    await writeFile(fileOf("json"), '{"sha256":');

    await expect(store.find(document.sha256)).rejects.toMatchObject({ code: "INTERNAL" });
  });

  it("leaves whole files and nothing else when the same text is saved at once by many", async () => {
    await Promise.all(Array.from({ length: 20 }, () => store.save({ document, text })));

    expect(await store.text(document.sha256)).toBe(text);
    const files = await readdir(join(folder, "documents", document.sha256.slice(0, 2)));
    expect(files.sort()).toEqual([`${document.sha256}.json`, `${document.sha256}.txt`]);
  });
});
