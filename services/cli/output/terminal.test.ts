import { describe, expect, test } from "vitest";
import { createTerminal } from "./terminal.ts";

interface Screen {
  readonly isTTY: boolean;
  readonly columns?: number;
  readonly environment?: Readonly<Record<string, string>>;
}

const aTerminal = ({ isTTY, columns, environment = {} }: Screen) => {
  const written = { out: "", err: "" };
  const stdout = {
    isTTY,
    columns: columns as number,
    write: (text: unknown) => {
      written.out += String(text);
      return true;
    },
  };
  const stderr = {
    write: (text: unknown) => {
      written.err += String(text);
      return true;
    },
  };
  return { terminal: createTerminal({ stdout, stderr, environment }), written };
};

describe("colour", () => {
  test.each([
    ["a terminal", { isTTY: true }, true],
    ["a pipe", { isTTY: false }, false],
    ["a terminal with NO_COLOR", { isTTY: true, environment: { NO_COLOR: "1" } }, false],
    ["a terminal with an empty NO_COLOR", { isTTY: true, environment: { NO_COLOR: "" } }, true],
    ["a pipe with FORCE_COLOR", { isTTY: false, environment: { FORCE_COLOR: "1" } }, true],
    ["a dumb terminal", { isTTY: true, environment: { TERM: "dumb" } }, false],
  ] as const)("on %s", (_, screen, isColoured) => {
    const { terminal } = aTerminal(screen);

    expect(terminal.paint("red", "x") === "x").toBe(!isColoured);
  });
});

test("results go to standard output and messages to standard error", () => {
  const { terminal, written } = aTerminal({ isTTY: false });

  terminal.print("result");
  terminal.printJson({ a: 1 });
  terminal.note("message");

  expect(written).toEqual({ out: 'result\n{"a":1}\n', err: "message\n" });
});

test("a status line is never written into a pipe", () => {
  const { terminal, written } = aTerminal({ isTTY: false });

  terminal.status("12 done");
  terminal.print("line");

  expect(written.out).toBe("line\n");
});

test("a status line is taken away before a line is printed and put back after it", () => {
  const { terminal, written } = aTerminal({ isTTY: true, columns: 80 });

  terminal.status("12 done");
  terminal.print("line");

  expect(written.out).toBe("\r\u001B[2K12 done\r\u001B[2Kline\n12 done");
});

test("a terminal that does not tell its width has a usual one", () => {
  const { terminal } = aTerminal({ isTTY: true });

  expect(terminal.width()).toBe(100);
});
