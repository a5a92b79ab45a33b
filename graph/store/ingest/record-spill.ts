import { mkdtemp, open, rm } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppError, storageFailed } from "../../../schema/errors.ts";
import type { RelationshipRecord } from "../read/read-graph.ts";

/** Keeps records in the order in which they came: the last few in memory, the rest in a temporary file. */
export interface RecordSpill {
  add(record: RelationshipRecord): Promise<void>;
  all(): AsyncGenerator<RelationshipRecord>;
  /** Removes the file. */
  close(): Promise<void>;
}

/** Records in memory, and in one piece of the file: about 1 MB. */
const PIECE = 2_000;

export const createRecordSpill = (): RecordSpill => {
  let recent: RelationshipRecord[] = [];
  let file: SpillFile | undefined;

  const spill = async (): Promise<void> => {
    file ??= await openSpillFile();
    await file.append(JSON.stringify(recent));
    recent = [];
  };
  async function* all(): AsyncGenerator<RelationshipRecord> {
    if (file !== undefined) {
      for await (const piece of file.pieces()) yield* JSON.parse(piece) as readonly RelationshipRecord[];
    }
    yield* recent;
  }
  return {
    add: async (record) => {
      recent.push(record);
      if (recent.length >= PIECE) await spill();
    },
    all,
    close: async () => file?.remove(),
  };
};

interface SpillFile {
  append(text: string): Promise<void>;
  pieces(): AsyncIterable<string>;
  remove(): Promise<void>;
}

const openSpillFile = async (): Promise<SpillFile> => {
  const folder = await mkdtemp(join(tmpdir(), "stemma-ingest-"));
  const path = join(folder, "relationships");
  const handle = await open(path, "w+");
  const sizes: number[] = [];
  const pieces = async function* (): AsyncGenerator<string> {
    let position = 0;
    for (const size of sizes) {
      yield await readPiece(handle, position, size);
      position += size;
    }
  };
  return {
    append: async (text) => {
      const bytes = Buffer.from(text);
      await writePiece(handle, path, bytes);
      sizes.push(bytes.length);
    },
    pieces,
    remove: async () => {
      await handle.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

const writePiece = async (handle: FileHandle, path: string, bytes: Buffer): Promise<void> => {
  try {
    await handle.appendFile(bytes);
  } catch (error) {
    throw storageFailed(path, error);
  }
};

const readPiece = async (handle: FileHandle, position: number, size: number): Promise<string> => {
  const bytes = Buffer.allocUnsafe(size);
  for (let at = 0; at < size;) {
    const { bytesRead } = await handle.read(bytes, at, size - at, position + at);
    if (bytesRead === 0) throw new AppError("the temporary file ends early", { code: "INTERNAL" });
    at += bytesRead;
  }
  return bytes.toString();
};
