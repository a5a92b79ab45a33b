import { describe, expect, it } from "vitest";
import { isSchemaCommand, refuseFileAccess, toBareStatement } from "./statement-text.ts";

const refused = expect.objectContaining({ code: "QUERY_NOT_READ_ONLY" });
const thrownBy = (act: () => void): unknown => {
  try {
    act();
    return undefined;
  } catch (error) {
    return error;
  }
};

describe("a statement", () => {
  it.each([
    "LOAD CSV FROM 'x' AS l RETURN l",
    "MATCH (n) LOAD\n\tCSV FROM 'x' AS l RETURN l",
    "load/**/csv from 'x' as l return l",
    "LOAD // now\n CSV FROM 'x' AS l RETURN l",
    "LOAD\u00a0CSV FROM 'x' AS l RETURN l",
  ])("is refused when it would read a file: %s", (cypher) => {
    expect(thrownBy(() => refuseFileAccess(cypher))).toEqual(refused);
  });

  it("may speak of loads and of tables", () => {
    expect(
      thrownBy(() => refuseFileAccess("MATCH (n) WHERE n.load = 'csv' RETURN n.csvload")),
    ).toBeUndefined();
  });

  it.each([
    ["PROFILE  explain MATCH (n) RETURN n", "MATCH (n) RETURN n"],
    ["/* a */ // b\n PROFILE/**/MATCH (n) RETURN n", "MATCH (n) RETURN n"],
    ["MATCH (explain) RETURN explain", "MATCH (explain) RETURN explain"],
    ["profiles", "profiles"],
  ])("loses what hides it: %s", (cypher, bare) => {
    expect(toBareStatement(cypher).text).toBe(bare);
  });

  it("is explained only when asked for outside a comment", () => {
    expect(toBareStatement("PROFILE EXPLAIN RETURN 1 AS x").explain).toBe(true);
    expect(toBareStatement("/* explain */ PROFILE RETURN 1 AS x").explain).toBe(false);
  });

  it("is a schema command by its first words alone", () => {
    expect(isSchemaCommand("PROFILE CREATE RANGE INDEX x FOR (n:A) ON (n.b)")).toBe(true);
    expect(isSchemaCommand("drop constraint x")).toBe(true);
    expect(isSchemaCommand("MATCH (n) WHERE n.text = 'create index' RETURN n")).toBe(false);
    expect(isSchemaCommand("CREATE (n:Index)")).toBe(false);
  });
});
