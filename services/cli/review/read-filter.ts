import { QueueQuery } from "../../../schema/queue-filter.ts";
import { optionFault } from "../option-fault.ts";
import { type FilterOptions, FILTERS } from "./review-options.ts";

/**
 * What the options ask for.
 *
 * @throws AppError INPUT_INVALID that names every fault
 */
export const readFilter = (options: FilterOptions): QueueQuery => {
  const given = FILTERS.map(([field, flags]) => [field, options[toProperty(flags)]] as const);
  const parsed = QueueQuery.safeParse(Object.fromEntries(given.filter(([, value]) => value !== undefined)));
  if (parsed.success) return parsed.data;
  throw optionFault(parsed.error, (field) => `--${nameOf(field)}`);
};

const optionOf = (flags: string): string => flags.slice(0, flags.indexOf(" "));
const toProperty = (flags: string): string =>
  optionOf(flags).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const nameOf = (field: string): string =>
  optionOf(FILTERS.find(([name]) => name === field)?.[1] ?? `${field} `);
