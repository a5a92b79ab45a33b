import { EdgeChange } from "../../../schema/decision.ts";
import { optionFault } from "../option-fault.ts";

/** @throws AppError INPUT_INVALID that names the option */
export const readChange = (given: object): EdgeChange => {
  const parsed = EdgeChange.safeParse(given);
  if (parsed.success) return parsed.data;
  throw optionFault(parsed.error);
};
