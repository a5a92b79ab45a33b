/**
 * The JSON text of a value in pieces: the first two levels of nesting have a line for every member, so that no piece holds a
 * whole graph and a difference of two exports is readable. Half surrogate pairs, which no UTF-8 text can hold, become U+FFFD.
 */
export function* writeJson(value: object): Iterable<string> {
  yield* pieces(value, SPREAD_LEVELS);
  yield "\n";
}

/** The JSON text of a value on one line. */
export const toJsonLine = (value: unknown): string => {
  const text = JSON.stringify(value);
  // Only halves of pairs are written as \\ud...: texts without it are spared a look at each of their strings.
  return text.includes("\\ud") ? JSON.stringify(value, wellFormed) : text;
};

const SPREAD_LEVELS = 2;

function* pieces(value: unknown, levels: number): Iterable<string> {
  if (levels === 0 || typeof value !== "object" || value === null) {
    yield toJsonLine(value);
    return;
  }
  const isList = Array.isArray(value);
  const indent = "  ".repeat(SPREAD_LEVELS - levels);
  let begin = isList ? "[" : "{";
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue;
    yield `${begin}\n${indent}  ${isList ? "" : `${toJsonLine(key)}: `}`;
    yield* pieces(member, levels - 1);
    begin = ",";
  }
  if (begin === ",") yield `\n${indent}${isList ? "]" : "}"}`;
  else yield isList ? "[]" : "{}";
}

const wellFormed = (_key: string, value: unknown): unknown =>
  typeof value === "string" ? value.replaceAll(/\p{Surrogate}/gu, "\uFFFD") : value;
