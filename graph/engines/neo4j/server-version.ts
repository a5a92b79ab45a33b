import { AppError } from "../../../schema/errors.ts";
import type { Connection } from "./create-connection.ts";
import { toAppError } from "./to-app-error.ts";

const OLDEST_MAJOR = 5;

/** The version of the server that answers. @throws AppError ENGINE_UNAVAILABLE when there is none, or it is too old */
export const readServerVersion = async (connection: Connection): Promise<string> => {
  const { driver, uri } = connection;
  const info = await driver.getServerInfo().catch((error: unknown) => {
    throw toAppError(error, uri);
  });
  const version = /^Neo4j\/(.+)$/.exec(info.agent ?? "")?.[1];
  if (version !== undefined && Number.parseInt(version, 10) >= OLDEST_MAJOR) return version;
  throw new AppError(`${uri} answers as ${info.agent ?? "nothing known"}; Neo4j ${OLDEST_MAJOR} is needed`, {
    code: "ENGINE_UNAVAILABLE",
    context: { uri },
  });
};
