import { expect, it } from "vitest";
import { AppError } from "../../../../schema/errors.ts";
import { toLicenceConflicts } from "./licence-conflict.ts";

const columns = ["source", "kind", "sourceLicence", "class", "distance", "way", "licences"];

it("reads conflicts by the names of the columns, wherever they are", () => {
  const rows = [["a/b", "dataset", "cc-by-nc-4.0", "non-commercial", 2, ["r/r", "a/b"], ["mit", ""]]];

  expect(toLicenceConflicts({ columns, rows })).toEqual([
    {
      kind: "dataset",
      source: "a/b",
      sourceLicence: "cc-by-nc-4.0",
      class: "non-commercial",
      way: [
        { id: "r/r", licence: "mit" },
        { id: "a/b", licence: "" },
      ],
    },
  ]);
});

it("fails on a column that is not there, and on what is no text", () => {
  const renamed = { columns: ["id", "kind"], rows: [["a/b", "dataset"]] };
  const wayless = { columns, rows: [["a/b", "dataset", "mit", "open", 1, null, null]] };
  const untold = { columns, rows: [["a/b", null, "mit", "open", 1]] };

  expect(() => toLicenceConflicts(renamed)).toThrow(AppError);
  expect(() => toLicenceConflicts(wayless)).toThrow("no list of texts for a way");
  expect(() => toLicenceConflicts(untold)).toThrow("no text in its column kind");
});
