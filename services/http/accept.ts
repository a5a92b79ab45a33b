import type { FastifyRequest } from "fastify";
import { AppError } from "../../schema/errors.ts";

const JSON_TYPES = ["application/json"];

/** Refuses a request that takes none of the content types that its route has. */
export const refuseUnacceptable = async (request: FastifyRequest): Promise<void> => {
  const { accept } = request.headers;
  if (accept === undefined) return;
  const offered = typesOf(request.routeOptions.schema?.response);
  if (offered.some((type) => accepts(accept, type))) return;
  throw new AppError(`this is answered as ${offered.join(" or ")}, not as ${accept}`, {
    code: "NOT_ACCEPTABLE",
  });
};

/** The content types that a route's schema names for its answers; JSON where it names none. */
const typesOf = (response: unknown): readonly string[] => {
  if (typeof response !== "object" || response === null) return JSON_TYPES;
  const types = Object.entries(response)
    .filter(([status]) => status.startsWith("2"))
    .flatMap(([, answer]: [string, unknown]) =>
      typeof answer === "object" && answer !== null && "content" in answer
        ? Object.keys(answer.content as object)
        : JSON_TYPES,
    );
  return types.length === 0 ? JSON_TYPES : types;
};

const accepts = (accept: string, type: string): boolean =>
  accept.split(",").some((one) => {
    const [range = "", ...parameters] = one.split(";").map((part) => part.trim().toLowerCase());
    if (parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter))) return false;
    const plain = type.split(";")[0]?.trim() ?? type;
    return (
      range === "*/*" || range === plain || (range.endsWith("/*") && plain.startsWith(range.slice(0, -1)))
    );
  });
