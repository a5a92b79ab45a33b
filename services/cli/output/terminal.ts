export type Style = "bold" | "dim" | "red" | "green" | "yellow" | "blue";

const CODES: Readonly<Record<Style, readonly [number, number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
};
const DEFAULT_WIDTH = 100;
const MIN_WIDTH = 40;

/** Where a command prints: results to standard output, messages to standard error. */
export interface Terminal {
  /** Whether standard output is a terminal that can redraw a line. */
  readonly live: boolean;
  /** Columns of the terminal now. */
  width(): number;
  /** Colours a text, or gives it back as it is where colours are off. */
  paint(style: Style, text: string): string;
  /** One line of the result. */
  print(line: string): void;
  /** One JSON line of the result. */
  printJson(value: unknown): void;
  /** One line for the person, apart from the result. */
  note(line: string): void;
  /** The line under everything that is redrawn in place; undefined takes it away. Does nothing where `live` is false. */
  status(line: string | undefined): void;
}

interface TerminalDependencies {
  readonly stdout: Pick<NodeJS.WriteStream, "write" | "isTTY" | "columns">;
  readonly stderr: Pick<NodeJS.WriteStream, "write">;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export const createTerminal = ({ stdout, stderr, environment }: TerminalDependencies): Terminal => {
  const live = stdout.isTTY && environment["TERM"] !== "dumb";
  const coloured = wantsColour(environment, live);
  let statusLine: string | undefined;
  const around = (write: () => void): void => {
    if (statusLine !== undefined) stdout.write("\r\u001B[2K");
    write();
    if (statusLine !== undefined) stdout.write(statusLine);
  };
  return {
    live,
    width: () => Math.max(MIN_WIDTH, stdout.columns ?? DEFAULT_WIDTH),
    paint: (style, text) => {
      const [on, off] = CODES[style];
      return coloured ? `\u001B[${on}m${text}\u001B[${off}m` : text;
    },
    print: (line) => around(() => stdout.write(`${line}\n`)),
    printJson: (value) => around(() => stdout.write(`${JSON.stringify(value)}\n`)),
    note: (line) => around(() => stderr.write(`${line}\n`)),
    status: (line) => {
      if (!live || line === statusLine) return;
      stdout.write(`\r\u001B[2K${line ?? ""}`);
      statusLine = line;
    },
  };
};

/** https://no-color.org and FORCE_COLOR, as most tools read them. */
const wantsColour = (environment: TerminalDependencies["environment"], live: boolean): boolean => {
  if ((environment["NO_COLOR"] ?? "") !== "") return false;
  const forced = environment["FORCE_COLOR"];
  return forced === undefined ? live : forced !== "0";
};
