import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block } from "./document-structure.ts";
import { parseStructure } from "./parse-structure.ts";

const kindsAndTexts = (text: string): readonly string[] =>
  parseStructure(text).blocks.map(
    (block) => `${block.kind}: ${text.slice(block.content.start, block.content.end)}`,
  );

const blockOf = (text: string, kind: Block["kind"]): Block => {
  const found = parseStructure(text).blocks.find((block) => block.kind === kind);
  if (found === undefined) throw new Error(`no ${kind} in ${text}`);
  return found;
};

const linksOf = (text: string) =>
  parseStructure(text).links.map((link) => [link.form, link.text, link.url] as const);

const sentencesOf = (text: string) =>
  parseStructure(text).sentences.map((sentence) => text.slice(sentence.start, sentence.end));

describe("front matter", () => {
  it("is read line by line with the path of its keys", () => {
    const text = "---\nlicense: mit\nsource_datasets:\n- extended|quill\n---\n# Quill plus";

    const { frontMatter, bodyStart } = parseStructure(text);

    const item = frontMatter?.lines[2];
    expect(item).toMatchObject({ path: ["source_datasets"], value: "extended|quill" });
    expect(text.slice(item?.start, item?.end)).toBe("- extended|quill");
    expect(text.slice(bodyStart)).toBe("\n# Quill plus");
  });

  it("ends at the first marker even when a heading follows at once and a rule comes later", () => {
    const text = "---\nlicense: mit\n---\n# One\nfirst\n\n---\n\n# Two";

    expect(parseStructure(text).bodyStart).toBe(20);
  });

  it("is not made of a horizontal rule above prose", () => {
    const text = "---\n\nThis set was built by hand: slowly\n\n---\n# More";

    expect(parseStructure(text).frontMatter).toBeUndefined();
  });

  it("is absent when its end is missing", () => {
    expect(parseStructure("---\nlicense: mit\n\n# Title\ntext").frontMatter).toBeUndefined();
  });

  it("stays text when it looks like a serialised object", () => {
    const text = '---\nlc: 1\ntype: constructor\nid: ["langchain", "llms"]\n---\nbody';

    expect(parseStructure(text).frontMatter?.lines.map((line) => line.path.join("."))).toEqual([
      "lc",
      "type",
      "id",
    ]);
  });
});

describe("blocks", () => {
  it("carry the path of the headings above", () => {
    const text = "# Set\n## Sources\n- Alpha\n- Beta\n## Licence\nfree";

    const item = blockOf(text, "list-item");
    const paragraph = blockOf(text, "paragraph");

    expect(item.section).toEqual(["Set", "Sources"]);
    expect(paragraph.section).toEqual(["Set", "Licence"]);
  });

  it("tell list items, code, quotes, rules and paragraphs apart", () => {
    const text = "intro\ngoes on\n\n* one\n  more\n* two\n\n```py\nx = 1\n```\n> said\n\n***\nend";

    expect(kindsAndTexts(text)).toEqual([
      "paragraph: intro\ngoes on",
      "list-item: one\n  more",
      "list-item: two",
      "code: x = 1",
      "quote: > said",
      "rule: ***",
      "paragraph: end",
    ]);
  });

  it("give table rows their cells and header", () => {
    const text = "| Name | Rows |\n|---|--:|\n| Alpha | 10 |\n| Beta \\| B | 20 |";

    const rows = parseStructure(text).blocks.filter((block) => block.kind === "table-row");

    expect(rows.map((row) => row.cells.map((cell) => text.slice(cell.start, cell.end)))).toEqual([
      ["Alpha", "10"],
      ["Beta \\| B", "20"],
    ]);
    expect(rows[1]?.header).toEqual(["Name", "Rows"]);
    expect(rows[0]?.group).toBe(rows[1]?.group);
  });

  it("read HTML tables, lists and headings", () => {
    const text =
      "<h2>Parts</h2>\n<table><tr><th>Name</th></tr><tr><td>Alpha</td></tr></table>\n<ul><li>Beta</li></ul>";

    expect(kindsAndTexts(text)).toEqual([
      "heading: Parts",
      "table-header: <th>Name</th>",
      "table-row: <td>Alpha</td>",
      "list-item: Beta",
    ]);
  });

  it("hide comments and recognise BibTeX with and without a fence", () => {
    const text = "<!-- name the\nsources -->\n@misc{a,\n title={Alpha}\n}\n\n```bibtex\n@misc{b}\n```";

    expect(parseStructure(text).blocks.map((block) => block.kind)).toEqual(["comment", "bibtex", "bibtex"]);
  });

  it("take a first line after a blank for the title, as in cards without front matter", () => {
    const text = " Dataset Card for Quill\n\nProse.";

    expect(blockOf(text, "heading").content).toEqual({ start: 1, end: 23 });
    expect(blockOf(text, "paragraph").section).toEqual(["Dataset Card for Quill"]);
  });

  it("take a bold line for a heading", () => {
    expect(blockOf("**Sources**\n- Alpha", "list-item").section).toEqual(["Sources"]);
  });
});

