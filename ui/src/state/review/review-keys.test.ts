import { describe, expect, test } from "vitest";
import { bindingFor, bindingsOf } from "../keys.ts";
import { isReason, type ReviewAction } from "./review-actions.ts";
import { actionFor, createReviewKeys, DEFAULT_KEYS, refuseKey } from "./review-keys.ts";

const aStorage = (text?: string) => {
  const kept = new Map<string, string>(text === undefined ? [] : [["stemma.review.keys", text]]);
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
};
const ACTIONS = Object.keys(DEFAULT_KEYS) as ReviewAction[];

describe("the keys of the review page", () => {
  test("none collides with one of the explorer's on this page", () => {
    for (const action of ACTIONS) expect(bindingFor("review", DEFAULT_KEYS[action])).toBeUndefined();
    expect(bindingsOf("review").map(({ action }) => action)).toContain("key-sheet");
  });

  test("none has two meanings at one time", () => {
    for (const action of ACTIONS)
      expect(refuseKey(DEFAULT_KEYS, action, DEFAULT_KEYS[action])).toBeUndefined();
  });

  test("the reasons have the keys while a reason is asked for, and only then", () => {
    expect(actionFor(DEFAULT_KEYS, "e", false)).toBe("edit");
    expect(actionFor(DEFAULT_KEYS, "e", true)).toBe("evaluation-only");
    expect(actionFor(DEFAULT_KEYS, "a", true)).toBeUndefined();
    expect(ACTIONS.filter(isReason)).toHaveLength(7);
  });

  test("a changed key is remembered, and all come back as they were by a reset", () => {
    const storage = aStorage();
    const keys = createReviewKeys(storage);

    expect(keys.assign("accept", "1")).toBeUndefined();
    expect(createReviewKeys(storage).map.value.accept).toBe("1");
    expect(keys.isChanged.value).toBe(true);
    keys.reset();

    expect(createReviewKeys(storage).map.value).toEqual(DEFAULT_KEYS);
  });

  test("a taken key is refused, with what has it", () => {
    const keys = createReviewKeys(aStorage());

    expect(keys.assign("accept", "r")).toEqual({ kind: "taken", by: "reject" });
    expect(keys.assign("accept", "?")).toEqual({ kind: "explorer", action: "key-sheet" });
    expect(keys.assign("accept", "/")).toEqual({ kind: "explorer", action: "search" });
    expect(keys.assign("accept", "Enter")).toEqual({ kind: "not-a-key" });
    expect(keys.assign("accept", "Mod+s")).toEqual({ kind: "not-a-key" });
    expect(keys.map.value).toEqual(DEFAULT_KEYS);
  });

  test.each(["nonsense", "[]", '{"accept":"r"}', '{"accept":"?"}', '{"accept":"Enter"}', '{"accept":7}'])(
    "stored keys that do not hold together (%s) are not taken",
    (text) => {
      expect(createReviewKeys(aStorage(text)).map.value).toEqual(DEFAULT_KEYS);
    },
  );
});
