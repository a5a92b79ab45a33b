import { describe, expect, it } from "vitest";
import { toWebAddress } from "./web-address.ts";

describe("toWebAddress", () => {
  it.each([
    ["https://hub.example/datasets/acme/root", "https://hub.example/datasets/acme/root"],
    ["http://hub.example", "http://hub.example/"],
    ["https://hub.example/a b|c^[d]?q=ü#é", "https://hub.example/a%20b%7Cc%5E%5Bd%5D?q=%C3%BC#%C3%A9"],
    ["https://hub.example/100%", "https://hub.example/100%25"],
    ["https://[::1]:4870/x", "https://[::1]:4870/x"],
    ["https://me:secret@hub.example/x", "https://hub.example/x"],
  ])("writes %s as %s", (text, expected) => {
    expect(toWebAddress(text)).toBe(expected);
  });

  it.each(["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "hub.example/x", "", undefined])(
    "refuses %s",
    (text) => {
      expect(toWebAddress(text)).toBeUndefined();
    },
  );
});
