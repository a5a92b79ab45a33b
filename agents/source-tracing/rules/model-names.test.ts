import { describe, expect, it } from "vitest";
import { findModelNames } from "./model-names.ts";

const namesIn = (text: string): readonly string[] => findModelNames(text).map(({ name }) => name);

describe("findModelNames", () => {
  it.each([
    [
      "GPT-4o-mini, gpt-3.5-turbo-0125 and text-davinci-003",
      ["GPT-4o-mini", "gpt-3.5-turbo-0125", "text-davinci-003"],
    ],
    ["Claude 3.5 Sonnet or Gemini 2.5 Pro", ["Claude 3.5 Sonnet", "Gemini 2.5 Pro"]],
    ["Llama 3.1 70B Instruct", ["Llama 3.1 70B Instruct"]],
    [
      "DeepSeek-R1-Distill-Qwen-32B; QwQ-32B; R1; o3-mini",
      ["DeepSeek-R1-Distill-Qwen-32B", "QwQ-32B", "R1", "o3-mini"],
    ],
    ["Mixtral 8x7B", ["Mixtral 8x7B"]],
    ["Phi-3-mini and Yi-34B-Chat", ["Phi-3-mini", "Yi-34B-Chat"]],
    ["Google Translate API", ["Google Translate API"]],
    ["使用gpt-4生成", ["gpt-4"]],
    ["Gneiss-13B-chat", ["Gneiss-13B-chat"]],
    ["our own GneissScore model", ["GneissScore"]],
  ])("finds the names in %s", (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  it.each([
    "GPT4All and bertie",
    "alpaca-gpt4",
    "gpt4_response",
    "WizardLM_evol_instruct_70k",
    "LLaVA-Instruct-150K",
    "an alpaca, a falcon, a dolphin and phi",
    "llama.cpp",
    "LLaMA-Factory",
    "14B parameters, 7B",
  ])("finds none in %s", (text) => {
    expect(namesIn(text)).toEqual([]);
  });

  it("tells owner and name from a pair of names", () => {
    expect(findModelNames("Qwen/Qwen2.5-7B-Instruct")[0]).toMatchObject({
      hubId: "Qwen/Qwen2.5-7B-Instruct",
    });
    expect(findModelNames("Claude/GPT-4").map(({ hubId }) => hubId)).toEqual([undefined, undefined]);
  });

  it("takes what follows by a hyphen as a remark", () => {
    expect(findModelNames("GPT-4-generated")[0]).toMatchObject({ name: "GPT-4", suffix: "generated" });
  });

  it("gives offsets of the text", () => {
    const text = "made with GPT-4 Turbo today";

    for (const { name, start, end } of findModelNames(text)) expect(text.slice(start, end)).toBe(name);
  });
});
