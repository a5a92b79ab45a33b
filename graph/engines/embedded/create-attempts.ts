import { AppError, isTransient } from "../../../schema/errors.ts";

/** Decides whether a statement that failed is run again. */
export interface Attempts {
  mayRepeat(error: unknown): boolean;
}

/** Past so many restarts in a row something else is wrong. */
const MAX_INNOCENT = 50;

/**
 * At most so many attempts. A statement that ended because the engine was ended for another one, which overran its time or the
 * memory, is no suspect, and that attempt does not count.
 */
export const createAttempts = (max: number): Attempts => {
  let suspicious = 0;
  let innocent = 0;
  return {
    mayRepeat: (error) => {
      if (!isTransient(error)) return false;
      if (isInnocent(error)) innocent += 1;
      else suspicious += 1;
      return suspicious < max && innocent < MAX_INNOCENT;
    },
  };
};

const isInnocent = (error: unknown): boolean =>
  error instanceof AppError && error.context["endedForAnother"] === true;

/** What a statement that waits is told when the engine is gone. */
export const engineLost = (file: string, endedForAnother: boolean): AppError =>
  new AppError("the engine's process ended before it answered", {
    code: "ENGINE_UNAVAILABLE",
    transient: true,
    context: { file, endedForAnother },
  });
