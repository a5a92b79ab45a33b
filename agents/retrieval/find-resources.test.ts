import { describe, expect, it } from "vitest";
import { DatasetId } from "../../schema/ids.ts";
import { parseStructure } from "../document/parse-structure.ts";
import { describing, findResources } from "./find-resources.ts";
import { resourceKey } from "./to-resource.ts";

const ranked = (card: string, tags: readonly string[] = [], target = "acme/rivers-qa") =>
  findResources({ target: DatasetId.parse(target), structure: parseStructure(card, "card"), tags });
const read = (card: string, tags: readonly string[] = []): string[] =>
  describing(ranked(card, tags)).map(resourceKey);

const HEADER = `# Rivers QA

- **Homepage:** https://rivers.acme.example/
- **Repository:** https://github.com/acme/rivers
- **Paper:** [Questions about rivers](https://arxiv.org/abs/2401.00001v2)
`;

describe("findResources", () => {
  it("reads what the card's own header names as its page, code and paper", () => {
    expect(read(HEADER).toSorted()).toEqual([
      "blog https://rivers.acme.example",
      "github https://github.com/acme/rivers",
      "paper 2401.00001",
    ]);
  });

  it("only cites what a sentence names as a source, a tool or a benchmark", () => {
    const card = `# Rivers QA

Rows were taken from [Old Lakes](https://github.com/other/lakes), generated with [a pipeline](https://github.com/tools/pipeline),
and models trained on it are evaluated on [an exam](https://arxiv.org/abs/2402.00002).

## Source data

See https://github.com/third/ponds and [its paper](https://arxiv.org/abs/2403.00003).`;

    expect(read(card)).toEqual([]);
    expect(ranked(card).map(({ role }) => role)).toEqual(ranked(card).map(() => "cited"));
    expect(ranked(card)).toHaveLength(5);
  });

  it("takes a badge near the top for the dataset's own", () => {
    const card =
      "# Rivers QA\n\n[![arXiv](https://img.shields.io/badge/arXiv-2401.00001-red)](https://arxiv.org/abs/2401.00001)";

    expect(read(card)).toEqual(["paper 2401.00001"]);
  });

  it("does not take another work's paper for its own because its label says paper", () => {
    const card = `# Rivers QA\n\nInspired by the [Lakes paper](https://arxiv.org/abs/2301.00009) and the [Ponds paper](https://arxiv.org/abs/2301.00008).`;

    expect(read(card)).toEqual([]);
  });

  it("looks for the paper of the card's own citation by its title when no id is known", () => {
    const card = `# Rivers QA

## Citation

\`\`\`bibtex
@article{acme2024rivers,
  title={Rivers {QA}: A Thousand Questions},
  year={2024}
}
@article{other2020,
  title={A Paper On Something Else Altogether},
}
\`\`\``;

    expect(describing(ranked(card))).toEqual([
      { kind: "paper-title", title: "Rivers QA: A Thousand Questions" },
    ]);
  });

  it("needs no title search when the citation gives the id", () => {
    const card =
      "## Citation\n\n```\n@misc{acme2024rivers, title={Rivers QA: A Thousand Questions}, eprint={2401.00001} }\n```";

    expect(read(card)).toEqual(["paper 2401.00001"]);
  });

  it("does not believe the Hub's arXiv tags alone, which are made of every link", () => {
    const tags = ["arxiv:2402.00002", "arxiv:2403.00003"];

    expect(read("# Rivers QA", tags)).toEqual([]);
    expect(ranked("# Rivers QA", tags)).toHaveLength(2);
  });

  it("reads at most three of a kind, the strongest first", () => {
    const links = [1, 2, 3, 4, 5]
      .map((number) => `- **Paper:** https://arxiv.org/abs/2401.0000${number}`)
      .join("\n");

    expect(read(`# Rivers QA\n\n${links}`)).toHaveLength(3);
  });

  it("gives the same order every time", () => {
    const links = [1, 2, 3, 4, 5]
      .map((number) => `Paper: https://arxiv.org/abs/2401.0000${number}`)
      .join("\n\n");

    expect(read(links)).toEqual(read(links));
    expect(read(links)[0]).toBe("paper 2401.00001");
  });

  it.each([
    "https://github.com/huggingface/datasets/blob/master/CONTRIBUTING.md",
    "https://huggingface.co/acme/a-model",
    "https://huggingface.co/spaces/acme/demo",
    "https://img.shields.io/badge/a-b-red",
    "https://example.org/picture.png",
    "https://example.org/data.jsonl",
    "https://https//huggingface.co/x",
    "https://user:secret@example.org/",
    "file:///etc/passwd",
    "gopher://example.org/",
    "mailto:a@example.org",
  ])("finds no resource behind %s", (url) => {
    expect(ranked(`# Rivers QA\n\n- **Paper:** [paper](${url})`)).toEqual([]);
  });
});
