import type { FastifyRequest } from "fastify";
import { AppError } from "../../schema/errors.ts";

/** A parameter that a route does not know would be passed over, and the answer taken for what was asked for: it is refused by name. */
export const refuseUnknownParameters = async (request: FastifyRequest): Promise<void> => {
  const { schema } = request.routeOptions;
  // Sockets and what is no route of the contract look after their parameters themselves.
  if (schema === undefined || schema.hide === true) return;
  const known = namesOf(schema.querystring);
  if (known === undefined) return;
  const unknown = Object.keys(request.query as object).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const choice = known.length === 0 ? "it takes none" : `it takes ${known.join(", ")}`;
  throw new AppError(`${request.method} ${request.routeOptions.url} has no parameter ${unknown}; ${choice}`, {
    code: "INPUT_INVALID",
    context: { parameter: unknown },
  });
};

/** Undefined for a schema whose names cannot be told. */
const namesOf = (querystring: unknown): readonly string[] | undefined => {
  if (querystring === undefined) return [];
  const { shape } = querystring as { readonly shape?: object };
  return shape === undefined ? undefined : Object.keys(shape);
};
