import { describe, expect, it } from "vitest";
import type { SavedParameter } from "../../../../schema/cypher.ts";
import { findFaults, parameterNames, toCommandLine, toSavedValue, toValue } from "./query-parameters.ts";

const aParameter = (more: Partial<SavedParameter>): SavedParameter => ({
  name: "limit",
  type: "integer",
  description: "rows at most",
  example: 1,
  ...more,
});

describe("parameters of a text", () => {
  it("are what stands after a dollar sign, each once, and not in strings", () => {
    expect(parameterNames("MATCH (d {id: $id}) WHERE d.x = $`a b` OR d.y = '$no' RETURN $id // $no")).toEqual(
      ["id", "a b"],
    );
  });

  it("are JSON where they are JSON, else text", () => {
    expect(toValue("5")).toBe(5);
    expect(toValue('["a"]')).toEqual(["a"]);
    expect(toValue("openai/gsm8k")).toBe("openai/gsm8k");
  });

  it("stay text where a saved query wants an id", () => {
    expect(toSavedValue("123", aParameter({ type: "dataset" }))).toBe("123");
    expect(toSavedValue("123", aParameter({ type: "integer" }))).toBe(123);
  });
});

describe("faults before a saved query runs", () => {
  it("are a missing id and a number that is none", () => {
    const parameters = [aParameter({ name: "dataset", type: "dataset" }), aParameter({ default: 5 })];

    expect(findFaults(parameters, { limit: "1.5" })).toEqual([
      { name: "dataset", kind: "missing" },
      { name: "limit", kind: "integer" },
    ]);
  });

  it("are none where the default stands in", () => {
    expect(findFaults([aParameter({ default: 5 })], {})).toEqual([]);
  });
});

describe("the command line of a question", () => {
  it("quotes what a shell would read otherwise", () => {
    expect(toCommandLine({ text: "RETURN 'it'", parameters: { name: "a b" } })).toBe(
      String.raw`stemma query 'RETURN '\''it'\''' --param 'name=a b'`,
    );
  });

  it("names a saved query instead of its text", () => {
    const command = toCommandLine({ text: "x", saved: "hubs", parameters: { limit: "5", empty: "" } });

    expect(command).toBe("stemma query --saved hubs --param limit=5");
  });
});
