import { expect, it } from "vitest";
import { moveInGrid } from "./move-in-grid.ts";

const SIZE = { rows: 30, columns: 4 };
const press = (key: string, ctrlKey = false) =>
  moveInGrid({ row: 5, column: 1 }, { key, ctrlKey, metaKey: false }, SIZE);

it.each([
  ["ArrowLeft", { row: 5, column: 0 }],
  ["ArrowDown", { row: 6, column: 1 }],
  ["PageUp", { row: 0, column: 1 }],
  ["PageDown", { row: 15, column: 1 }],
  ["End", { row: 5, column: 3 }],
])("%s moves within the edges", (key, place) => {
  expect(press(key)).toEqual(place);
});

it("goes to the corners with Ctrl, and leaves other keys alone", () => {
  expect(press("Home", true)).toEqual({ row: 0, column: 0 });
  expect(press("End", true)).toEqual({ row: 29, column: 3 });
  expect(press("a")).toBeUndefined();
});
