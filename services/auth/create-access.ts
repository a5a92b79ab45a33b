import { join } from "node:path";
import type { Logger } from "pino";
import { type Config, isLoopback } from "../config.ts";
import { createDoorkeeper, type Doorkeeper } from "./doorkeeper.ts";
import { createTokenStore, type TokenStore } from "./token-store.ts";

/** Who may come in: the tokens of the data folder, and the one of the configuration. */
export interface Access {
  readonly tokens: TokenStore;
  readonly doorkeeper: Doorkeeper;
}

interface AccessDependencies {
  readonly config: Pick<Config, "dataFolder" | "host" | "token">;
  readonly now: () => Date;
  readonly log: Pick<Logger, "error">;
}

export const createAccess = ({ config, now, log }: AccessDependencies): Access => {
  const tokens = createTokenStore({
    folder: join(config.dataFolder, "tokens"),
    now,
    onUseUnwritten: (error) => log.error({ err: error }, "the last use of a token could not be written"),
  });
  const configured = config.token === undefined ? {} : { configuredToken: config.token };
  const onLoopback = isLoopback(config.host);
  return { tokens, doorkeeper: createDoorkeeper({ tokens, onLoopback, now, ...configured }) };
};
