import { describe, expect, it } from "vitest";
import { never } from "./testing/never.ts";
import { createScriptedUpstream } from "./testing/scripted-upstream.ts";
import { createTestSources } from "./testing/test-sources.ts";

const JSON_TYPE = { "content-type": "application/json; charset=utf-8" };
const read = async (url: string, script: Readonly<Record<string, object>>) => {
  const { sources, upstream } = await createTestSources({ config: { githubToken: "secret" } });
  for (const [path, reply] of Object.entries(script)) upstream.script(path, reply);
  const lookup = await sources.resources.read({ kind: "github", url }, never);
  const texts = lookup.kind === "found" ? lookup.value.map(({ text }) => text) : lookup.kind;
  return { lookup, texts, upstream };
};

describe("a GitHub address", () => {
  it("stands for the README of the default branch", async () => {
    const { lookup, upstream } = await read("https://github.com/tide-lab/tide", {
      "/raw/tide-lab/tide/HEAD/README.md": { body: "# Tide", headers: { etag: '"abc"' } },
    });

    expect(lookup).toMatchObject({
      kind: "found",
      value: [
        {
          text: "# Tide",
          document: {
            kind: "github",
            url: "https://github.com/tide-lab/tide/blob/HEAD/README.md",
            title: "tide-lab/tide: README.md",
            revision: "abc",
          },
        },
      ],
    });
    expect(upstream.paths()).toEqual(["/raw/tide-lab/tide/HEAD/README.md"]);
  });

  it("stands for the README of its branch and folder", async () => {
    const { texts } = await read("https://github.com/tide-lab/tide/tree/dev/math", {
      "/raw/tide-lab/tide/HEAD/README.md": { body: "default" },
      "/raw/tide-lab/tide/dev/README.md": { body: "branch" },
      "/raw/tide-lab/tide/dev/math/README.md": { body: "folder" },
    });

    expect(texts).toEqual(["folder"]);
  });

  it("stands for the nearest README above a file that is no text", async () => {
    const { texts } = await read("https://github.com/tide-lab/tide/blob/dev/math/src/make.py", {
      "/raw/tide-lab/tide/dev/README.md": { body: "root" },
      "/raw/tide-lab/tide/dev/math/README.md": { body: "math" },
    });

    expect(texts).toEqual(["math"]);
  });

  it("stands for the very page when it names one", async () => {
    const { texts } = await read("https://github.com/tide-lab/tide/blob/dev/docs/recipe.md", {
      "/raw/tide-lab/tide/dev/docs/recipe.md": { body: "recipe" },
    });

    expect(texts).toEqual(["recipe"]);
  });

  it("is read on the default branch when its own is gone", async () => {
    const { texts } = await read("https://github.com/tide-lab/tide/tree/master", {
      "/raw/tide-lab/tide/HEAD/README.md": { body: "main" },
    });

    expect(texts).toEqual(["main"]);
  });

  it("finds a README in any spelling by asking the API", async () => {
    const answer = {
      path: "ReadMe.Markdown",
      download_url: "https://raw.githubusercontent.com/tide-lab/tide-2/main/x",
    };
    const { texts } = await read("https://github.com/tide-lab/tide", {
      "/api/repos/tide-lab/tide/readme": { body: JSON.stringify(answer), headers: JSON_TYPE },
      "/raw/tide-lab/tide-2/HEAD/ReadMe.Markdown": { body: "found" },
    });

    expect(texts).toEqual(["found"]);
  });

  it("finds a README by guessing when the API's hour is used up", async () => {
    const api = await createScriptedUpstream();
    const spent = { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1900000000" };
    api.script("/repos/tide-lab/tide/readme", { status: 403, headers: spent });
    const { sources, upstream } = await createTestSources({ config: { githubApiUrl: api.origin } });
    upstream.script("/raw/tide-lab/tide/HEAD/Readme.md", { body: "small" });

    const lookup = await sources.resources.read(
      { kind: "github", url: "https://github.com/tide-lab/tide" },
      never,
    );
    await api.close();

    expect(lookup).toMatchObject({ kind: "found", value: [{ text: "small" }] });
  });

  it("brings the data pages that its README links to, without those that are not there", async () => {
    const { texts } = await read("https://github.com/tide-lab/tide", {
      "/raw/tide-lab/tide/HEAD/README.md": { body: "[a](docs/data.md) [b](dataset/gone.md) [c](data)" },
      "/raw/tide-lab/tide/HEAD/docs/data.md": { body: "data page" },
      "/raw/tide-lab/tide/HEAD/data/README.md": { body: "data folder" },
    });

    expect(texts).toEqual(["[a](docs/data.md) [b](dataset/gone.md) [c](data)", "data page", "data folder"]);
  });

  it("tells of a data page that could not be looked at beside what was read", async () => {
    const { lookup } = await read("https://github.com/tide-lab/tide", {
      "/raw/tide-lab/tide/HEAD/README.md": { body: "[a](docs/data.md)" },
      "/raw/tide-lab/tide/HEAD/docs/data.md": { status: 503 },
    });

    expect(lookup).toMatchObject({
      kind: "found",
      value: [{ text: "[a](docs/data.md)" }],
      unread: [{ url: "https://github.com/tide-lab/tide/blob/HEAD/docs/data.md", kind: "unreachable" }],
    });
  });

  it("is not found when the repository is not there", async () => {
    const { texts, upstream } = await read("https://github.com/tide-lab/gone", {});

    expect(texts).toBe("not-found");
    expect(upstream.paths()).toEqual([
      "/raw/tide-lab/gone/HEAD/README.md",
      "/api/repos/tide-lab/gone/readme",
    ]);
  });

  it("is unreachable, not absent, when GitHub is down", async () => {
    const { texts } = await read("https://github.com/tide-lab/tide", {
      "/raw/tide-lab/tide/HEAD/README.md": { status: 503 },
    });

    expect(texts).toBe("unreachable");
  });

  it("is no page when GitHub answers with HTML", async () => {
    const { texts } = await read("https://github.com/tide-lab/tide", {
      "/raw/tide-lab/tide/HEAD/README.md": { body: "<html>", headers: { "content-type": "text/html" } },
    });

    expect(texts).toBe("unreachable");
  });

  it("is read with GitHub's token, and through a link that calls it a blog", async () => {
    const { sources, upstream } = await createTestSources({ config: { githubToken: "secret" } });
    upstream.script("/raw/tide-lab/tide/HEAD/README.md", { body: "# Tide" });

    const lookup = await sources.resources.read(
      { kind: "blog", url: "https://github.com/tide-lab/tide" },
      never,
    );

    expect(lookup.kind).toBe("found");
    expect(upstream.seen[0]?.headers.authorization).toBe("Bearer secret");
  });
});
