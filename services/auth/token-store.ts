import { lstatSync } from "node:fs";
import { join } from "node:path";
import type { Role } from "../../schema/roles.ts";
import { AppError, storageFailed } from "../../schema/errors.ts";
import { createToken, isSecretOf, parseToken, TokenRecord } from "./access-token.ts";
import { namesIn, readIfThere, writeForOwner } from "./owner-only-files.ts";

/** A last use is written at most this often for a token: it tells days apart, not requests. */
const USE_INTERVAL_MS = 60_000;

export interface TokenStoreDependencies {
  /** `tokens` in the data folder. */
  readonly folder: string;
  readonly now: () => Date;
  /** The time of a use could not be written; whoever used the token is let in all the same. */
  readonly onUseUnwritten: (error: unknown) => void;
}

export interface TokenRequest {
  readonly name: string;
  readonly role: Role;
  readonly expiresAt?: Date;
}

/** A token as a list shows it. */
export interface ListedToken extends Omit<TokenRecord, "hash"> {
  readonly state: "active" | "expired" | "revoked";
  /** To the minute; absent when it was never used. */
  readonly lastUsedAt?: string;
}

/**
 * Tokens in files of their own: one a token, readable by the owner only, replaced whole. Commands and a running service work on
 * the same folder, so that what a command makes or revokes counts with the next request. Revoked ones are kept, for the record
 * and so that the service never falls back to asking for none.
 */
export interface TokenStore {
  /** Fails with CONFLICT when an active token has the name. The text is given here and never again. */
  create(request: TokenRequest): Promise<{ readonly text: string; readonly token: ListedToken }>;
  /** All tokens, the oldest first. */
  list(): Promise<readonly ListedToken[]>;
  /** Takes a token's id, or its name. Fails with NOT_FOUND when no active token has it. */
  revoke(idOrName: string): Promise<ListedToken>;
  /** The active token with this text; notes that it was used. */
  find(text: string): Promise<TokenRecord | undefined>;
  /** Whether a token was ever made. Throws STORAGE_FAILED when that cannot be told. */
  hasAny(): Promise<boolean>;
}

export const createTokenStore = ({ folder, now, onUseUnwritten }: TokenStoreDependencies): TokenStore => {
  const noteUse = createUseNotes(folder);
  const list = async (): Promise<readonly ListedToken[]> => {
    const records = await readRecords(folder);
    return Promise.all(records.map((record) => toListed(record, { folder, at: now() })));
  };
  const save = async (record: TokenRecord): Promise<ListedToken> => {
    await writeForOwner(pathOf(folder, record.id), `${JSON.stringify(record)}\n`);
    return toListed(record, { folder, at: now() });
  };
  return {
    list,
    create: async ({ name, role, expiresAt }) => {
      if ((await list()).some((token) => token.name === name && token.state === "active")) {
        throw new AppError(`there is an active token named ${name}; revoke it, or choose another name`, {
          code: "CONFLICT",
        });
      }
      const { id, text, hash } = createToken();
      const expiry = expiresAt === undefined ? {} : { expiresAt: expiresAt.toISOString() };
      const token = await save({ id, name, role, hash, createdAt: now().toISOString(), ...expiry });
      return { text, token };
    },
    revoke: async (idOrName) => {
      const active = (await readRecords(folder)).filter((record) => stateOf(record, now()) === "active");
      const found = active.find(({ id }) => id === idOrName) ?? active.find(({ name }) => name === idOrName);
      if (found !== undefined) return save({ ...found, revokedAt: now().toISOString() });
      throw new AppError(`there is no active token ${idOrName}; stemma token list shows them`, {
        code: "NOT_FOUND",
      });
    },
    find: async (text) => {
      const parts = parseToken(text);
      const record = parts === undefined ? undefined : await readRecord(pathOf(folder, parts.id));
      if (parts === undefined || record === undefined || !isSecretOf(record, parts.secret)) return undefined;
      if (stateOf(record, now()) !== "active") return undefined;
      await noteUse(record.id, now()).catch(onUseUnwritten);
      return record;
    },
    hasAny: async () => isThere(folder),
  };
};

/**
 * At once rather than by a thread: every request asks, and this takes microseconds. The folder comes with the first token. A link
 * to a folder that is not mounted is there too: only what is truly absent may open the door.
 */
const isThere = (folder: string): boolean => {
  try {
    lstatSync(folder);
    return true;
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return false;
    throw storageFailed(folder, cause);
  }
};

const isRecordName = (name: string): boolean => name.endsWith(".json");
const pathOf = (folder: string, id: string): string => join(folder, `${id}.json`);
const pathOfUse = (folder: string, id: string): string => join(folder, "used", id);

const createUseNotes = (folder: string) => {
  const written = new Map<string, number>();
  return async (id: string, at: Date): Promise<void> => {
    if (at.getTime() - (written.get(id) ?? 0) < USE_INTERVAL_MS) return;
    written.set(id, at.getTime());
    await writeForOwner(pathOfUse(folder, id), `${at.toISOString()}\n`);
  };
};

const toListed = async (
  record: TokenRecord,
  { folder, at }: { readonly folder: string; readonly at: Date },
): Promise<ListedToken> => {
  const { hash: _hash, ...token } = record;
  const lastUsedAt = (await readIfThere(pathOfUse(folder, record.id)))?.trim();
  return { ...token, state: stateOf(record, at), ...(lastUsedAt ? { lastUsedAt } : {}) };
};

const stateOf = ({ revokedAt, expiresAt }: TokenRecord, at: Date): ListedToken["state"] => {
  if (revokedAt !== undefined) return "revoked";
  return expiresAt !== undefined && new Date(expiresAt) <= at ? "expired" : "active";
};

const readRecords = async (folder: string): Promise<readonly TokenRecord[]> => {
  const names = (await namesIn(folder)).filter(isRecordName);
  const records = await Promise.all(names.map((name) => readRecord(join(folder, name))));
  return records
    .filter((record) => record !== undefined)
    .sort((one, other) => (one.createdAt < other.createdAt ? -1 : 1));
};

const readRecord = async (path: string): Promise<TokenRecord | undefined> => {
  const text = await readIfThere(path);
  if (text === undefined) return undefined;
  const parsed = TokenRecord.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw storageFailed(path, new Error("this is no token's file"));
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // As unreadable as a wrong shape.
    return undefined;
  }
};
