import { createHash } from "node:crypto";
import { z } from "zod";
import { AppError } from "../../schema/errors.ts";
import type { HubEntry } from "./hub-index.ts";
import type { MirrorFiles } from "./mirror-files.ts";

/** A file of a dataset's repository. info.json is the Hub's answer about it, not a file of it. */
export interface HubFile {
  readonly path: string;
  readonly bytes: Buffer;
}

export interface HubRepository {
  readonly id: string;
  /** What info.json says; empty when the mirror has none. */
  readonly info: HubInfo;
  readonly files: readonly HubFile[];
  /** Hash of info and files, in the shape of a commit id: changes when the mirror's copy does. */
  readonly revision: string;
}

const HubInfo = z.looseObject({
  author: z.string().optional(),
  createdAt: z.string().optional(),
  downloads: z.number().optional(),
  likes: z.number().optional(),
  gated: z.union([z.boolean(), z.string()]).optional(),
  tags: z.array(z.string()).optional(),
});
export type HubInfo = z.infer<typeof HubInfo>;

const INFO_FILE = "info.json";

/** Reads a dataset's folders whole; cards are small, and the mirror may be edited while it is served. */
export const readHubRepository = async (files: MirrorFiles, entry: HubEntry): Promise<HubRepository> => {
  const contents = new Map<string, Buffer>();
  for (const folder of entry.folders) {
    for (const { name, type } of (await files.list(folder)) ?? []) {
      if (type !== "file" || contents.has(name)) continue;
      const bytes = await files.read([...folder, name]);
      if (bytes !== undefined) contents.set(name, bytes);
    }
  }
  const hash = createHash("sha1");
  for (const [name, bytes] of contents) hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  return {
    id: entry.id,
    info: parseInfo(entry.id, contents.get(INFO_FILE)),
    files: [...contents].filter(([path]) => path !== INFO_FILE).map(([path, bytes]) => ({ path, bytes })),
    revision: hash.digest("hex"),
  };
};

/** Reads only what a listing shows: info.json, without the files. */
export const readHubInfo = async (files: MirrorFiles, entry: HubEntry): Promise<HubInfo> => {
  for (const folder of entry.folders) {
    const bytes = await files.read([...folder, INFO_FILE]);
    if (bytes !== undefined) return parseInfo(entry.id, bytes);
  }
  return {};
};

/** The Hub's JSON for a dataset. Fields that the mirror does not know are left out, not invented. */
export const toApiDataset = (id: string, info: HubInfo): Record<string, unknown> => {
  const owner = id.includes("/") ? id.slice(0, id.indexOf("/")) : undefined;
  return {
    _id: createHash("sha1").update(id).digest("hex").slice(0, 24),
    ...(owner === undefined ? {} : { author: owner }),
    private: false,
    gated: false,
    disabled: false,
    tags: [],
    ...info,
    id,
  };
};

const parseInfo = (id: string, bytes: Buffer | undefined): HubInfo => {
  if (bytes === undefined) return {};
  try {
    return HubInfo.parse(JSON.parse(bytes.toString("utf8")));
  } catch (cause) {
    throw new AppError(`info.json of ${id} is not the Hub's JSON for a dataset`, {
      code: "INPUT_INVALID",
      cause,
    });
  }
};
