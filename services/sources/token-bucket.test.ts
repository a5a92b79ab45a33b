import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTokenBucket } from "./token-bucket.ts";

describe("a token bucket", () => {
  it("spaces requests that are asked for at once", () => {
    const bucket = createTokenBucket({ intervalMs: 3000, burst: 1 });

    const starts = [bucket.reserve(1000), bucket.reserve(1000), bucket.reserve(1000)];

    expect(starts).toEqual([1000, 4000, 7000]);
  });

  it("lets a burst out after a rest and spaces what follows", () => {
    const bucket = createTokenBucket({ intervalMs: 100, burst: 3 });

    const starts = Array.from({ length: 5 }, () => bucket.reserve(10_000));

    expect(starts).toEqual([10_000, 10_000, 10_000, 10_100, 10_200]);
  });

  it("starts nothing during a pause", () => {
    const bucket = createTokenBucket({ intervalMs: 0, burst: 1 });
    bucket.pauseUntil(5000);
    bucket.pauseUntil(4000);

    expect(bucket.reserve(1000)).toBe(5000);
    expect(bucket.pausedUntil()).toBe(5000);
  });

  it("never lets more than the burst and its share of time through", () => {
    const arrivals = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(arrivals, fc.integer({ min: 1, max: 5 }), (gaps, burst) => {
        const bucket = createTokenBucket({ intervalMs: 100, burst });
        let nowMs = 0;
        const starts = gaps.map((gap) => {
          nowMs += gap;
          return bucket.reserve(nowMs);
        });

        for (const [at, start] of starts.entries()) {
          const last = starts[at + burst];
          if (last !== undefined) expect(last - start).toBeGreaterThanOrEqual(100);
        }
      }),
    );
  });
});
