import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOSTILE_INPUTS, type HostileInput } from "../../graph/console/testing/hostile-inputs.ts";
import type { Database } from "../../graph/database.ts";
import { openEmbedded } from "../../graph/engines/embedded/open-embedded.ts";
import { createLineageStore } from "../../graph/store/lineage.ts";
import { openTestDatabase } from "../../graph/testing/open-test-database.ts";
import { readTestNeo4j } from "../../graph/testing/test-neo4j.ts";
import { CypherRequest } from "../../schema/cypher.ts";
import { isTransient } from "../../schema/errors.ts";
import { createCypherConsole } from "./run-cypher.ts";

const TIMEOUT_MS = 1_000;
/** What the promise of one second becomes on a machine that does much else. */
const SLACK_MS = 4_000;
const MOST_TRIES = 60;
const TURN_PAUSE_MS = 500;
const MEMORY_LIMIT_BYTES = 700 * 1024 ** 2;
/** Memory can grow by a few GB a second, and is looked at fifty times a second. */
const MEMORY_SLACK_BYTES = 500 * 1024 ** 2;
const SECRET = "canary-7f3a91";
const PATIENCE_MS = 240_000;

const timeoutOf = ({ timeoutMs = TIMEOUT_MS }: HostileInput): number => timeoutMs;

interface Outcome {
  readonly cypher: string;
  readonly code: string;
  readonly elapsedMs: number;
  /** By how much it outlived its time-out. */
  readonly lateMs: number;
  readonly text: string;
}

let database: Database;
let folder: string;
let canary: string;
/** Largest resident memory of the embedded engine's process that was seen, in bytes. */
let peakBytes = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stemma-hostile-"));
  await writeFile(join(folder, "canary.csv"), `${SECRET}\n`);
  canary = pathToFileURL(join(folder, "canary.csv")).href;
  database =
    readTestNeo4j() === undefined
      ? await openEmbedded({ memoryLimitBytes: MEMORY_LIMIT_BYTES })
      : await openTestDatabase();
  await database.write(async (transaction) => {
    await transaction.run(
      "CREATE (:Dataset {id: 'a', name: 'A'})-[:DERIVED_FROM {id: 'e'}]->(:Dataset {id: 'b'})",
    );
    await transaction.run("UNWIND range(1, 25) AS i CREATE (:Node {id: i})");
    await transaction.run("MATCH (a:Node), (b:Node) CREATE (a)-[:TO]->(b)");
  });
}, PATIENCE_MS);
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
}, PATIENCE_MS);

const everything = (): Promise<unknown> =>
  Promise.all([
    database.read(
      "MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties ORDER BY n.id, labels(n)[0]",
    ),
    database.read(
      "MATCH (a)-[r]->(b) RETURN type(r) AS type, a.id AS a, b.id AS b, properties(r) AS properties ORDER BY a, b",
    ),
  ]);

const attempt = async (
  console: ReturnType<typeof createCypherConsole>,
  input: HostileInput,
): Promise<Outcome> => {
  const cypher = input.cypher.replaceAll("{CANARY}", canary);
  const request = CypherRequest.safeParse({
    query: cypher,
    parameters: input.parameters ?? {},
    timeoutMs: timeoutOf(input),
  });
  const started = performance.now();
  const settle = (code: string, text: string): Outcome => {
    const elapsedMs = Math.round(performance.now() - started);
    return { cypher: cypher.slice(0, 120), code, text, elapsedMs, lateMs: elapsedMs - timeoutOf(input) };
  };
  if (!request.success) return settle("INPUT_INVALID", request.error.message);
  try {
    const answer = await console.run(request.data);
    return settle("answered", JSON.stringify(answer.rows).slice(0, 100_000));
  } catch (error) {
    return settle(String((error as { code?: unknown }).code), String(error));
  }
};

/** A server that still works on what was stopped takes nothing new; each input shall really reach it. */
const attemptInTurn = async (
  console: ReturnType<typeof createCypherConsole>,
  input: HostileInput,
): Promise<Outcome> => {
  for (let tries = 1; ; tries += 1) {
    const outcome = await attempt(console, input);
    if (outcome.code !== "RATE_LIMITED" || tries === MOST_TRIES) return outcome;
    await delay(TURN_PAUSE_MS);
  }
};

