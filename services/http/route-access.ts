import { ROLES, type Role } from "../../schema/roles.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** The least role that may call the route. Absent means viewer for GET and HEAD, operator for every other method. */
    readonly role?: Role;
    /** Which rate limit counts it. Absent means read for GET and HEAD, write for every other method. */
    readonly cost?: RouteCost;
  }
}

/** read: answered from the graph at once; write: changes something; heavy: keeps the engine or the network busy (a console query, a trace). */
export type RouteCost = "read" | "write" | "heavy";

interface RouteAccess {
  readonly method: string | readonly string[];
  readonly config?: { readonly role?: Role; readonly cost?: RouteCost };
}

/** The least role that may call a route. */
export const roleOf = ({ method, config }: RouteAccess): Role =>
  config?.role ?? (isReading(method) ? "viewer" : "operator");

export const costOf = ({ method, config }: RouteAccess): RouteCost =>
  config?.cost ?? (isReading(method) ? "read" : "write");

/** Whether someone who has one role may do what asks for the other. */
export const includesRole = (held: Role, needed: Role): boolean =>
  ROLES.indexOf(held) >= ROLES.indexOf(needed);

const READING = new Set(["GET", "HEAD", "OPTIONS"]);
const isReading = (method: string | readonly string[]): boolean =>
  [method].flat().every((one) => READING.has(one));
