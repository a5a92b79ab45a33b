import { expect, it } from "vitest";
import { canDraw, scaleSize, sizeOfSvg } from "./picture-size.ts";

it("reads the size of an SVG from its root, and from nothing else", () => {
  expect(sizeOfSvg('<svg viewBox="0 0 9 9" width="120.5" height="80"><rect width="1"/></svg>')).toEqual({
    width: 120.5,
    height: 80,
  });
  expect(sizeOfSvg('<svg><rect width="1" height="2"/></svg>')).toBeUndefined();
});

it.each([
  [1_000, 1_000, 4, true],
  [16_384, 100, 1, true],
  [16_385, 100, 1, false],
  [8_000, 8_000, 4, false],
  [16_384, 16_384, 1, true],
  [10_000, 100, 2, false],
])("a picture of %i by %i at %i times can be drawn: %s", (width, height, scale, can) => {
  expect(canDraw(scaleSize({ width, height }, scale))).toBe(can);
});
