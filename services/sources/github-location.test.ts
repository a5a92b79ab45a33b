import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseGithubUrl } from "./github-location.ts";

const root = { owner: "tide-lab", repository: "tide.math", path: [] };

describe("parseGithubUrl", () => {
  it.each([
    ["https://github.com/tide-lab/tide.math", root],
    ["https://github.com/tide-lab/tide.math/", root],
    ["http://www.github.com/tide-lab/tide.math.git", root],
    ["git@github.com:tide-lab/tide.math.git", root],
    ["git+https://github.com/tide-lab/tide.math", root],
    ["ssh://git@github.com/tide-lab/tide.math.git", root],
    ["https://github.com/tide-lab/tide.math/issues/3", root],
    ["https://github.com/tide-lab/tide.math#data", root],
    ["https://github.com/tide-lab/tide.math/tree/HEAD", root],
    ["https://github.com/tide-lab/tide.math/tree/dev", { ...root, branch: "dev" }],
    [
      "https://github.com/tide-lab/tide.math/tree/dev/a/b?tab=readme",
      { ...root, branch: "dev", path: ["a", "b"] },
    ],
    ["https://github.com/tide-lab/tide.math/blob/dev/a%20b.md", { ...root, branch: "dev", path: ["a b.md"] }],
    ["https://github.com/tide-lab/tide.math/tree/refs/heads/dev/a", { ...root, branch: "dev", path: ["a"] }],
    [
      "https://raw.githubusercontent.com/tide-lab/tide.math/dev/a.md",
      { ...root, branch: "dev", path: ["a.md"] },
    ],
    [
      "https://raw.githubusercontent.com/tide-lab/tide.math/refs/heads/dev/a.md",
      { ...root, branch: "dev", path: ["a.md"] },
    ],
  ])("reads %s", (link, expected) => {
    expect(parseGithubUrl(link)).toEqual(expected);
  });

  it.each([
    "https://github.com/",
    "https://github.com/tide-lab",
    "https://github.com/topics/math",
    "https://github.com/orgs/tide-lab/repositories",
    "https://gist.github.com/tide-lab/0123",
    "https://github.com.example.org/tide-lab/tide",
    "https://example.org/github.com/tide-lab/tide",
    "https://github.com/tide-lab/..",
    "file://github.com/tide-lab/tide",
    "github.com/tide-lab/tide",
    "",
  ])("finds no repository in %j", (link) => {
    expect(parseGithubUrl(link)).toBeUndefined();
  });

  it("never names a path that leaves the repository", () => {
    const aSegment = fc.constantFrom("..", ".", "", "%2e%2e", "%2E.", "..%2f", "a", "b.md", "%", "\\..");
    fc.assert(
      fc.property(fc.array(aSegment, { maxLength: 6 }), (segments) => {
        const place = parseGithubUrl(`https://github.com/a/b/blob/main/${segments.join("/")}`);

        expect(place?.path.some((segment) => ["..", ".", ""].includes(segment))).not.toBe(true);
      }),
    );
  });
});
