import { gunzipSync, brotliDecompressSync } from "node:zlib";
import { beforeEach, describe, expect, test } from "vitest";
import { type GraphSnapshot, SnapshotQuery } from "../../schema/api.ts";
import { DatasetId } from "../../schema/ids.ts";
import { aServer } from "./test-server.ts";
import { createSnapshotCache } from "./snapshot-cache.ts";

const query = SnapshotQuery.parse({});

const aSnapshot = (name: string): GraphSnapshot => ({
  total: { datasets: 1, edges: 0 },
  truncated: false,
  words: {
    states: ["traced"],
    relations: ["inclusion"],
    statuses: ["accepted"],
    domains: ["math"],
    levels: ["none"],
    licences: [],
  },
  nodes: {
    id: [DatasetId.parse(name)],
    state: [0],
    kind: [0],
    downloads: [null],
    sources: [0],
    uses: [0],
    domains: [1],
    level: [0],
    licence: [null],
    created: [null],
    x: [0],
    y: [0],
  },
  edges: { id: [], from: [], to: [], relation: [], status: [], confidence: [] },
});

let version: string;
let name: string;
let reads: number;
const source = {
  version: async () => version,
  read: async () => {
    reads += 1;
    return aSnapshot(name);
  },
};

beforeEach(() => {
  version = "1";
  name = "a/b";
  reads = 0;
});

describe("a kept snapshot", () => {
  test("is read once however many ask at once", async () => {
    const snapshotOf = createSnapshotCache<SnapshotQuery>(source);

    const all = await Promise.all(Array.from({ length: 10 }, () => snapshotOf(query)));

    expect(new Set(all).size).toBe(1);
    expect(reads).toBe(1);
  });

  test("is read anew for another version, and keeps its tag where nothing changed in it", async () => {
    const snapshotOf = createSnapshotCache<SnapshotQuery>(source);
    const first = await snapshotOf(query);

    version = "2";
    const same = await snapshotOf(query);
    version = "3";
    name = "c/d";
    const other = await snapshotOf(query);

    expect(reads).toBe(3);
    expect(same.tag).toBe(first.tag);
    expect(other.tag).not.toBe(first.tag);
  });

  test("is another one for other questions", async () => {
    const snapshotOf = createSnapshotCache<SnapshotQuery>(source);

    await snapshotOf(query);
    await snapshotOf({ ...query, limit: 5 });
    await snapshotOf({ ...query, domain: "math" });
    await snapshotOf(query);

    expect(reads).toBe(3);
  });

  test("has the same content in each form", async () => {
    const { forms } = await createSnapshotCache<SnapshotQuery>(source)(query);

    expect(JSON.parse(forms.identity.toString())).toEqual(aSnapshot("a/b"));
    expect(gunzipSync(forms.gzip)).toEqual(forms.identity);
    expect(brotliDecompressSync(forms.br)).toEqual(forms.identity);
  });

  test("that could not be read is tried again", async () => {
    let fails = true;
    const snapshotOf = createSnapshotCache<SnapshotQuery>({
      ...source,
      read: async () => {
        if (fails) throw new Error("the engine is away");
        return aSnapshot("a/b");
      },
    });

    await expect(snapshotOf(query)).rejects.toThrow("away");
    fails = false;

    expect((await snapshotOf(query)).tag).toMatch(/^W\//);
  });
});

describe("GET /api/graph", () => {
  const snapshots = { version: source.version, snapshot: source.read, overview: source.read as never };

  test("answers in the form that is accepted, and 304 to who has it", async () => {
    const app = await aServer({ snapshots });
    const ask = (headers: Record<string, string>) => app.inject({ url: "/api/graph", headers });

    const answers = await Promise.all(
      ["gzip, deflate, br", "gzip", "br;q=0, gzip;q=0", ""].map((accepted) =>
        ask({ "accept-encoding": accepted }),
      ),
    );
    const known = await ask({ "if-none-match": String(answers[0]?.headers.etag) });
    await app.close();

    expect(answers.map(({ headers }) => headers["content-encoding"])).toEqual([
      "br",
      "gzip",
      undefined,
      undefined,
    ]);
    expect(answers[3]?.json()).toEqual(aSnapshot("a/b"));
    expect(known.statusCode).toBe(304);
    expect(known.body).toBe("");
  });

  test.each(["limit=0", "limit=100001", "domain=nothing", "within=everything", "owner="])(
    "refuses %s",
    async (parameters) => {
      const app = await aServer({ snapshots });

      const answer = await app.inject(`/api/graph?${parameters}`);
      await app.close();

      expect(answer.statusCode).toBe(400);
    },
  );
});
