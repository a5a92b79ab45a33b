import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, it } from "vitest";

/** What runs in the browser, and what of it: imports of types alone are gone by then. */
const IMPORTS = [
  /^\s*(?:import|export)\s+(?!type\b)[\w*{][^;"]*?\sfrom\s+"([^"]+)"/gm,
  /^\s*import\s+"([^"]+)"/gm,
  /\bimport\(\s*"([^"]+)"\s*\)/g,
  /\bnew URL\(\s*"([^"]+)"\s*,\s*import\.meta\.url/g,
];

const importsOf = (source: string): readonly string[] =>
  IMPORTS.flatMap((pattern) => [...source.matchAll(pattern)].map((match) => match[1] ?? ""));

/** Every file and package that a file brings along, at once or later, with the file that asks for it. */
const reachOf = (entry: string): ReadonlyMap<string, string> => {
  const askedBy = new Map([[entry, ""]]);
  for (const file of askedBy.keys()) {
    if (!/\.tsx?$/.test(file)) continue;
    for (const name of importsOf(readFileSync(file, "utf8"))) {
      const target = name.startsWith(".") ? join(dirname(file), name.replace(/\?.*$/, "")) : name;
      if (!askedBy.has(target)) askedBy.set(target, file);
    }
  }
  return askedBy;
};

const wayTo = (target: string, askedBy: ReadonlyMap<string, string>): readonly string[] => {
  const before = askedBy.get(target);
  return before === undefined || before === "" ? [target] : [...wayTo(before, askedBy), target];
};

const EXPLORER = join(import.meta.dirname, "../ui/src");
const MAIN = join(EXPLORER, "main.tsx");

it("the explorer brings no schema library along, neither at once nor later", () => {
  const reach = reachOf(MAIN);
  const schemas = [...reach.keys()].filter((name) => /^zod(?:\/|$)/.test(name));
  const ways = schemas.map((name) =>
    wayTo(name, reach).map((file) => (file.startsWith("/") ? relative(EXPLORER, file) : file)),
  );

  expect(ways).toEqual([]);
});

it("the walk through the imports sees the pages that load later, the worker and the schema folder", () => {
  const reach = reachOf(MAIN);
  const files = [...reach.keys()].filter((name) => name.startsWith("/"));

  expect(files.filter((file) => !existsSync(file))).toEqual([]);
  expect(files.map((file) => relative(EXPLORER, file))).toEqual(
    expect.arrayContaining(["view/cypher/cypher-page.tsx", "words/zh/chinese.ts", "../../schema/id-text.ts"]),
  );
  expect(reach.has("preact")).toBe(true);
  expect(reach.has("sigma")).toBe(true);
});

it("an import of types in braces alone is one that the browser makes, and one of types is none", () => {
  const source = [
    'import { type Kept } from "./kept.ts";',
    'import type { Gone } from "./gone.ts";',
    'import {\n  many,\n} from "./many.ts";',
    'const page = import("./later.ts");',
  ].join("\n");

  expect(importsOf(source)).toEqual(["./kept.ts", "./many.ts", "./later.ts"]);
});
