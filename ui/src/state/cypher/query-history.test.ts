import { describe, expect, it } from "vitest";
import { createQueryHistory, type HistoryEntry } from "./query-history.ts";

const aStorage = (stored: Record<string, string> = {}) => {
  const items = new Map(Object.entries(stored));
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
};
const anEntry = (text: string): HistoryEntry => ({
  text,
  parameters: {},
  at: "2026-01-01T00:00:00Z",
  rows: 1,
});

describe("history of questions", () => {
  it("keeps the last 50, the latest first, over a reload", () => {
    const storage = aStorage();
    const history = createQueryHistory(storage);
    for (let n = 0; n < 60; n += 1) history.add(anEntry(`RETURN ${n}`));

    const reloaded = createQueryHistory(storage).entries.value;

    expect(reloaded).toHaveLength(50);
    expect(reloaded[0]?.text).toBe("RETURN 59");
  });

  it("has a question that is asked again once, in front", () => {
    const history = createQueryHistory(aStorage());
    for (const text of ["a", "b", "a"]) history.add(anEntry(text));

    expect(history.entries.value.map((entry) => entry.text)).toEqual(["a", "b"]);
  });

  it.each([
    "{",
    "null",
    "{}",
    "[1]",
    "[null]",
    "[[]]",
    JSON.stringify([{ ...anEntry("a"), text: 1 }]),
    JSON.stringify([{ ...anEntry("a"), saved: null }]),
    JSON.stringify([{ ...anEntry("a"), at: undefined }]),
    JSON.stringify([{ ...anEntry("a"), parameters: ["a"] }]),
    JSON.stringify([{ ...anEntry("a"), parameters: { n: 1 } }]),
    JSON.stringify([{ ...anEntry("a"), rows: "1" }]),
    JSON.stringify([anEntry("a"), { ...anEntry("b"), elapsedMs: {} }]),
  ])("is empty where what is stored cannot be read: %s", (stored) => {
    expect(createQueryHistory(aStorage({ "stemma.cypher-history": stored })).entries.value).toEqual([]);
  });

  it("forgets everything when told to", () => {
    const storage = aStorage();
    const history = createQueryHistory(storage);
    history.add(anEntry("a"));

    history.clear();

    expect(createQueryHistory(storage).entries.value).toEqual([]);
  });
});
