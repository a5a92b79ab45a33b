import { UNIQUE_CONSTRAINTS } from "../../queries/constraints.ts";
import { type Neo4jOptions, createConnection, endSession } from "./create-connection.ts";
import { TURN_CONSTRAINT } from "./open-transaction.ts";
import { readServerVersion } from "./server-version.ts";
import { toAppError } from "./to-app-error.ts";

/** What an operator should know of a server. */
export interface ServerInspection {
  readonly version: string;
  /** Names of the constraints that the first opening will make. */
  readonly missingConstraints: readonly string[];
  /** Procedures and functions that plugins brought. */
  readonly pluginNames: readonly string[];
  /** Settings by name, as the server prints them; one that it does not know is absent. */
  readonly settings: ReadonlyMap<string, string>;
}

const SETTINGS = [
  "dbms.security.allow_csv_import_from_file_urls",
  "dbms.security.auth_enabled",
  "db.memory.transaction.max",
];

const SHOW_SETTINGS = `SHOW SETTINGS ${SETTINGS.map((name) => `'${name}'`).join(", ")} YIELD name, value`;
const SHOW_CONSTRAINTS = "SHOW CONSTRAINTS YIELD name";
const SHOW_FUNCTIONS = "SHOW USER DEFINED FUNCTIONS YIELD name";
/** The server does not tell its own procedures from others but by their name. */
const SHOW_PROCEDURES = "SHOW PROCEDURES YIELD name WHERE NOT name =~ '(db|dbms|tx|cdc|genai)[.].*'";

/** Looks at a server without changing anything. @throws AppError ENGINE_UNAVAILABLE when it does not answer */
export const inspectServer = async (options: Neo4jOptions): Promise<ServerInspection> => {
  const connection = createConnection(options);
  const session = connection.session("READ");
  const list = async (cypher: string): Promise<readonly string[]> =>
    (await session.run(cypher)).records.map((record) => String(record.get("name")));
  try {
    const version = await readServerVersion(connection);
    const present = new Set(await list(SHOW_CONSTRAINTS));
    const { records } = await session.run(SHOW_SETTINGS);
    return {
      version,
      missingConstraints: EXPECTED_CONSTRAINTS.filter((name) => !present.has(name)),
      pluginNames: [...(await list(SHOW_PROCEDURES)), ...(await list(SHOW_FUNCTIONS))],
      settings: new Map(records.map((record) => [String(record.get("name")), String(record.get("value"))])),
    };
  } catch (error) {
    throw toAppError(error, options.uri);
  } finally {
    await endSession(session);
    await connection.driver.close();
  }
};

const EXPECTED_CONSTRAINTS = [TURN_CONSTRAINT, ...UNIQUE_CONSTRAINTS].flatMap(
  (statement) => /^CREATE CONSTRAINT (\w+)/.exec(statement)?.[1] ?? [],
);
