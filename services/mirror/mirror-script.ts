import { z } from "zod";
import { AppError } from "../../schema/errors.ts";
import type { MirrorFiles } from "./mirror-files.ts";
import { type MirrorReply, textReply } from "./mirror-reply.ts";

/**
 * The optional mirror.json: what the mirror pretends about ids and addresses.
 *
 * @example { "gated": ["owner/name"], "unreachable": ["https://example.org/post"], "rateLimited": ["owner/other"] }
 */
export const MirrorScript = z.strictObject({
  /** Hub ids whose info is public and whose files are not. */
  gated: z.array(z.string()).default([]),
  /** Hub ids or addresses that answer 503. */
  unreachable: z.array(z.string()).default([]),
  /** Hub ids or addresses that answer 429. */
  rateLimited: z.array(z.string()).default([]),
  /** Seconds in the Retry-After header of those. */
  retryAfterSeconds: z.int().min(0).default(1),
});
export type MirrorScript = z.infer<typeof MirrorScript>;

export interface ScriptedStates {
  isGated(id: string): boolean;
  /** The 503 or 429 that is scripted for a thing known by any of these ids or addresses. */
  failure(names: readonly string[]): MirrorReply | undefined;
}

export const readMirrorScript = async (files: MirrorFiles): Promise<MirrorScript> => {
  const bytes = await files.read(["mirror.json"]);
  if (bytes === undefined) return MirrorScript.parse({});
  const parsed = MirrorScript.safeParse(parseJson(bytes.toString("utf8")));
  if (parsed.success) return parsed.data;
  throw new AppError(`mirror.json is not valid: ${z.prettifyError(parsed.error)}`, { code: "INPUT_INVALID" });
};

export const createScriptedStates = (script: MirrorScript): ScriptedStates => {
  const gated = toMatcher(script.gated);
  const unreachable = toMatcher(script.unreachable);
  const rateLimited = toMatcher(script.rateLimited);
  return {
    isGated: (id) => gated([id]),
    failure: (names) => {
      if (unreachable(names)) return textReply(503, "Service Unavailable");
      if (!rateLimited(names)) return undefined;
      return textReply(429, "Too Many Requests", { "retry-after": String(script.retryAfterSeconds) });
    },
  };
};

type Matcher = (names: readonly string[]) => boolean;

/** A scripted address also covers everything below it. */
const toMatcher = (scripted: readonly string[]): Matcher => {
  const keys = scripted.map(toKey);
  return (names) =>
    names.map(toKey).some((name) => keys.some((key) => name === key || name.startsWith(`${key}/`)));
};

const toKey = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/^www\./, "")
    .replace(/^huggingface\.co\/datasets\//, "")
    .replace(/\/+$/, "");

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError("mirror.json is not JSON", { code: "INPUT_INVALID", cause: error });
  }
};
