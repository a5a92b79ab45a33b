import { expect, it } from "vitest";
import { parseRoots } from "./parse-roots.ts";

it("takes ids and Hub addresses, a line or a comma apart, each once", () => {
  const text =
    "openai/gsm8k, https://huggingface.co/datasets/a/b/tree/main\n\nopenai/gsm8k\nhf.co/datasets/c/d";

  expect(parseRoots(text)).toEqual({ ids: ["openai/gsm8k", "a/b", "c/d"], faults: [] });
});

it("names what is no id, and keeps the rest", () => {
  expect(parseRoots("a/b\nno such thing\nhttps://huggingface.co/openai/gpt2")).toEqual({
    ids: ["a/b"],
    faults: ["no such thing", "https://huggingface.co/openai/gpt2"],
  });
});
