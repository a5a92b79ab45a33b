import { END, Send } from "@langchain/langgraph";
import { describe, expect, it } from "vitest";
import { idOf, shaOf } from "./testing/scripted-world.ts";
import { afterAggregate, afterList, afterRetrieve, afterValidate } from "./route.ts";
import type { VisitStateValue } from "./state.ts";

const aState = (fields: Partial<VisitStateValue> = {}): VisitStateValue => ({
  dataset: idOf("acme/rivers"),
  outcome: undefined,
  resources: [],
  documents: {},
  traced: {},
  halted: false,
  ...fields,
});
const GITHUB = { kind: "github" as const, url: "https://github.com/acme/rivers" };
const CARD = shaOf("card");

describe("the routers", () => {
  it("lead a dataset that is there to its card, and any other to its commit", () => {
    expect(afterValidate(aState())).toBe("retrieve");
    expect(afterValidate(aState({ outcome: "not-found" }))).toBe("commit");
    expect(afterValidate(aState({ outcome: "skipped" }))).toBe("commit");
  });

  it("send one reader per resource", () => {
    expect(afterRetrieve(aState({ resources: [GITHUB] }))).toEqual([
      new Send("read-resource", { resource: GITHUB }),
    ]);
    expect(afterRetrieve(aState({ resources: [GITHUB], outcome: "skipped" }))).toBe("commit");
  });

  it("send one tracer per document", () => {
    expect(afterList(aState({ documents: { [CARD]: { kind: "card" } } }))).toEqual([
      new Send("trace-document", { document: CARD }),
    ]);
  });

  it("never give an empty list, which would end the run before its commit", () => {
    expect(afterRetrieve(aState())).toBe("list-documents");
    expect(afterList(aState())).toBe("aggregate");
  });

  it("write nothing of a halted visit", () => {
    expect(afterAggregate(aState({ halted: true }))).toBe(END);
    expect(afterAggregate(aState())).toBe("commit");
  });
});
