import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Document } from "../../schema/document.ts";
import type { FrozenDocument } from "../../schema/document.ts";
import { AppError, storageFailed } from "../../schema/errors.ts";
import type { Sha256 } from "../../schema/ids.ts";

/** The texts that were read, under the hash of their content: what is stored never changes. */
export interface DocumentStore {
  /**
   * Resolves once text and description would survive a loss of power. Saving again changes nothing; of one text under two
   * addresses the description saved last is found. Fails with STORAGE_FAILED (transient) when the disk does not take it.
   */
  save(frozen: FrozenDocument): Promise<void>;
  /** Fails with NOT_FOUND for an unknown hash, with INTERNAL when the file no longer has its hash. */
  text(sha256: Sha256): Promise<string>;
  /** Undefined when no document with this hash was ever saved. */
  find(sha256: Sha256): Promise<Document | undefined>;
}

export interface DocumentStoreOptions {
  /** Made when missing. */
  readonly folder: string;
}

/** The text is in `ab/<sha256>.txt`, its description beside it in `.json`: known before any graph knows the document. */
export const createDocumentStore = ({ folder }: DocumentStoreOptions): DocumentStore => {
  const pathOf = (sha256: Sha256, extension: string): string =>
    join(folder, sha256.slice(0, 2), `${sha256}.${extension}`);
  let made: Promise<unknown> | undefined;
  /** Once: a folder that vanishes under a running process is trouble, and a new one in its place would hide it. */
  const makeFolder = async (): Promise<void> => {
    made ??= mkdir(folder, { recursive: true });
    await made.catch((error: unknown) => {
      made = undefined;
      throw storageFailed(folder, error);
    });
  };

  return {
    save: async ({ document, text }) => {
      refuseWrongHash(document, text);
      await makeFolder();
      await writeWhole(pathOf(document.sha256, "txt"), text);
      await writeWhole(pathOf(document.sha256, "json"), `${JSON.stringify(document)}\n`);
    },
    text: async (sha256) => {
      const text = await readIfThere(pathOf(sha256, "txt"));
      if (text === undefined)
        throw new AppError(`no document ${sha256} was ever saved`, { code: "NOT_FOUND" });
      if (hashOf(text) !== sha256) throw damaged(pathOf(sha256, "txt"));
      return text;
    },
    find: async (sha256) => {
      const path = pathOf(sha256, "json");
      const description = await readIfThere(path);
      return description === undefined ? undefined : parseDescription(path, description);
    },
  };
};

const hashOf = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

const refuseWrongHash = (document: Document, text: string): void => {
  if (hashOf(text) === document.sha256) return;
  throw new AppError(`the text of ${document.url} does not have the hash ${document.sha256}`, {
    code: "INPUT_INVALID",
  });
};

const damaged = (path: string, cause?: unknown): AppError =>
  new AppError(`the stored document is damaged, restore it or delete it to have it fetched again: ${path}`, {
    code: "INTERNAL",
    context: { path },
    cause,
  });

const parseDescription = (path: string, description: string): Document => {
  try {
    return Document.parse(JSON.parse(description));
  } catch (error) {
    throw damaged(path, error);
  }
};

const readIfThere = async (path: string): Promise<string | undefined> => {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw storageFailed(path, error);
  }
};

const isMissing = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ENOENT";

const unlessThere = (error: NodeJS.ErrnoException): void => {
  if (error.code !== "EEXIST") throw error;
};

/** Whole or not at all: written beside its place, synced, then renamed. */
const writeWhole = async (path: string, content: string): Promise<void> => {
  if ((await readIfThere(path)) === content) return;
  const folder = dirname(path);
  const draft = `${path}.${randomUUID()}`;
  try {
    await mkdir(folder).catch(unlessThere);
    await writeSynced(draft, content);
    await rename(draft, path);
    await syncFolder(folder);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw storageFailed(path, error);
  }
};

const writeSynced = async (path: string, content: string): Promise<void> => {
  const file = await open(path, "wx");
  try {
    await file.writeFile(content, "utf8");
    await file.sync();
  } finally {
    await file.close();
  }
};

/** A rename is safe only when its folder is synced; Windows cannot open a folder for that and needs it not. */
const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};
