import { expect, it } from "vitest";
import { toQueryValue } from "./to-query-value.ts";

it("escapes what an address cannot hold as it is", () => {
  expect(toQueryValue("a b&c=\u{1f600}")).toBe("a%20b%26c%3D%F0%9F%98%80");
});

it("keeps whole characters and replaces halves of them", () => {
  expect(decodeURIComponent(toQueryValue("\ud83d\ude00 \ud83d \ude00"))).toBe("\u{1f600} \ufffd \ufffd");
});
