import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import type { Database } from "../../database.ts";
import { describeDatabase } from "../../database.contract.ts";
import { openEmbedded } from "./open-embedded.ts";

const folders: string[] = [];
const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "stemma-test-"));
  folders.push(folder);
  return folder;
};
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

const folderOf = new WeakMap<Database, string>();
const openIn = async (folder: string): Promise<Database> => {
  const database = await openEmbedded({ folder });
  folderOf.set(database, folder);
  return database;
};

describeDatabase("the embedded engine", {
  open: async () => openIn(await newFolder()),
  reopen: async (database) => {
    await database.close();
    return openIn(folderOf.get(database) ?? "");
  },
});

describe("the embedded engine's process", () => {
  it("is refused a folder that another one has open, with advice", async () => {
    const folder = await newFolder();
    const database = await openEmbedded({ folder });

    const second = openEmbedded({ folder });

    await expect(second).rejects.toMatchObject({
      code: "ENGINE_UNAVAILABLE",
      message: expect.stringMatching(new RegExp(`another process.*${folder}.*--data`)),
    });
    await database.close();
  });

  it("loses no acknowledged commit and keeps no half of one when it is killed again and again", async () => {
    const database = await openEmbedded();
    const acknowledged: number[] = [];
    const write = (batch: number): Promise<unknown> =>
      database.write(async (transaction) => {
        await transaction.run("MERGE (b:Batch {id: $batch})", { batch });
        await transaction.run(
          "UNWIND range(1, 20) AS i MERGE (:Part {id: $batch * 100 + i, batch: $batch})",
          {
            batch,
          },
        );
      });

    for (let round = 0; round < 5; round += 1) {
      const pid = await database.enginePid();
      const kill = setTimeout(() => process.kill(pid, "SIGKILL"), 15 + 10 * round);
      for (let batch = round * 40; batch < round * 40 + 40; batch += 1) {
        const outcome = await write(batch).catch((error: unknown) => error);
        if (outcome instanceof Error) {
          expect(outcome).toMatchObject({ code: "ENGINE_UNAVAILABLE", transient: true });
        } else acknowledged.push(batch);
      }
      clearTimeout(kill);
    }

    const rows = await database.read(
      "MATCH (b:Batch) RETURN b.id AS id, COUNT { MATCH (p:Part) WHERE p.batch = b.id } AS parts",
    );
    const kept = new Map(rows.map((row) => [row["id"], row["parts"]]));
    expect(acknowledged.length).toBeGreaterThan(190);
    expect(acknowledged.filter((batch) => kept.get(batch) !== 20)).toEqual([]);
    expect([...kept.values()].filter((parts) => parts !== 20)).toEqual([]);
    await database.close();
  });

  it("runs a write again that the loss of the engine interrupted before its commit", async () => {
    const database = await openEmbedded();
    let attempts = 0;

    await database.write(async (transaction) => {
      attempts += 1;
      await transaction.run("CREATE (:Note)");
      if (attempts === 1) process.kill(await database.enginePid(), "SIGKILL");
      await transaction.run("CREATE (:Note)");
    });

    expect(attempts).toBe(2);
    expect(await database.read("MATCH (n:Note) RETURN count(n) AS n")).toEqual([{ n: 2 }]);
    await database.close();
  });

  it("is started once when many find it gone", async () => {
    const database = await openEmbedded();
    const lost = await database.enginePid();
    const controller = new AbortController();
    const slow = database.read(
      "UNWIND range(1, 1000000000) AS i WITH i WHERE i % 7 = 8 RETURN count(i) AS n",
      {},
      {
        signal: controller.signal,
      },
    );
    const waiting = Array.from({ length: 10 }, () => database.read("RETURN 1 AS one"));
    process.kill(lost, "SIGKILL");

    const pids = await Promise.all(Array.from({ length: 10 }, () => database.enginePid()));

    await Promise.all(waiting);
    const now = await database.enginePid();
    expect(now).not.toBe(lost);
    expect(pids.filter((pid) => pid !== lost && pid !== now)).toEqual([]);
    controller.abort();
    await expect(slow).rejects.toMatchObject({ code: "CANCELLED" });
    await database.close();
  });

  it("ends a statement that would fill the memory, and goes on working", async () => {
    const database = await openEmbedded({ memoryLimitBytes: 400 * 1024 ** 2 });

    const greedy = database.read("UNWIND range(1, 50000000) AS i RETURN i, toString(i) AS text");

    await expect(greedy).rejects.toMatchObject({ code: "RESULT_TOO_LARGE" });
    expect(await database.read("RETURN 1 AS one")).toEqual([{ one: 1 }]);
    await database.close();
  });

  it("ends with the process that opened it, even in the middle of a query", async () => {
    const folder = await newFolder();
    const adapter = new URL("./open-embedded.ts", import.meta.url).href;
    const script = `
      const { openEmbedded } = await import(${JSON.stringify(adapter)});
      const database = await openEmbedded({ folder: ${JSON.stringify(folder)} });
      database.read("UNWIND range(1, 1000000000) AS i WITH i WHERE i % 7 = 8 RETURN count(i) AS n");
      console.log(await database.enginePid());`;
    const loader = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
    const parent = spawn(process.execPath, ["--import", loader, "--input-type=module", "-e", script]);
    await once(parent.stdout, "data");

    parent.kill("SIGKILL");

    const database = await openEmbedded({ folder });
    expect(await database.read("RETURN 1 AS one")).toEqual([{ one: 1 }]);
    await database.close();
  });

  it("keeps the graph in a temporary folder when none is named, also over a restart", async () => {
    const database = await openEmbedded();
    await database.write((transaction) => transaction.run("CREATE (:Note)"));

    process.kill(await database.enginePid(), "SIGKILL");

    expect(await database.read("MATCH (n:Note) RETURN count(n) AS n")).toEqual([{ n: 1 }]);
    await database.close();
  });
});
