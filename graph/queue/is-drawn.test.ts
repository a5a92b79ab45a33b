import { expect, it } from "vitest";
import { isDrawn } from "./is-drawn.ts";

const ids = Array.from({ length: 4_000 }, (_, index) => `edge ${index}`);

it("draws about the share that is asked for, the same ones each time", () => {
  const drawn = ids.filter((id) => isDrawn(id, { seed: "audit", share: 0.05 }));

  expect(drawn.length).toBeGreaterThan(140);
  expect(drawn.length).toBeLessThan(260);
  expect(ids.filter((id) => isDrawn(id, { seed: "audit", share: 0.05 }))).toEqual(drawn);
});

it("draws others with another seed, and keeps those of a smaller share in a larger one", () => {
  const audit = ids.filter((id) => isDrawn(id, { seed: "audit", share: 0.05 }));
  const second = new Set(ids.filter((id) => isDrawn(id, { seed: "second", share: 0.05 })));

  expect(audit.filter((id) => second.has(id)).length).toBeLessThan(40);
  expect(audit.every((id) => isDrawn(id, { seed: "audit", share: 0.1 }))).toBe(true);
});
