import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../database.ts";
import { openTestDatabase } from "../../testing/open-test-database.ts";
import { type TcpGate, openTcpGate } from "../../testing/tcp-gate.ts";
import { requireTestNeo4j } from "../../testing/test-neo4j.ts";
import type { Neo4jOptions } from "./create-connection.ts";
import { type Neo4jDatabase, connectNeo4j, openNeo4j } from "./open-neo4j.ts";

/** Bolt's message COMMIT: a chunk of two bytes, a structure without fields. */
const COMMIT = Buffer.from([0x00, 0x02, 0xb0, 0x12]);

const server = requireTestNeo4j();

describe("Neo4j that goes away", () => {
  let direct: Database;
  let gate: TcpGate;
  let options: Neo4jOptions;
  let database: Neo4jDatabase;
  const notes = async (): Promise<unknown> =>
    (await direct.read("MATCH (n:Note) RETURN count(n) AS n"))[0]?.["n"];

  beforeEach(async () => {
    direct = await openTestDatabase();
    const { hostname, port } = new URL(server.uri);
    gate = await openTcpGate({ host: hostname, port: Number(port) });
    options = { uri: `bolt://127.0.0.1:${gate.port}`, user: "neo4j", password: server.password };
    database = connectNeo4j(options);
  });
  afterEach(async () => {
    await database.close();
    await gate.shut();
    await direct.close();
  });

  it("is told of with what to do, and works again by itself when it is back", async () => {
    await database.prepare();
    await gate.shut();

    const lost = database.read("RETURN 1 AS one");

    await expect(lost).rejects.toMatchObject({
      code: "ENGINE_UNAVAILABLE",
      transient: true,
      message: expect.stringMatching(/127\.0\.0\.1:\d+ is not available.*NEO4J_URI/),
    });
    await gate.open();
    expect(await database.read("RETURN 1 AS one")).toEqual([{ one: 1 }]);
  });

  it("may be away at the start; its constraints are made when it comes", async () => {
    await direct.write((transaction) => transaction.run("DROP CONSTRAINT dataset_id IF EXISTS"));
    await gate.shut();
    await expect(database.prepare()).rejects.toMatchObject({ code: "ENGINE_UNAVAILABLE", transient: true });
    await expect(openNeo4j(options)).rejects.toMatchObject({ code: "ENGINE_UNAVAILABLE" });
    await gate.open();

    const createTwice = database.write(async (transaction) => {
      await transaction.run("CREATE (:Dataset {id: 'acme/one'})");
      await transaction.run("CREATE (:Dataset {id: 'acme/one'})");
    });

    await expect(createTwice).rejects.toMatchObject({ code: "CONSTRAINT_VIOLATED" });
  });

  it("costs a read nothing but time when only its connection is lost", async () => {
    await database.read("RETURN 1 AS one");
    gate.cut();

    expect(await database.read("RETURN 2 AS two")).toEqual([{ two: 2 }]);
  });

  it("has a write run again that it interrupted before the commit", async () => {
    let attempts = 0;

    await database.write(async (transaction) => {
      attempts += 1;
      await transaction.run("CREATE (:Note)");
      if (attempts === 1) gate.cut();
      await transaction.run("CREATE (:Note)");
    });

    expect(attempts).toBe(2);
    expect(await notes()).toBe(2);
  });

  it("does not have a write run again whose commit it may have kept", async () => {
    await database.prepare();
    let attempts = 0;
    gate.cutAfter(COMMIT);

    const write = database.write((transaction) => {
      attempts += 1;
      return transaction.run("CREATE (:Note)");
    });

    await expect(write).rejects.toMatchObject({ code: "ENGINE_UNAVAILABLE" });
    expect(attempts).toBe(1);
    expect(await notes()).toBe(1);
  });

  it("does not hold up a caller who gives up", async () => {
    await database.prepare();
    await gate.shut();

    const read = database.read("RETURN 1 AS one", {}, { signal: AbortSignal.timeout(100) });

    await expect(read).rejects.toMatchObject({ code: "CANCELLED" });
  });
});

describe("two processes on one Neo4j", () => {
  let first: Database;
  let second: Database;
  beforeEach(async () => {
    first = await openTestDatabase();
    second = await openNeo4j(server);
  });
  afterEach(() => Promise.all([first.close(), second.close()]));

  it("have their writers take turns, so that each goes on from what the others wrote", async () => {
    await first.write((transaction) => transaction.run("CREATE (:Counter {value: 0})"));
    await Promise.all(Array.from({ length: 40 }, (_, index) => addOne(index % 2 === 0 ? first : second)));

    expect(await second.read("MATCH (c:Counter) RETURN c.value AS value")).toEqual([{ value: 40 }]);
  });

  it("see each other's writes, and nothing that keeps the turns", async () => {
    await first.write((transaction) => transaction.run("CREATE (:Note {id: 1})"));

    expect(await second.read("MATCH (n) RETURN labels(n) AS labels")).toEqual([{ labels: ["Note"] }]);
  });
});

const addOne = (database: Database): Promise<void> =>
  database.write(async (transaction) => {
    const [row] = await transaction.run("MATCH (c:Counter) RETURN c.value AS value");
    const value = Number(row?.["value"]) + 1;
    await transaction.run("MATCH (c:Counter) SET c.value = $value", { value });
  });
