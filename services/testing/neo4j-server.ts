import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import neo4j from "neo4j-driver";
import type { Neo4jConfig } from "../config.ts";
import { projectFolder } from "../project-folder.ts";

/** A real Neo4j of a test's own, which it may stop and start again. */
export interface Neo4jServer {
  readonly access: Neo4jConfig;
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Stops it and removes its data. */
  remove(): Promise<void>;
}

const run = promisify(execFile);
const tools = join(projectFolder(), "..", "shared", "tools", "neo4j");
const PASSWORD = "a test's own password";
const HEAP = "400m";

/** Why no server can be started here, or undefined. */
export const reasonForNoServer = (): string | undefined =>
  existsSync(join(tools, "start.sh")) ? undefined : "../shared/tools/neo4j, which starts a Neo4j, is absent";

/** Starts a server that asks for a password, with `settings` as lines of its configuration. */
export const startNeo4jServer = async (settings: readonly string[]): Promise<Neo4jServer> => {
  const folder = await mkdtemp(join(tmpdir(), "stemma-neo4j-"));
  const port = await freePort();
  const uri = `bolt://127.0.0.1:${port}`;
  const start = async (): Promise<void> => {
    const env = { ...process.env, NEO4J_HEAP: HEAP };
    await run(join(tools, "start.sh"), [folder, String(port)], { env });
  };
  const stop = async (): Promise<void> => {
    await run(join(tools, "stop.sh"), [folder]);
  };
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, "extra.conf"),
    ["dbms.security.auth_enabled=true", ...settings, ""].join("\n"),
  );
  await start();
  await setPassword(uri);
  return {
    access: { uri, user: "neo4j", password: PASSWORD },
    stop,
    start,
    remove: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** A new server has one user, whose password must be changed before anything else. */
const setPassword = async (uri: string): Promise<void> => {
  const driver = neo4j.driver(uri, neo4j.auth.basic("neo4j", "neo4j"));
  const change = "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password";
  await driver.executeQuery(change, { password: PASSWORD }, { database: "system" });
  await driver.close();
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