describe("links", () => {
  it("are found in Markdown, reference, HTML and bare form", () => {
    const text =
      '[Alpha](https://a.example/x_(1) "t"), [Beta][b], <a href="https://c.example">Gamma</a>, see https://d.example/y.\n\n[b]: https://b.example';

    expect(linksOf(text).slice(0, 4)).toEqual([
      ["markdown", "Alpha", "https://a.example/x_(1)"],
      ["reference", "Beta", "https://b.example"],
      ["html", "Gamma", "https://c.example"],
      ["bare", "https://d.example/y", "https://d.example/y"],
    ]);
  });

  it("stop at Chinese punctuation", () => {
    expect(linksOf("数据来自https://a.example/x，以及其他")).toEqual([
      ["bare", "https://a.example/x", "https://a.example/x"],
    ]);
  });

  it("keep the address of a badge inside a link", () => {
    expect(
      linksOf("[![badge](https://i.example/b.svg)](https://a.example)").map(([, , url]) => url),
    ).toContain("https://i.example/b.svg");
  });
});

describe("sentences", () => {
  it("do not end at abbreviations, numbers or initials", () => {
    expect(sentencesOf("Rows of e.g. Alpha v1.5 by J. Doe et al. 2020 are kept. Others are not.")).toEqual([
      "Rows of e.g. Alpha v1.5 by J. Doe et al. 2020 are kept.",
      "Others are not.",
    ]);
  });

  it("end at full-width stops", () => {
    expect(sentencesOf("数据来自甲集。答案由模型生成！")).toEqual(["数据来自甲集。", "答案由模型生成！"]);
  });

  it("go on over a line break", () => {
    expect(sentencesOf("The rows come\nfrom Alpha. Nothing else.")).toHaveLength(2);
  });
});

describe("papers", () => {
  it("get numbered headings as sections, and page marks are comments", () => {
    const text = `<!-- page 1 -->\nA Title\nAbstract\nWe build it.\n2.1 Data Sources\nRows of Alpha.\nReferences\n[1] A. Beta`;

    const { blocks } = parseStructure(text, "paper");

    expect(blocks[0]?.kind).toBe("comment");
    expect(blocks.find((block) => text.slice(block.start).startsWith("Rows"))?.section.at(-1)).toBe(
      "2.1 Data Sources",
    );
    expect(blocks.at(-1)?.section).toEqual(["References"]);
  });
});

describe("hostile input", () => {
  // Quadratic time would take minutes at this size; the limit leaves room for a busy machine.
  const SIZE = 500_000;
  const patterns = [
    "[",
    "[](",
    "<a ",
    '<a href="x',
    "<!--\n",
    "|",
    "| a ",
    "* ",
    "```\n",
    "@misc{\n",
    "www.",
    "https://",
    "(",
    "<p",
    "a. ",
    "#",
    "> ",
    "[x][",
    "x",
    "---\n",
  ];

  it.each(patterns)("is read in linear time: %j", (pattern) => {
    const text = `[r]: https://a.example\n\n${pattern.repeat(SIZE / pattern.length)}`;

    const { blocks } = parseStructure(text);

    // Text of this size that were read in quadratic time would run into the test's own time-out by far.
    expect(blocks.length).toBeGreaterThan(0);
  });
});

it("keeps blocks in order, inside the text and apart, whatever the text", () => {
  const piece = fc.constantFrom(
    "---\n",
    "# a\n",
    "- b\n",
    "| c | d |\n",
    "|--|--|\n",
    "```\n",
    "<tr><td>",
    "</li>",
    "\n",
    "e. F",
    "[g](h)",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }), (pieces) => {
      const text = pieces.join("");
      const { blocks, links, sentences } = parseStructure(text);
      let end = 0;
      for (const block of blocks) {
        expect(block.start).toBeGreaterThanOrEqual(end);
        expect(block.end).toBeGreaterThan(block.start);
        end = block.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
      for (const span of [...links, ...sentences]) {
        const block = blocks[span.block];
        expect(span.start).toBeGreaterThanOrEqual(block?.start ?? Number.NaN);
        expect(span.end).toBeLessThanOrEqual(block?.end ?? Number.NaN);
      }
    }),
  );
});
