import { AppError } from "../../schema/errors.ts";

/** Keys remembered; a repeat comes within seconds or minutes, not after a thousand other writes. */
const MAX_KEYS = 1_000;

interface Write<Result> {
  /** Undefined when the client sent none: the write is then always done. */
  readonly key: string | undefined;
  readonly content: unknown;
  readonly act: () => Promise<Result>;
}

/**
 * Makes a write happen once per key: a repeat is given the first one's result. A failed write is forgotten.
 *
 * @throws AppError CONFLICT when the same key comes with other content
 */
export const createIdempotency = <Result>(): ((write: Write<Result>) => Promise<Result>) => {
  const known = new Map<string, { readonly content: string; readonly result: Promise<Result> }>();
  return async ({ key, content, act }) => {
    if (key === undefined) return act();
    const text = JSON.stringify(content);
    const before = known.get(key);
    if (before !== undefined) {
      if (before.content === text) return before.result;
      throw new AppError(`the idempotency key ${key} was used for another request`, { code: "CONFLICT" });
    }
    const result = act();
    known.set(key, { content: text, result });
    const oldest = known.keys().next().value;
    if (known.size > MAX_KEYS && oldest !== undefined) known.delete(oldest);
    result.catch(() => known.delete(key));
    return result;
  };
};
