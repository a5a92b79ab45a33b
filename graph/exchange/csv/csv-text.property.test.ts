import { array, assert, property, string } from "fast-check";
import { expect, it } from "vitest";
import { createCsvParser } from "./create-csv-parser.ts";
import { fromCsvField, toCsvRecord } from "./csv-text.ts";

const field = string({ unit: "binary", maxLength: 20 });

it("gives back every text, and lets none begin as a formula", () => {
  assert(
    property(array(field, { minLength: 1, maxLength: 5 }), (fields) => {
      const parser = createCsvParser(",");
      const lines = toCsvRecord(fields).split("\n").slice(0, -1);

      const records = lines.map((line) => parser.feed(line)).filter((record) => record !== undefined);

      expect(records).toHaveLength(1);
      expect(records[0]?.map(fromCsvField)).toEqual(fields);
      for (const text of records[0] ?? []) expect(text).not.toMatch(/^[=+\-@\t\r\n]/);
    }),
    { numRuns: 500, examples: [[["=1+1", '"', "'quoted", "a\r\nb", "-2,5"]], [["\r"]], [[""]]] },
  );
});
