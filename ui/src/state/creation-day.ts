import type { Dataset } from "../../../schema/dataset.ts";

/**
 * The day on which a dataset came into being, 2025-11-24: its registry's date, else the first day of the month that a publication
 * gives. Undefined when nobody says.
 */
export const creationDay = ({
  createdAt,
  hubMonth,
  paperMonth,
}: Pick<Dataset, "createdAt" | "hubMonth" | "paperMonth">): string | undefined => {
  if (createdAt !== undefined) return createdAt.slice(0, DAY_LENGTH);
  const month = hubMonth ?? paperMonth;
  return month === undefined ? undefined : `${month}-01`;
};

const DAY_LENGTH = "2025-11-24".length;
