import { anything, array, assert, object, oneof, property } from "fast-check";
import { expect, it } from "vitest";
import { writeJson } from "./write-json.ts";

const textOf = (value: object): string => [...writeJson(value)].join("");

it("says what JSON.stringify says, whatever the value", () => {
  assert(
    property(oneof(object(), array(anything())), (value) => {
      const plain: unknown = JSON.parse(JSON.stringify(value));

      expect(JSON.parse(textOf(plain as object))).toEqual(plain);
    }),
  );
});

it("gives every record a line of its own", () => {
  expect(textOf({ a: { x: { deep: [1, 2] }, y: {} }, b: [], c: undefined, d: "e" })).toBe(
    '{\n  "a": {\n    "x": {"deep":[1,2]},\n    "y": {}\n  },\n  "b": [],\n  "d": "e"\n}\n',
  );
});

it("leaves no half of a surrogate pair in the text", () => {
  expect(textOf({ quote: "a\uD800b \u{1F600} \u0000" })).toBe(
    '{\n  "quote": "a\uFFFDb \u{1F600} \\u0000"\n}\n',
  );
});
