import { expect, it } from "vitest";
import { AppError } from "../../../../schema/errors.ts";
import { toLicenceConflicts } from "./licence-conflict.ts";

const columns = ["source", "kind", "sourceLicence", "class", "distance"];

it("reads conflicts by the names of the columns, wherever they are", () => {
  const rows = [["a/b", "dataset", "cc-by-nc-4.0", "non-commercial", 2]];

  expect(toLicenceConflicts({ columns, rows })).toEqual([
    { kind: "dataset", source: "a/b", sourceLicence: "cc-by-nc-4.0", class: "non-commercial" },
  ]);
});

it("fails on a column that is not there, and on what is no text", () => {
  const renamed = { columns: ["id", "kind"], rows: [["a/b", "dataset"]] };
  const untold = { columns, rows: [["a/b", null, "mit", "open", 1]] };

  expect(() => toLicenceConflicts(renamed)).toThrow(AppError);
  expect(() => toLicenceConflicts(untold)).toThrow("no text in its column kind");
});
