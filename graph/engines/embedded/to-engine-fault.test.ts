import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import grafeo from "@grafeo-db/js";
import { AppError } from "../../../schema/errors.ts";
import { toEngineFault } from "./to-engine-fault.ts";

const faultOf = async (work: () => Promise<unknown>): Promise<ReturnType<typeof toEngineFault>> => {
  try {
    await work();
  } catch (error) {
    return toEngineFault(error);
  }
  throw new Error("nothing was refused");
};

describe("an error of the engine", () => {
  it("of two writers at once is a conflict that may pass", async () => {
    const database = grafeo.GrafeoDB.create();
    await database.executeCypher("CREATE (:Node {id: 1})");
    const one = database.beginTransaction();
    const other = database.beginTransaction();
    await one.executeCypher("MATCH (n:Node) SET n.x = 1");

    const fault = await faultOf(async () => {
      await other.executeCypher("MATCH (n:Node) SET n.x = 2");
      one.commit();
      other.commit();
    });

    expect(fault).toMatchObject({ code: "WRITE_CONFLICT", transient: true });
    database.close();
  });

  it("of a walk with too many paths says that the answer is too large", async () => {
    const database = grafeo.GrafeoDB.create();
    await database.executeCypher("UNWIND range(1, 25) AS i CREATE (:Node {id: i})");
    await database.executeCypher("MATCH (a:Node), (b:Node) CREATE (a)-[:TO]->(b)");
    const everyPath = `MATCH p = (:Node)-[:TO*]->(:Node)
      WHERE all(r IN relationships(p) WHERE r.x IS NULL) RETURN count(p) AS n`;

    expect(await faultOf(() => database.executeCypher(everyPath))).toMatchObject({
      code: "RESULT_TOO_LARGE",
    });
    database.close();
  });

  it.each([
    ["RETURN 1 / 0 AS x", "QUERY_INVALID"],
    ["RETURN 9223372036854775807 + 1 AS x", "QUERY_INVALID"],
    ["RETURN nothing(1) AS x", "QUERY_INVALID"],
    ["MATCH (a:Node) WITH a, collect(a) AS all DELETE all", "QUERY_INVALID"],
    ["MATCH (a:Node {id: 1}) DELETE a", "CONSTRAINT_VIOLATED"],
    ["EXPLAIN CREATE INDEX x FOR (n:Node) ON (n.id)", "INTERNAL"],
  ])("for %s is %s", async (cypher, code) => {
    const database = grafeo.GrafeoDB.create();
    await database.executeCypher("CREATE (:Node {id: 1})-[:TO]->(:Node {id: 2})");

    expect(await faultOf(() => database.executeCypher(cypher))).toMatchObject({ code, transient: false });
    database.close();
  });

  it("of a disk that takes nothing more may pass", async () => {
    const folder = await mkdtemp(join(tmpdir(), "stemma-fault-"));
    const database = grafeo.GrafeoDB.create(join(folder, "graph.grafeo"));
    await database.executeCypher("CREATE (:Node {id: 1})");

    await rm(folder, { recursive: true });

    expect(await faultOf(async () => database.walCheckpoint())).toMatchObject({
      code: "STORAGE_FAILED",
      transient: true,
    });
  });

  it("keeps the code that our own error has", () => {
    const fault = toEngineFault(new AppError("no", { code: "QUERY_NOT_READ_ONLY" }));

    expect(fault).toEqual({ code: "QUERY_NOT_READ_ONLY", message: "no", transient: false });
  });
});
