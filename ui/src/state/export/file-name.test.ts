import { expect, it } from "vitest";
import { toFileName } from "./file-name.ts";

it.each([
  ["openai/gsm8k", "svg", "stemma-openai-gsm8k.svg"],
  ["openai/gsm8k", "nodes.csv", "stemma-openai-gsm8k-nodes.csv"],
  ["website:example.org/a?b=c", "gexf", "stemma-website-example.org-a-b-c.gexf"],
  ["../../etc/passwd", "json", "stemma-etc-passwd.json"],
  ["name:数据", "bib", "stemma-name-数据.bib"],
  [undefined, "png", "stemma-graph.png"],
])("a file of %s that ends in %s is called %s", (subject, ending, name) => {
  expect(toFileName(subject, ending)).toBe(name);
});
