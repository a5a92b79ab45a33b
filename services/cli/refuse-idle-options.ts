import { AppError } from "../../schema/errors.ts";
import type { ExportOptions } from "./commands/export.ts";

type Narrowing = Pick<ExportOptions, "format" | "dataset" | "depth" | "direction" | "status">;

/**
 * Refuses options of an export that would change nothing: whoever gives them expects a narrower file.
 *
 * @throws AppError INPUT_INVALID that names the option
 */
export const refuseIdleOptions = ({ format, dataset, depth, direction, status }: Narrowing): void => {
  if (dataset === undefined && depth !== undefined) throw idle("--depth", "goes with --dataset");
  if (dataset === undefined && direction !== undefined) throw idle("--direction", "goes with --dataset");
  if (format === "jsonl" && status !== undefined)
    throw idle("--status", "does not go with jsonl, which holds the whole graph");
};

const idle = (option: string, why: string): AppError =>
  new AppError(`${option} ${why}`, { code: "INPUT_INVALID", context: { option } });
