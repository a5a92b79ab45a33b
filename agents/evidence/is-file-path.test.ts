import { expect, it } from "vitest";
import { isFilePath } from "./is-file-path.ts";

it.each(["figures/overview.png", "data/test.jsonl", "maths/data/TEST.JSONL", "docs/README.md"])(
  "%s is the path of a file",
  (name) => expect(isFilePath(name)).toBe(true),
);

it.each(["acme/rivers", "acme/rivers-v1.5", "rivers.jsonl", "acme/node.js-questions"])("%s is none", (name) =>
  expect(isFilePath(name)).toBe(false),
);
