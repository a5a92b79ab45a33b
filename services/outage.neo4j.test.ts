import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openNeo4j } from "../graph/engines/neo4j/open-neo4j.ts";
import { type Config, parseConfig } from "./config.ts";
import { createStemma, type Stemma } from "./main.ts";
import { projectFolder } from "./project-folder.ts";
import { type Service, startService } from "./start-service.ts";
import { composeSettings } from "./testing/compose-file.ts";
import { type Neo4jServer, reasonForNoServer, startNeo4jServer } from "./testing/neo4j-server.ts";
import { diagnoseNeo4j } from "./use-cases/diagnose-neo4j.ts";

const MIRROR = join(projectFolder(), "examples", "mirror");
const PATIENCE_MS = 400_000;
const TICK_MS = 200;
const reason = reasonForNoServer();
if (reason !== undefined) process.stdout.write(`skipped: a service over a Neo4j that stops: ${reason}\n`);

describe.skipIf(reason !== undefined)("a service over a real Neo4j", () => {
  let server: Neo4jServer;
  let folder: string;
  let config: Config;
  let stemma: Stemma;
  let service: Service;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "stemma-outage-"));
    // Its own names prove themselves: the server refuses to start with a setting that it does not know.
    server = await startNeo4jServer([...composeSettings(), "db.memory.transaction.max=16m"]);
    const { uri, user, password } = server.access;
    const environment = {
      NEO4J_URI: uri,
      NEO4J_USER: user,
      NEO4J_PASSWORD: password,
      STEMMA_LOG_LEVEL: "silent",
    };
    config = parseConfig(environment, { data: folder, mirror: MIRROR, port: "0" });
    stemma = await createStemma(config, { graphMayBeAway: true });
    service = await startService(stemma);
  }, PATIENCE_MS);
  afterAll(async () => {
    await service.close();
    await stemma.close();
    await server.remove();
    await rm(folder, { recursive: true, force: true });
  }, PATIENCE_MS);

  const get = (path: string): Promise<Response> => fetch(`${service.origin}/api/${path}`);
  const health = async (): Promise<unknown> => (await get("health")).json();

  test("answers from it, and finds nothing amiss but what was left open", async () => {
    expect(await health()).toMatchObject({ status: "ok", engine: { name: "neo4j", ready: true } });
    expect((await get("datasets")).status).toBe(200);
    const findings = [];
    for await (const finding of diagnoseNeo4j(server.access)) findings.push(finding);
    expect(findings.map(({ subject, verdict }) => `${subject} ${verdict}`)).toEqual([
      "graph engine good",
      "neo4j schema good",
      "neo4j safety good",
    ]);
  });

  test("is refused with another password, with what to do", async () => {
    const wrong = openNeo4j({ ...server.access, password: "another password" });

    await expect(wrong).rejects.toMatchObject({
      code: "ENGINE_UNAVAILABLE",
      transient: false,
      message: expect.stringMatching(/NEO4J_PASSWORD/),
    });
  });

  test("does not read again what needs more memory than it may have", async () => {
    const database = await openNeo4j(server.access);
    const greedy = "UNWIND range(1, 5000000) AS i RETURN size(collect(i)) AS n";

    await expect(database.read(greedy)).rejects.toMatchObject({ code: "RESULT_TOO_LARGE", transient: false });

    expect(await database.read("RETURN 1 AS one")).toEqual([{ one: 1 }]);
    await database.close();
  });

  test(
    "stays up while it is stopped, says so, and works again by itself when it is started",
    async () => {
      const request = { roots: ["brackwater-lab/shoal-math"], budget: {}, refresh: false };
      const { trace } = await stemma.tracing.start(request);
      const before = await stemma.tracing.ended(trace.id);
      await server.stop();

      const refused = await get("datasets");

      expect(before.state).toBe("finished");
      expect(refused.status).toBe(503);
      expect(await refused.json()).toMatchObject({
        code: "ENGINE_UNAVAILABLE",
        detail: expect.stringContaining("/api/health"),
      });
      expect(await health()).toMatchObject({
        status: "degraded",
        engine: { ready: false, reason: expect.stringMatching(/is not available.*Start it/) },
      });

      await expect(createStemma(config)).rejects.toMatchObject({ code: "ENGINE_UNAVAILABLE" });
      const early = await createStemma(
        { ...config, dataFolder: join(folder, "other") },
        { graphMayBeAway: true },
      );
      await server.start();
      await until(async () => (await get("datasets")).status === 200);
      expect(await health()).toMatchObject({ status: "ok" });
      expect((await early.tracing.find(trace.id)).state).toBe("finished");
      await early.close();
    },
    PATIENCE_MS,
  );
});

const until = async (holds: () => Promise<boolean>): Promise<void> => {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, TICK_MS));
};
