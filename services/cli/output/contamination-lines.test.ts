import { expect, test } from "vitest";
import { unreadNote } from "./contamination-lines.ts";

test.each([
  ["gated", "the hub answered 401", "its documents were never read: gated, the hub answered 401"],
  ["not-found", undefined, "its documents were never read: not-found"],
  ["unreachable", undefined, "its documents were never read: unreachable"],
  ["frontier", undefined, "its documents were never read: it waits to be traced"],
  ["traced", undefined, undefined],
] as const)("of a dataset that is %s, says whether its documents were read", (state, stateReason, note) => {
  const reason = stateReason === undefined ? {} : { stateReason };

  expect(unreadNote({ state, ...reason, publishedOnly: false })).toBe(note);
});
