import { describe, expect, it } from "vitest";
import { nameOfId, readableId } from "./name-of-id.ts";

describe("the name in an id", () => {
  it.each([
    ["acme/mix", "mix", "acme/mix"],
    ["squad", "squad", "squad"],
    ["github:acme/mix", "mix", "acme/mix"],
    ["kaggle:acme/mix", "mix", "acme/mix"],
    ["name:common-crawl", "common-crawl", "common-crawl"],
    ["name:and/or", "and/or", "and/or"],
    ["website:example.org/a/b", "example.org/a/b", "example.org/a/b"],
    ["paper:2401.00001", "2401.00001", "2401.00001"],
    ["name:__proto__", "__proto__", "__proto__"],
    ["a text: of no dataset", "a text: of no dataset", "a text: of no dataset"],
  ])("of %s is %s", (id, name, readable) => {
    expect(nameOfId(id)).toBe(name);
    expect(readableId(id)).toBe(readable);
  });
});
