import type { z } from "zod";
import { GraphFileLine } from "../../../schema/graph-file.ts";
import { decodeLine, atLine } from "../read-lines.ts";
import type { FileLine } from "../read-lines.ts";

/**
 * Reads one line. It must be the very text that JSON.stringify makes of its value: so a name that stands twice, of which a
 * parser would silently take one, is found, and the hash in the footer means the same to every reader.
 */
export const parseLine = (line: FileLine): GraphFileLine => {
  const text = decodeLine(line);
  const value = parseJson(line.number, text);
  const shortest = stringify(line.number, value);
  if (shortest !== text) {
    throw atLine(line.number, "a name stands twice in an object, or the JSON is not in its shortest form");
  }
  // Asked of the text first: next to no line has it. The schema's records leave this name out without a word.
  if (text.includes('"__proto__"')) refusePrototype(line.number, value);
  const parsed = GraphFileLine.safeParse(value);
  if (!parsed.success) throw atLine(line.number, reasonOf(parsed.error), parsed.error);
  return parsed.data;
};

const parseJson = (number: number, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw atLine(number, text === "" ? "empty" : "not JSON", cause);
  }
};

const stringify = (number: number, value: unknown): string => {
  try {
    return JSON.stringify(value);
  } catch (cause) {
    // V8 parses any depth, and writes no deeper than its stack.
    throw atLine(number, "nested too deep", cause);
  }
};

const refusePrototype = (number: number, value: unknown): void => {
  if (typeof value !== "object" || value === null) return;
  if (Object.hasOwn(value, "__proto__")) throw atLine(number, "the name __proto__ is not allowed");
  for (const inner of Object.values(value)) refusePrototype(number, inner);
};

/** The first thing that is wrong, and where in the value. */
export const reasonOf = (error: z.ZodError): string => {
  const [issue] = error.issues;
  if (issue === undefined) return "not as expected";
  const path = issue.path.map(String).join(".");
  return path === "" ? issue.message : `${path}: ${issue.message}`;
};
