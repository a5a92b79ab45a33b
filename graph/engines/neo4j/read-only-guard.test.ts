import type { Plan, ResultSummary } from "neo4j-driver";
import { describe, expect, it } from "vitest";
import { refusePluginFunctions, refuseUnlessReading } from "./read-only-guard.ts";

const refused = expect.objectContaining({ code: "QUERY_NOT_READ_ONLY" });
const thrownBy = (act: () => void): unknown => {
  try {
    act();
    return undefined;
  } catch (error) {
    return error;
  }
};

const aPlan = (operatorType: string, details = "", children: readonly Plan[] = []): Plan => ({
  operatorType: `${operatorType}@neo4j`,
  identifiers: [],
  arguments: { Details: details },
  children: [...children],
});
const check = (plan: Plan, queryType = "r"): unknown =>
  thrownBy(() => refuseUnlessReading({ queryType, plan } as unknown as ResultSummary));

describe("a plan of Neo4j", () => {
  it.each([
    "NodeByLabelScan",
    "NodeUniqueIndexSeek",
    "DirectedRelationshipTypeScan",
    "UndirectedRelationshipIndexSeekByRange",
    "RelationshipCountFromCountStore",
    "VarLengthExpand(Pruning,BFS,All)",
    "Repeat(Trail)",
    "Expand(Into)",
  ])("passes with %s", (operator) => {
    expect(check(aPlan("ProduceResults", "n", [aPlan(operator)]))).toBeUndefined();
  });

  it.each([
    "LoadCSV",
    "TerminateTransactions",
    "ShowTransactions",
    "ShowSettings",
    "TransactionForeach",
    "Create",
    "Merge",
    "SetProperty",
    "SomethingNew",
  ])("is refused with %s, however deep", (operator) => {
    expect(check(aPlan("ProduceResults", "", [aPlan("Filter", "", [aPlan(operator)])]))).toEqual(refused);
  });

  it.each(["w", "rw", "s"])("is refused when the server calls it %s", (queryType) => {
    expect(check(aPlan("ProduceResults"), queryType)).toEqual(refused);
  });

  it("may call procedures that list labels, and no other", () => {
    expect(check(aPlan("ProcedureCall", "db.labels() :: (label :: STRING)"))).toBeUndefined();
    expect(check(aPlan("ProcedureCall", "apoc.load.json($url) :: (value :: MAP)"))).toEqual(refused);
    expect(check(aPlan("ProcedureCall", "db.labels.more() :: (label)"))).toEqual(refused);
  });
});

describe("a function that a plugin brought", () => {
  it.each([
    "RETURN apoc.cypher.runFirstColumnSingle('LOAD CSV', {}) AS x",
    "RETURN `apoc` . cypher./* here */`runFirstColumnSingle` ('', {}) AS x",
    "RETURN \\u0061poc.cypher.runFirstColumnSingle('', {}) AS x",
  ])("is refused in %s", (cypher) => {
    expect(thrownBy(() => refusePluginFunctions(cypher, ["apoc.cypher.runFirstColumnSingle"]))).toEqual(
      refused,
    );
  });

  it("is not seen where the server's own are called", () => {
    expect(
      thrownBy(() => refusePluginFunctions("RETURN date.truncate('day', date())", ["apoc.text.join"])),
    ).toBeUndefined();
  });
});
