import { describe, expect, it } from "vitest";
import { findDataPages } from "./github-data-pages.ts";

const readme = { owner: "tide-lab", repository: "tide", branch: "dev", path: ["train", "README.md"] };
const pathsIn = (text: string): readonly string[] =>
  findDataPages(readme, text).map(({ path }) => path.join("/"));

describe("findDataPages", () => {
  it("takes pages of the repository whose names speak of data, in order", () => {
    const text = [
      "See [the data](docs/DATA.md) and [its card](../dataset_card.md).",
      "Rows are in [data](./data), with [more](https://github.com/Tide-Lab/tide/blob/dev/corpora/README.md).",
    ].join("\n");

    expect(pathsIn(text)).toEqual(["train/docs/DATA.md", "dataset_card.md", "train/data"]);
  });

  it("reads links in HTML and from the repository's root", () => {
    expect(pathsIn('<a href="/data/README.md">data</a>')).toEqual(["data/README.md"]);
  });

  it.each([
    "[licence](DATA_LICENSE)",
    "[code](data/load.py)",
    "[rows](data/train.jsonl)",
    "[database](docs/database.md)",
    "[metadata](docs/metadata.md)",
    "[elsewhere](https://github.com/other/tide/blob/main/data.md)",
    "[elsewhere](https://example.org/data.md)",
    "[here](#data)",
    "[itself](README.md)",
    "[broken](https://[::1/data.md)",
  ])("leaves out %s", (text) => {
    expect(pathsIn(text)).toEqual([]);
  });

  it("keeps to the branch of the README", () => {
    expect(findDataPages(readme, "[data](data.md)")[0]).toMatchObject({ branch: "dev" });
  });
});
