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
  { width: 1_000, height: 1_000, scale: 4, can: true },
  { width: 16_384, height: 100, scale: 1, can: true },
  { width: 16_385, height: 100, scale: 1, can: false },
  { width: 8_000, height: 8_000, scale: 4, can: false },
  { width: 16_384, height: 16_384, scale: 1, can: true },
  { width: 10_000, height: 100, scale: 2, can: false },
])("a picture of $width by $height at $scale times can be drawn: $can", ({ can, scale, ...size }) => {
  expect(canDraw(scaleSize(size, scale))).toBe(can);
});
