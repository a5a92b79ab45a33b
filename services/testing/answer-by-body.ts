import { createHash } from "node:crypto";
import type { ScriptedReply, ScriptedRequest } from "../model/testing/scripted-endpoint.ts";

/** Verdicts of all sorts, so that a trace with this model accepts, flags and rejects. */
const VERDICTS = [
  "inclusion",
  "fusion",
  "synthesis",
  "distillation",
  "evaluation-only",
  "cited-only",
  "own-subset",
] as const;
const REPLY_MS = 40;
/** One question in so many is answered with no JSON, so that it has to be asked for once more. */
const UNREADABLE_IN = 6;

/** A model without a mood: its answer to the source tracer's question depends on the question alone. */
export const answerByBody = ({ body }: ScriptedRequest): ScriptedReply => {
  const user = body.messages.at(-1)?.content ?? "";
  const isRepair = user.includes("An earlier answer could not be read");
  if (!isRepair && toNumber(user) % UNREADABLE_IN === 0)
    return { content: "I would rather not.", delayMs: REPLY_MS };
  const asked = user.slice(user.lastIndexOf(" ends ====="));
  const keys = [...asked.matchAll(/^(c\d+): "/gm)].map(([, key]) => key ?? "");
  const verdicts = Object.fromEntries(
    keys.map((key) => [key, VERDICTS[toNumber(`${user} ${key}`) % VERDICTS.length]]),
  );
  return { content: JSON.stringify({ verdicts, additional: [] }), delayMs: REPLY_MS };
};

const toNumber = (text: string): number => createHash("sha256").update(text).digest().readUInt32BE(0);
