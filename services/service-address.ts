import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { storageFailed } from "../schema/errors.ts";

/** Beside the graph, so that a command which finds the graph taken can ask the service that holds it. */
const FILE_NAME = "service.json";

const ServiceAddress = z.object({ origin: z.url({ protocol: /^https?$/ }) });

/**
 * Tells other processes of this data folder where the service listens; gives back what takes that back. Over Neo4j nothing else may
 * have made the folder yet.
 *
 * @throws AppError STORAGE_FAILED
 */
export const announceService = async (dataFolder: string, origin: string): Promise<() => Promise<void>> => {
  const file = join(dataFolder, FILE_NAME);
  const text = `${JSON.stringify({ origin } satisfies z.input<typeof ServiceAddress>)}\n`;
  try {
    await mkdir(dataFolder, { recursive: true });
    await writeFile(file, text);
  } catch (error) {
    throw storageFailed(file, error);
  }
  return () => rm(file, { force: true });
};

/** Where a service of this data folder last said that it listens; undefined when none did, or it took it back. */
export const readServiceAddress = async (dataFolder: string): Promise<string | undefined> => {
  try {
    return ServiceAddress.parse(JSON.parse(await readFile(join(dataFolder, FILE_NAME), "utf8"))).origin;
  } catch {
    // Absent, half written or not ours: nobody is announced.
    return undefined;
  }
};
