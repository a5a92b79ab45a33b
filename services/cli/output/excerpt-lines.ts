import { z } from "zod";
import { AppError } from "../../../schema/errors.ts";

const Place = z.object({ position: z.object({ excerpt: z.string() }) });

/** The same error with the line of the text that it speaks of, and a caret under the place. */
export const withExcerpt = (error: unknown): unknown => {
  if (!(error instanceof AppError)) return error;
  const place = Place.safeParse(error.context).data;
  if (place === undefined) return error;
  const lines = place.position.excerpt.split("\n").map((line) => `  ${line}`);
  const { code, context, transient } = error;
  return new AppError([error.message, "", ...lines].join("\n"), { code, context, transient, cause: error });
};
