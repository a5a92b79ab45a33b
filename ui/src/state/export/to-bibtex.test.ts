import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aDataset, aSha256 } from "../../test-data.ts";
import { type Citation, toCitation } from "./citation.ts";
import { toBibtex, toLatex } from "./to-bibtex.ts";
import { toCitationText } from "./to-citation-text.ts";

interface Entry {
  readonly key: string;
  readonly fields: ReadonlyMap<string, string>;
}

/** A plain reader of BibTeX: entries, keys, fields in braces that balance, or a macro. Throws where it does not understand. */
const readBibtex = (text: string): readonly Entry[] => {
  let at = 0;
  const take = (pattern: RegExp): string => {
    const found = new RegExp(pattern.source, `${pattern.flags}y`);
    found.lastIndex = at;
    const match = found.exec(text);
    if (match === null) throw new Error(`expected ${pattern} at ${JSON.stringify(text.slice(at, at + 40))}`);
    at = found.lastIndex;
    return match[1] ?? match[0];
  };
  const takeBraced = (): string => {
    const start = at;
    let depth = 0;
    do {
      const character = text[at] ?? "";
      if (character === "") throw new Error("a brace is never closed");
      if (character === "\\") at += 1;
      else if (character === "{") depth += 1;
      else if (character === "}") depth -= 1;
      at += 1;
    } while (depth > 0);
    return text.slice(start + 1, at - 1);
  };
  const entries: Entry[] = [];
  while (at < text.length) {
    const key = take(/@misc\{([^\s"#'(),={}%~\\]+),\n/);
    const fields = new Map<string, string>();
    while (text[at] !== "}") {
      const name = take(/ {2}([a-z]+) = /);
      fields.set(name, text[at] === "{" ? takeBraced() : take(/[a-z]{3}/));
      take(/,\n/);
    }
    take(/\}\n\n?/);
    entries.push({ key, fields });
  }
  return entries;
};

const field = (citations: readonly Citation[], name: string): string | undefined =>
  readBibtex(toBibtex(citations))[0]?.fields.get(name);

describe("a dataset of the Hub", () => {
  const dataset = aDataset("acme/maths_mix", {
    owner: "acme",
    createdAt: "2025-03-04T05:06:07.000Z",
    tracedAt: "2026-01-02T03:04:05.000Z",
    licence: "cc-by-4.0",
  });
  const card = {
    sha256: aSha256,
    kind: "card",
    url: "https://hub.example",
    revision: "abc123",
    bytes: 1,
    retrievedAt: "2026-02-03T04:05:06.000Z",
  } as const;

  it("is cited with owner, name, date, address, the day and revision that were read, and licence", () => {
    const [entry] = readBibtex(toBibtex([toCitation(dataset, [card])]));

    expect(entry?.key).toBe("acme/maths_mix");
    expect(Object.fromEntries(entry?.fields ?? [])).toEqual({
      author: "{acme}",
      title: "{maths\\_mix}",
      year: "2025",
      month: "mar",
      howpublished: "Hugging Face Hub",
      url: "https://huggingface.co/datasets/acme/maths_mix",
      urldate: "2026-02-03",
      note: "Dataset, revision abc123, licence cc-by-4.0",
    });
  });

  it("reads as a sentence", () => {
    expect(toCitationText([toCitation(dataset, [card])])).toBe(
      "acme (2025). maths_mix. Hugging Face Hub. https://huggingface.co/datasets/acme/maths_mix (read 2026-02-03, revision abc123, licence cc-by-4.0).\n",
    );
  });

  it("is cited without what nobody knows", () => {
    const entry = toBibtex([toCitation(aDataset("acme/plain"))]);

    expect(entry).not.toMatch(/year|urldate|undefined|author = \{\{\}\}/);
  });
});

describe("a paper", () => {
  const paper = toCitation(
    aDataset("paper:2401.00001", { registry: "paper", name: "A study of 50% & more" }),
  );

  it("has its arXiv id as eprint, and its year from it", () => {
    expect(Object.fromEntries(readBibtex(toBibtex([paper]))[0]?.fields ?? [])).toMatchObject({
      title: "{A study of 50\\% \\& more}",
      eprint: "2401.00001",
      archiveprefix: "arXiv",
      year: "2024",
      url: "https://arxiv.org/abs/2401.00001",
    });
  });

  it("is named with it in the text", () => {
    expect(toCitationText([paper])).toContain("arXiv:2401.00001. https://arxiv.org/abs/2401.00001");
  });
});

const keysOf = (...ids: readonly string[]) =>
  readBibtex(toBibtex(ids.map((id) => ({ id, title: id })))).map(({ key }) => key);

describe("keys", () => {
  it("are the ids where BibTeX takes them", () => {
    expect(keysOf("b/b", "a/a.1-x_y")).toEqual(["a/a.1-x_y", "b/b"]);
  });

  it("are unique, also for a reader that does not tell upper from lower case", () => {
    const keys = keysOf("a/B", "a/b", "name:x y", "name:x-y", "name:多", "name:语");

    expect(new Set(keys.map((key) => key.toLowerCase())).size).toBe(6);
  });

  it("of one id are the same whatever else is listed", () => {
    expect(keysOf("name:多", "a/z")).toContain(keysOf("name:多")[0]);
  });
});

describe("hostile texts", () => {
  it("never end a field, whatever they hold", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        const citation: Citation = {
          id: "a/b",
          title: text,
          author: text,
          licence: text,
          url: `https://x/${text}`,
        };

        const entries = readBibtex(toBibtex([citation, { id: "c/d", title: "next" }]));

        expect(entries.map(({ key }) => key)).toEqual(["a/b", "c/d"]);
      }),
    );
  });

  it("run no command of LaTeX", () => {
    expect(field([{ id: "a/b", title: "\\input{/etc/passwd} $x^2$ ~" }], "title")).toBe(
      "{\\textbackslash{}input\\{/etc/passwd\\} \\$x\\textasciicircum{}2\\$ \\textasciitilde{}}",
    );
  });

  it("keep their letters and lose what only misleads", () => {
    expect(toLatex("数据\u202Eexe.\u0000csv é")).toBe("数据exe.csv é");
  });
});
