import { AppError } from "../../../schema/errors.ts";
import { EdgeId } from "../../../schema/ids.ts";

/** @throws AppError INPUT_INVALID */
export const readEdgeId = (text: string): EdgeId => {
  const parsed = EdgeId.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new AppError(`${text} is no id of an edge: \`stemma review list\` prints them`, {
    code: "INPUT_INVALID",
  });
};
