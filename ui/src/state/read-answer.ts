import { AppError } from "../../../schema/errors.ts";
import { isRecord } from "./is-record.ts";

/**
 * The body of an answer, taken as what it is said to be: the service that served this page checks each answer against its
 * schema before it sends it, and is of the same version, so checking it again would only make the page slower. What did not
 * come from the service is told by its form: all answers are JSON objects, and a proxy's or a login's page is none.
 *
 * @param what names the answer in the message of the failure
 */
export const readAnswer = async <Answer extends object>(
  response: Response,
  what: string,
): Promise<Answer> => {
  const body: unknown = await response.json().catch(() => undefined);
  if (isRecord(body)) return body as Answer;
  throw new AppError(`${what} is not what this page expects`, { code: "UPSTREAM_FAILED" });
};