/** Two at a time, as many as the console lets run at once. */
const attemptAll = async (inputs: readonly HostileInput[]): Promise<readonly Outcome[]> => {
  const console = createCypherConsole(database, createLineageStore(database));
  const waiting = [...inputs];
  const outcomes: Outcome[] = [];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      outcomes.push(await attemptInTurn(console, next));
  };
  await Promise.all([work(), work()]);
  return outcomes;
};

/** Reads like the service's own, over and over until it is stopped; gives how many were answered, and what failed. */
const readMeanwhile = async (signal: AbortSignal): Promise<{ answered: number; failures: unknown[] }> => {
  const failures: unknown[] = [];
  let answered = 0;
  while (!signal.aborted) {
    try {
      const rows = await database.read("MATCH (d:Dataset {id: 'a'}) RETURN d.name AS name");
      if (rows[0]?.["name"] === "A") answered += 1;
      else failures.push(rows);
    } catch (error) {
      failures.push(error);
    }
    await watchMemory();
    await delay(20);
  }
  return { answered, failures };
};

const watchMemory = async (): Promise<void> => {
  if (!("enginePid" in database) || process.platform !== "linux") return;
  const pid = await (database as Awaited<ReturnType<typeof openEmbedded>>).enginePid();
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    peakBytes = Math.max(peakBytes, Number(kilobytes ?? 0) * 1024);
  } catch {
    // It ended between the two lines; the next one is looked at.
  }
};

const ENDINGS = new Set([
  "answered",
  "INPUT_INVALID",
  "QUERY_INVALID",
  "QUERY_NOT_READ_ONLY",
  "QUERY_TIMEOUT",
  "RESULT_TOO_LARGE",
  "TOO_LARGE",
]);

const REFUSALS = new Set(["QUERY_INVALID", "RESULT_TOO_LARGE"]);

describe("hostile inputs", () => {
  it("are two hundred and more", () => {
    expect(Object.values(HOSTILE_INPUTS).flat().length).toBeGreaterThanOrEqual(200);
  });

  it.each(Object.keys(HOSTILE_INPUTS))(
    "%s change nothing, read no file, end in time, and keep nobody else waiting",
    async (category) => {
      const inputs = HOSTILE_INPUTS[category] ?? [];
      const before = await everything();
      const over = new AbortController();
      const meanwhile = readMeanwhile(over.signal);

      const outcomes = await attemptAll(inputs);

      over.abort();
      const { answered, failures } = await meanwhile;
      expect(outcomes).toHaveLength(inputs.length);
      expect(outcomes.filter(({ code }) => !ENDINGS.has(code))).toEqual([]);
      expect(outcomes.filter(({ lateMs }) => lateMs > SLACK_MS)).toEqual([]);
      expect(outcomes.filter(({ text }) => text.includes(SECRET))).toEqual([]);
      expect(failures).toEqual([]);
      expect(answered).toBeGreaterThan(0);
      expect(await everything()).toEqual(before);
      expect(peakBytes).toBeLessThan(MEMORY_LIMIT_BYTES + MEMORY_SLACK_BYTES);
      if (process.env["STEMMA_SHOW_HOSTILE"] !== undefined)
        process.stdout.write(
          `${JSON.stringify({ category, answered, peakBytes, worst: Math.max(...outcomes.map((o) => o.elapsedMs)), outcomes }, null, 1)}\n`,
        );
    },
    PATIENCE_MS,
  );

  it("that a server would not stop are refused before they reach it", async () => {
    const outcomes = await attemptAll(HOSTILE_INPUTS["survivors"] ?? []);

    expect(outcomes.length).toBeGreaterThan(0);
    expect(outcomes.filter(({ code }) => !REFUSALS.has(code))).toEqual([]);
  });

  it("leave the constraints in place", async () => {
    const twice = database.write((transaction) => transaction.run("CREATE (:Dataset {id: 'a'})"));

    await expect(twice).rejects.toSatisfy((error) => !isTransient(error));
    await expect(twice).rejects.toMatchObject({ code: "CONSTRAINT_VIOLATED" });
  });
});
