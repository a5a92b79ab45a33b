import { describe, expect, it } from "vitest";
import { aDataset } from "../test-data.ts";
import { toTraceableId } from "./dataset-text.ts";
import { createSearch, type SearchOption, toOptions } from "./search.ts";

describe("what can be traced", () => {
  it.each([
    ["an-owner/a-set", "an-owner/a-set"],
    ["  an-owner/a-set ", "an-owner/a-set"],
    ["https://huggingface.co/datasets/an-owner/a-set", "an-owner/a-set"],
    ["huggingface.co/datasets/an-owner/a-set/tree/main/data", "an-owner/a-set"],
    ["https://hf.co/datasets/an-owner/a-set?row=3", "an-owner/a-set"],
  ])("reads %s", (text, id) => {
    expect(toTraceableId(text)).toBe(id);
  });

  it.each(["", "word", "two words", "https://example.org/a/b", "an-owner/../a", "name:word", "a/b/c"])(
    "reads no id in %s",
    (text) => {
      expect(toTraceableId(text)).toBeUndefined();
    },
  );
});

describe("the search", () => {
  it("offers to trace an id that the graph does not have", () => {
    expect(toOptions("a/new", [aDataset("a/newer")])).toEqual([
      { kind: "dataset", dataset: aDataset("a/newer") },
      { kind: "trace", id: "a/new" },
    ]);
  });

  it("offers no trace of what was found, in whatever case it was typed", () => {
    expect(toOptions("A/One", [aDataset("a/one")])).toEqual([
      { kind: "dataset", dataset: aDataset("a/one") },
    ]);
  });

  it("asks once typing pauses, and moves around the ends of the list", async () => {
    const asked: string[] = [];
    let pause: (() => void) | undefined;
    const search = createSearch({
      api: {
        search: (text) => {
          asked.push(text);
          return Promise.resolve({ items: [aDataset("a/one"), aDataset("a/two")] });
        },
      },
      after: (_delayMs, action) => {
        pause = action;
        return () => {
          pause = undefined;
        };
      },
    });
    search.type("o");
    search.type("one");
    pause?.();
    await new Promise((resolve) => void setTimeout(resolve, 0));
    search.move(-1);

    expect(asked).toEqual(["one"]);
    expect(search.active.value).toBe(1);
  });
});

const aSearch = () => {
  let answer: ((ids: readonly string[]) => void) | undefined;
  let pause: (() => void) | undefined;
  const search = createSearch({
    api: {
      search: () =>
        new Promise((done) => {
          answer = (ids) => done({ items: ids.map((id) => aDataset(id)) });
        }),
    },
    after: (_delayMs, action) => {
      pause = action;
      return () => undefined;
    },
  });
  const find = async (text: string, ids: readonly string[]) => {
    search.type(text);
    pause?.();
    answer?.(ids);
    await new Promise((resolve) => void setTimeout(resolve, 0));
  };
  return { search, find, pause: () => pause?.(), answer: (ids: readonly string[]) => answer?.(ids) };
};
const idOf = (option: SearchOption) => (option.kind === "dataset" ? option.dataset.id : option.id);

describe("choosing while a search is under way", () => {
  it("waits for the datasets of what was typed, and does not open what stood there before", async () => {
    const { search, find, pause, answer } = aSearch();
    await find("old", ["a/old"]);
    const chosen: string[] = [];

    search.type("new");
    search.choose((option) => chosen.push(idOf(option)));
    expect(search.options.value.map(idOf)).toEqual(["a/old"]);
    pause();
    answer(["a/new"]);
    await new Promise((resolve) => void setTimeout(resolve, 0));

    expect(chosen).toEqual(["a/new"]);
  });

  it("is off with the next letter", async () => {
    const { search, find } = aSearch();
    const chosen: string[] = [];
    search.type("ne");
    search.choose((option) => chosen.push(idOf(option)));

    await find("new", ["a/new"]);

    expect(chosen).toEqual([]);
  });
});
