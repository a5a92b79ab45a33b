import { describe, expect, it } from "vitest";
import { readBibtex } from "./read-bibtex.ts";

describe("readBibtex", () => {
  it("reads titles with nested braces, LaTeX and line breaks, in the order of the text", () => {
    const text = `@article{one, title = {{\\"U}ber {R}ivers
      and \\textbf{Lakes}}, year=2020}
@inproceedings(two, title = "A quoted title of some length", journal={arXiv preprint arXiv:2401.00001})`;

    expect(readBibtex(text).map(({ key, title, arxivId }) => [key, title, arxivId])).toEqual([
      ["one", '"Uber Rivers and Lakes', undefined],
      ["two", "A quoted title of some length", "2401.00001"],
    ]);
  });

  it.each(["eprint={2401.00001}", 'eprint = "2401.00001"', "url={https://arxiv.org/abs/2401.00001}"])(
    "finds the arXiv id in %s",
    (field) => {
      expect(readBibtex(`@misc{a, title={Some long enough title}, ${field}}`)[0]?.arxivId).toBe("2401.00001");
    },
  );

  it("leaves out titles that are too short to find one paper by", () => {
    expect(readBibtex("@misc{a, title={Rivers}}")[0]?.title).toBeUndefined();
  });

  it("reads an entry that is never closed up to the next blank line", () => {
    expect(readBibtex("@misc{a, title={Some long enough title},\n\nprose {")[0]?.title).toBe(
      "Some long enough title",
    );
  });

  it("finds nothing in a hostile text, before the test's time-out", () => {
    expect(readBibtex(`${"@a{".repeat(20_000)}${"{".repeat(20_000)}`)).toEqual([]);
  });
});
