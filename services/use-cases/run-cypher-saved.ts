import type { LineageStore } from "../../graph/store/lineage.ts";
import type { ParameterType, SavedParameter, SavedQuery } from "../../schema/cypher.ts";
import { AppError } from "../../schema/errors.ts";
import { DatasetId } from "../../schema/ids.ts";
import { canonicalId } from "../canonical-id.ts";

type Given = Readonly<Record<string, unknown>>;

/**
 * The parameters of a saved query, checked and with defaults.
 *
 * @throws AppError INPUT_INVALID that names every fault at once
 */
export const toSavedParameters = (saved: SavedQuery, given: Given): Record<string, unknown> => {
  const known = new Set(saved.parameters.map(({ name }) => name));
  const faults = [
    ...Object.keys(given).flatMap((name) => (known.has(name) ? [] : [`it has no parameter ${name}`])),
    ...saved.parameters.flatMap((parameter) => toFault(parameter, given[parameter.name])),
  ];
  if (faults.length > 0)
    throw new AppError(`the saved query ${saved.name}: ${faults.join("; ")}`, { code: "INPUT_INVALID" });
  return Object.fromEntries(saved.parameters.map(({ name, default: value }) => [name, given[name] ?? value]));
};

/**
 * The parameters with every dataset and benchmark under the id that the graph has: no rows would read as "clean".
 *
 * @throws AppError NOT_FOUND for one that the graph does not know
 */
export const withKnownIds = async (
  saved: SavedQuery,
  parameters: Record<string, unknown>,
  store: Pick<LineageStore, "known">,
): Promise<Record<string, unknown>> => {
  const known = { ...parameters };
  for (const { name, type } of saved.parameters) {
    if (type === "dataset" || type === "benchmark")
      known[name] = await canonicalId(store, DatasetId.parse(known[name]));
  }
  return known;
};

const toFault = ({ name, type, default: value, example }: SavedParameter, given: unknown): string[] => {
  const taken = given ?? value;
  if (taken === undefined) return [`give ${name}, such as ${JSON.stringify(example)}`];
  return IS_OF_TYPE[type](taken) ? [] : [`${name} is not ${EXPECTED[type]}: ${JSON.stringify(taken)}`];
};

const isText = (value: unknown): boolean => typeof value === "string" && value !== "";
const isDatasetId = (value: unknown): boolean => DatasetId.safeParse(value).success;

const IS_OF_TYPE = {
  text: (value) => typeof value === "string",
  integer: (value) => Number.isSafeInteger(value),
  number: (value) => Number.isFinite(value),
  boolean: (value) => typeof value === "boolean",
  dataset: isDatasetId,
  benchmark: isDatasetId,
  model: isText,
} as const satisfies Record<ParameterType, (value: unknown) => boolean>;

const EXPECTED = {
  text: "a text",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
  dataset: "a dataset's id",
  benchmark: "a benchmark's id",
  model: "a model's id",
} as const satisfies Record<ParameterType, string>;
