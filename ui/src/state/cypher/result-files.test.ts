import { describe, expect, it } from "vitest";
import { toResultCsv, toResultJson } from "./result-files.ts";

const answer = {
  columns: ["id", "n", "list", "__proto__"],
  rows: [
    ["=1+1", -2, ["a", "b"], null],
    ['say "a", b', 1.5, {}, true],
  ],
};

describe("files of a result", () => {
  it("guard texts that a spreadsheet would run, and keep numbers", () => {
    expect(toResultCsv(answer)).toBe(
      '\uFEFFid,n,list,__proto__\r\n\'=1+1,-2,"[""a"",""b""]",\r\n"say ""a"", b",1.5,{},true\r\n',
    );
  });

  it("are JSON with one object a row, whatever a column is called", () => {
    const rows: unknown = JSON.parse(toResultJson(answer));

    expect(rows).toHaveLength(2);
    expect(Object.keys((rows as object[])[0] ?? {})).toEqual(answer.columns);
  });
});
