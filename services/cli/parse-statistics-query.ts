import { optionFault } from "./option-fault.ts";
import { StatisticsQuery } from "../../schema/statistics.ts";

/** Reads the options of `statistics`; fails with INPUT_INVALID, naming the option. */
export const parseStatisticsQuery = (
  options: Readonly<Record<string, string | undefined>>,
): StatisticsQuery => {
  const parsed = StatisticsQuery.safeParse(options);
  if (parsed.success) return parsed.data;
  throw optionFault(parsed.error, (field) => (field === "roots" ? "--root" : `--${field}`));
};
