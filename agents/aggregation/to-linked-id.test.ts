import { describe, expect, it } from "vitest";
import { toLinkedId } from "./to-linked-id.ts";

describe("toLinkedId", () => {
  it.each([
    ["https://huggingface.co/datasets/acme/rivers", "acme/rivers"],
    ["https://hf.co/datasets/acme/rivers/tree/main/data", "acme/rivers"],
    ["https://huggingface.co/datasets/squad/viewer", "squad"],
    ["https://github.com/Acme/Rivers.git", "github:acme/rivers"],
    ["https://raw.githubusercontent.com/acme/rivers/main/a.json", "github:acme/rivers"],
    ["https://www.kaggle.com/datasets/acme/rivers?select=a", "kaggle:acme/rivers"],
    ["https://www.kaggle.com/c/titanic", "kaggle:titanic"],
    ["http://www.example.org/", "website:example.org"],
    ["https://example.org/data/rivers/#top", "website:example.org/data/rivers"],
  ])("reads %s as %s", (link, id) => {
    expect(toLinkedId(link)).toBe(id);
  });

  it.each([
    "https://huggingface.co/acme/a-model",
    "https://huggingface.co/datasets",
    "https://huggingface.co/datasets/viewer/?dataset=squad",
    "https://arxiv.org/abs/2401.00001",
    "https://github.com/acme",
    "mailto:rivers@example.org",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "not a link",
    "https://example.org/a b\u0000",
  ])("reads no dataset out of %s", (link) => {
    const id = toLinkedId(link);
    expect(id === undefined || id.startsWith("website:example.org/a%20b")).toBe(true);
  });
});
