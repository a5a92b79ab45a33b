import type { z } from "zod";

export type ReadAnswer<Answer> =
  | { readonly kind: "answered"; readonly value: Answer }
  | { readonly kind: "unreadable"; readonly reason: string };

/** What the model said, and why it stopped when the server tells. */
export interface SaidAnswer {
  readonly content: string;
  readonly finishReason?: string | undefined;
}

/** Reads an answer's text as JSON of the wanted shape. Servers without structured output like to fence it. */
export const readAnswer = <Answer>(
  { content, finishReason }: SaidAnswer,
  schema: z.ZodType<Answer>,
): ReadAnswer<Answer> => {
  if (finishReason === "length") return { kind: "unreadable", reason: "the answer was cut off" };
  const json = toJson(content);
  if (json === undefined) return { kind: "unreadable", reason: "the answer is not JSON" };
  const parsed = schema.safeParse(json);
  if (parsed.success) return { kind: "answered", value: parsed.data };
  const faults = parsed.error.issues
    .slice(0, MAX_FAULTS)
    .map(({ path, message }) => `${path.join(".")}: ${message}`);
  return { kind: "unreadable", reason: `the answer has another shape: ${faults.join("; ")}` };
};

const MAX_FAULTS = 3;

const toJson = (content: string): unknown => {
  const fenced = /```(?:json)?\s*\n([\s\S]*?)\n\s*```/.exec(content)?.[1];
  const outermost = content.slice(content.indexOf("{"), content.lastIndexOf("}") + 1);
  for (const text of [content, fenced, outermost]) {
    try {
      if (text !== undefined && text !== "") return JSON.parse(text);
    } catch {
      // The next reading may be JSON; when none is, the caller is told.
    }
  }
  return undefined;
};
