import { AppError } from "../../schema/errors.ts";
import { StatisticsQuery } from "../../schema/statistics.ts";

/** Reads the options of `statistics`; fails with INPUT_INVALID, naming the option. */
export const parseStatisticsQuery = (
  options: Readonly<Record<string, string | undefined>>,
): StatisticsQuery => {
  const parsed = StatisticsQuery.safeParse(options);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new AppError(`--${String(issue?.path[0] ?? "").replace(/^roots$/, "root")}: ${issue?.message}`, {
    code: "INPUT_INVALID",
    context: { options },
  });
};
