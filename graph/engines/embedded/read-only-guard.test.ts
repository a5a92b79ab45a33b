import { describe, expect, it } from "vitest";
import { refuseWritingPlan } from "./read-only-guard.ts";

const refused = expect.objectContaining({ code: "QUERY_NOT_READ_ONLY" });
const thrownBy = (act: () => void): unknown => {
  try {
    act();
    return undefined;
  } catch (error) {
    return error;
  }
};

describe("a plan", () => {
  it("passes when all its operators only read", () => {
    const plan = `Limit (3)
  Sort (b.id ASC)
    Return DISTINCT (b)
      Expand (a)->[:R*1..]->(b) [reachability: once]
        Apply
          NodeScan (a:*)
          Discriminant(51)
`;

    expect(thrownBy(() => refuseWritingPlan(plan))).toBeUndefined();
  });

  it.each([
    "Create (a:Note)",
    "Merge (a)",
    "SetProperty (a.x)",
    "AddLabel (a:Foo)",
    "DeleteNode (n)",
    "LoadCsv ('x' AS l)",
    "Discriminant(52)",
    "SomethingNew (x)",
    "CallProcedure (grafeo.import)",
    "CallProcedure ()",
  ])("is refused when it holds %s, however deep", (operator) => {
    expect(thrownBy(() => refuseWritingPlan(`Return (x)\n  Filter (x Gt 1)\n      ${operator}\n`))).toEqual(
      refused,
    );
  });

  it("may call what lists labels", () => {
    expect(
      thrownBy(() => refuseWritingPlan("Return (label)\n  CallProcedure (db.labels)\n")),
    ).toBeUndefined();
  });
});
