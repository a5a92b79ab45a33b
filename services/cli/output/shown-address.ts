import type { Service } from "../../start-service.ts";
import type { Terminal } from "./terminal.ts";

/**
 * The service's address as a command prints it: with the sign-in on a terminal only, since anything else may be a log that is kept,
 * such as a container's, and the sign-in is an operator's token.
 */
export const shownAddress = (
  { url, origin }: Pick<Service, "url" | "origin">,
  { live }: Pick<Terminal, "live">,
): string => (live ? url : `${origin}/`);
