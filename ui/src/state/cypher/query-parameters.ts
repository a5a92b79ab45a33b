import type { SavedParameter } from "../../../../schema/cypher.ts";
import { tokenizeCypher } from "./tokenize-cypher.ts";

/** The names after $, in the order of their first use. */
export const parameterNames = (text: string): readonly string[] => [
  ...new Set(
    tokenizeCypher(text)
      .filter((token) => token.kind === "parameter")
      .map((token) => token.text.slice(1).replaceAll("`", ""))
      .filter((name) => name !== ""),
  ),
];

/** JSON where it is JSON, else the text itself; the same rule as the command line's `--param`. */
export const toValue = (written: string): unknown => {
  try {
    return JSON.parse(written) as unknown;
  } catch {
    return written;
  }
};

const IDS = new Set(["text", "dataset", "benchmark", "model"]);

/** As a saved query's parameter wants it: an id that looks like a number is still a text. */
export const toSavedValue = (written: string, parameter: SavedParameter | undefined): unknown =>
  parameter !== undefined && IDS.has(parameter.type) ? written : toValue(written);

export interface ParameterFault {
  readonly name: string;
  readonly kind: "missing" | "integer" | "number" | "boolean";
}

/** Why a saved query cannot run with what is written, before the service is asked. */
export const findFaults = (
  parameters: readonly SavedParameter[],
  written: Readonly<Record<string, string>>,
): readonly ParameterFault[] =>
  parameters.flatMap(({ name, type, default: usual }): ParameterFault[] => {
    const text = written[name] ?? "";
    if (text === "") return usual === undefined && type !== "text" ? [{ name, kind: "missing" }] : [];
    if (type === "integer") return Number.isInteger(toValue(text)) ? [] : [{ name, kind: type }];
    if (type === "number") return typeof toValue(text) === "number" ? [] : [{ name, kind: type }];
    if (type === "boolean") return typeof toValue(text) === "boolean" ? [] : [{ name, kind: type }];
    return [];
  });

export interface Question {
  readonly text: string;
  /** The saved query whose text it is, unchanged. */
  readonly saved?: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** The same question for a POSIX shell. */
export const toCommandLine = ({ text, saved, parameters }: Question): string =>
  [
    "stemma query",
    saved === undefined ? quoteForShell(text) : `--saved ${saved}`,
    ...Object.entries(parameters)
      .filter(([, value]) => value !== "")
      .map(([name, value]) => `--param ${quoteForShell(`${name}=${value}`)}`),
  ].join(" ");

const quoteForShell = (text: string): string =>
  /^[\w./:=@-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
