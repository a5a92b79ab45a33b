import { readPageText } from "../read-page-text.ts";
import type { TextReader } from "../text-reader.ts";

/** Reads texts in the test's own process, where starting another for each test would only cost time. */
export const inProcessReader: TextReader = {
  read: async (form, page) => {
    const value = await readPageText(form, page);
    return value === undefined ? { kind: "no-text" } : { kind: "text", value };
  },
  close: () => undefined,
};
