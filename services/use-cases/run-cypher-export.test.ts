import { describe, expect, it } from "vitest";
import { toCsv } from "./run-cypher-export.ts";

const fieldOf = (value: unknown): string => toCsv({ columns: ["x"], rows: [[value]] }).slice(3, -2);

describe("the CSV of an answer", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["\n=1+1", '"\'\n=1+1"'],
    ["\uff1d1", "'\uff1d1"],
    ["\uff0b1", "'\uff0b1"],
    ["\uff0d1", "'\uff0d1"],
    ["\uff20x", "'\uff20x"],
    ["'=1", "''=1"],
    ["x;=1", '"x;=1"'],
    ["x\t=1", '"x\t=1"'],
  ])("keeps a spreadsheet from running %j", (text, expected) => {
    expect(fieldOf(text)).toBe(expected);
  });

  it.each([
    [-1, "-1"],
    [null, ""],
    [[1, 2], '"[1,2]"'],
    ["plain", "plain"],
  ])("leaves %j as it is", (value, expected) => {
    expect(fieldOf(value)).toBe(expected);
  });
});
