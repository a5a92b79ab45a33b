import { describe, expect, it } from "vitest";
import { isKnownPath } from "./known-path.ts";

describe("known paths", () => {
  it.each(["/", "/explore", "/graph", "/contamination", "/review", "/cypher", "/traces", "/embed"])(
    "knows %s",
    (path) => {
      expect(isKnownPath(path)).toBe(true);
    },
  );

  it.each(["/nowhere", "/graph/more", "//", "/__proto__"])("does not know %s", (path) => {
    expect(isKnownPath(path)).toBe(false);
  });
});
