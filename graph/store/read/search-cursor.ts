import { createHash } from "node:crypto";
import { z } from "zod";
import { AppError } from "../../../schema/errors.ts";

/** The last dataset of a page, by what it was sorted by: the next page starts behind it, whatever was written meanwhile. */
const Position = z.object({
  fit: z.int(),
  value: z.union([z.number(), z.string().max(500)]),
  id: z.string().max(400),
});
export type Position = z.infer<typeof Position>;

const Cursor = Position.extend({ search: z.string() });

/** A cursor belongs to one search, of which it carries a mark. */
export const toCursor = (search: readonly unknown[], position: Position): string =>
  Buffer.from(JSON.stringify({ ...position, search: markOf(search) })).toString("base64url");

/** Fails with INPUT_INVALID for a text that is no cursor of this search. */
export const fromCursor = (search: readonly unknown[], text: string): Position => {
  const cursor = Cursor.safeParse(parseJson(Buffer.from(text, "base64url").toString("utf8"))).data;
  if (cursor?.search === markOf(search)) return cursor;
  throw new AppError(
    cursor === undefined ? "this is no cursor" : "the cursor belongs to another search; begin without one",
    { code: "INPUT_INVALID" },
  );
};

const markOf = (search: readonly unknown[]): string =>
  createHash("sha256").update(JSON.stringify(search)).digest("base64url").slice(0, 8);

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // As little a cursor as JSON of another shape.
    return undefined;
  }
};
