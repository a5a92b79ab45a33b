import type { Problem } from "../../../schema/api.ts";
import { ROLES } from "../../../schema/roles.ts";
import { isRecord } from "./is-record.ts";

/** The problem document that an answer's body is; undefined when something else than the service answered, such as a proxy. */
export const readProblem = (body: unknown): Problem | undefined => {
  if (!isRecord(body)) return undefined;
  const { type, title, status, code, detail, instance, neededRole, position, hint } = body;
  if (!isText(type) || !isText(title) || !isText(code) || !isText(detail) || !isWhole(status))
    return undefined;
  if (!isAbsentOr(instance, isText) || !isAbsentOr(neededRole, isRole)) return undefined;
  if (!isAbsentOr(position, isPosition) || !isAbsentOr(hint, isText)) return undefined;
  return {
    type,
    title,
    status,
    code,
    detail,
    ...(instance !== undefined && { instance }),
    ...(neededRole !== undefined && { neededRole }),
    ...(position !== undefined && { position }),
    ...(hint !== undefined && { hint }),
  };
};

const isText = (value: unknown): value is string => typeof value === "string";

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);

const isRole = (value: unknown): value is NonNullable<Problem["neededRole"]> =>
  ROLES.some((role) => role === value);

const isPosition = (value: unknown): value is NonNullable<Problem["position"]> =>
  isRecord(value) && isWhole(value["line"]) && isWhole(value["column"]) && isText(value["excerpt"]);

const isAbsentOr = <Value>(
  value: unknown,
  isValue: (value: unknown) => value is Value,
): value is Value | undefined => value === undefined || isValue(value);
