import { loadavg } from "node:os";

/** One line of the report. */
export interface Figure {
  readonly what: string;
  readonly engine: string;
  /** With its unit. */
  readonly figure: string;
  /** What it should be, with the same unit; absent where nothing was promised. */
  readonly bar?: string;
  /** What a plain computation says otherwise; absent when the answers are right. */
  readonly wrong?: string;
}

export interface Figures {
  add(figure: Figure): void;
  /** Those whose answers were wrong. */
  wrong(): readonly Figure[];
}

/** Prints each figure as it comes, with the machine's load over the last minute: above the number of cores it waited for others. */
export const createFigures = (print: (line: string) => void): Figures => {
  const all: Figure[] = [];
  print("| what | engine | figure | bar | answers | load |");
  print("| --- | --- | --- | --- | --- | --- |");
  return {
    add: (figure) => {
      all.push(figure);
      const { what, engine, bar = "", wrong } = figure;
      print(
        `| ${what} | ${engine} | ${figure.figure} | ${bar} | ${wrong ?? "right"} | ${(loadavg()[0] ?? 0).toFixed(1)} |`,
      );
    },
    wrong: () => all.filter(({ wrong }) => wrong !== undefined),
  };
};

export const milliseconds = (value: number): string =>
  `${value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString("en")} ms`;

export const perSecond = (count: number, elapsedMs: number): string =>
  `${Math.round((count * 1000) / elapsedMs).toLocaleString("en")}/s`;

export const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 ** 2)} MB`;

/** The value below which the given part, 0 to 1, of the values lies. */
export const quantile = (values: readonly number[], part: number): number => {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
};

/** Milliseconds that the work took, and what it gave. */
export const timed = async <Result>(
  work: () => Promise<Result>,
): Promise<{ readonly elapsedMs: number; readonly result: Result }> => {
  const start = performance.now();
  const result = await work();
  return { elapsedMs: performance.now() - start, result };
};
