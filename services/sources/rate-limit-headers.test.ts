import { describe, expect, it } from "vitest";
import { readRateAdvice } from "./rate-limit-headers.ts";

const NOW_MS = Date.parse("2026-01-01T00:00:00Z");
const inSeconds = (seconds: number) => ({ pauseUntilMs: NOW_MS + seconds * 1000 });

describe("readRateAdvice", () => {
  it.each<[string, Record<string, string>, object]>([
    ["seconds to wait", { "retry-after": "120" }, inSeconds(120)],
    ["a date to wait for", { "retry-after": "Thu, 01 Jan 2026 00:01:00 GMT" }, inSeconds(60)],
    ["a date that is over", { "retry-after": "Wed, 31 Dec 2025 00:00:00 GMT" }, {}],
    ["nonsense", { "retry-after": "soon" }, {}],
    ["the Hub's exhausted budget", { ratelimit: '"api";r=0;t=55' }, inSeconds(55)],
    ["the Hub's remaining budget", { ratelimit: '"api";r=12;t=55' }, {}],
    ["an exhausted pair", { "ratelimit-remaining": "0", "ratelimit-reset": "9" }, inSeconds(9)],
    [
      "GitHub's exhausted hour",
      { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(NOW_MS / 1000 + 900) },
      inSeconds(900),
    ],
    ["GitHub's remaining hour", { "x-ratelimit-remaining": "3", "x-ratelimit-reset": "1900000000" }, {}],
    ["half a pair", { "x-ratelimit-remaining": "0" }, {}],
    ["no headers", {}, {}],
  ])("reads %s", (_name, headers, expected) => {
    expect(readRateAdvice(new Headers(headers), NOW_MS)).toEqual(expected);
  });
});
