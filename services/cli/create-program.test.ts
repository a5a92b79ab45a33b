import { expect, test } from "vitest";
import { createProgram } from "./create-program.ts";

const { commands } = createProgram();

test("the program has the commands that the documentation names", () => {
  expect(commands.map((command) => command.name()).toSorted()).toEqual([
    "ancestors",
    "audit",
    "check",
    "contamination",
    "demo",
    "descendants",
    "doctor",
    "export",
    "extract",
    "import",
    "mirror",
    "path",
    "query",
    "review",
    "seed",
    "serve",
    "show",
    "site",
    "statistics",
    "token",
    "trace",
  ]);
});

test.each(commands.map((command) => [command.name(), command] as const))(
  "%s explains itself with examples",
  (_, command) => {
    let help = "";
    command.configureOutput({ writeOut: (text) => (help += text) });

    command.outputHelp();

    expect(help).toMatch(/^Usage: stemma /);
    expect(help).toMatch(/Examples:\n {2}\S/);
  },
);
