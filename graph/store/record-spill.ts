import { mkdtemp, open, rm } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { storageFailed } from "../../schema/errors.ts";
import type { RelationshipRecord } from "./read-graph.ts";

/** Keeps records in the order in which they came: the last few in memory, the rest in a temporary file. */
export interface RecordSpill {
  add(record: RelationshipRecord): Promise<void>;
  all(): AsyncGenerator<RelationshipRecord>;
  /** Removes the file. */
  close(): Promise<void>;
}

/** Records in memory, and on one line of the file: about 1 MB. */
const CHUNK = 2_000;

export const createRecordSpill = (): RecordSpill => {
  let recent: RelationshipRecord[] = [];
  let file: SpillFile | undefined;

  const spill = async (): Promise<void> => {
    file ??= await openSpillFile();
    await file.append(`${JSON.stringify(recent)}\n`);
    recent = [];
  };
  async function* all(): AsyncGenerator<RelationshipRecord> {
    if (file !== undefined) {
      for await (const line of file.lines()) yield* JSON.parse(line) as readonly RelationshipRecord[];
    }
    yield* recent;
  }
  return {
    add: async (record) => {
      recent.push(record);
      if (recent.length >= CHUNK) await spill();
    },
    all,
    close: async () => file?.remove(),
  };
};

interface SpillFile {
  append(text: string): Promise<void>;
  lines(): AsyncIterable<string>;
  remove(): Promise<void>;
}

const openSpillFile = async (): Promise<SpillFile> => {
  const folder = await mkdtemp(join(tmpdir(), "stemma-ingest-"));
  const path = join(folder, "relationships.jsonl");
  const handle = await open(path, "w+");
  return {
    append: (text) => appendTo(handle, path, text),
    lines: () => handle.readLines({ start: 0, autoClose: false }),
    remove: async () => {
      await handle.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

const appendTo = async (handle: FileHandle, path: string, text: string): Promise<void> => {
  try {
    await handle.appendFile(text);
  } catch (error) {
    throw storageFailed(path, error);
  }
};
