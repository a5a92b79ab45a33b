import { describe, expect, it } from "vitest";
import { toPublishedId } from "./published-source-id.ts";

describe("the id of a published name", () => {
  it.each([
    ["acme/set", true, "acme/set"],
    ["acme/set", false, "acme/set"],
    ["oldset", true, "oldset"],
    ["oldset", false, "name:oldset"],
    ["An Old Corpus (Doe et al., 2020)", false, "name:an-old-corpus-doe-et-al-2020"],
    ["https://huggingface.co/datasets/acme/set", true, "acme/set"],
    ["https://github.com/acme/data.git", false, "github:acme/data"],
    ["https://www.kaggle.com/datasets/acme/quiz", false, "kaggle:acme/quiz"],
    ["acme/quiz (Kaggle)", false, "kaggle:acme/quiz"],
    ["https://arxiv.org/abs/2401.00001", false, "paper:2401.00001"],
    ["https://data.example.org/sets/12/", false, "website:data.example.org/sets/12"],
    ["questions.example.org", false, "website:questions.example.org"],
    ["A News Site (news.example.org)", false, "website:news.example.org"],
    ["baseline-1.0", false, "name:baseline-1-0"],
  ])("reads %s (on the Hub: %s) as %s", (text, isOnHub, id) => {
    expect(toPublishedId(text, isOnHub)).toBe(id);
  });
});
