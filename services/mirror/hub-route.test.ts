import { datasetInfo, downloadFile, listDatasets } from "@huggingface/hub";
import { rm } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aMirrorFolder } from "./a-mirror-folder.ts";
import { createMirror, type Mirror } from "./create-mirror.ts";

const hub = "huggingface/datasets";
let folder: string;
let mirror: Mirror;

beforeAll(async () => {
  folder = await aMirrorFolder({
    [`${hub}/acme/Rivers/info.json`]: {
      id: "acme/Rivers",
      author: "acme",
      createdAt: "2024-02-03T04:05:06.000Z",
      downloads: 50,
      likes: 3,
      gated: false,
      tags: ["license:mit", "arxiv:2401.90001"],
    },
    [`${hub}/acme/Rivers/README.md`]: "# Rivers\n",
    [`${hub}/acme/rivers-small/info.json`]: { id: "acme/rivers-small", downloads: 700, likes: 1 },
    [`${hub}/acme/only-card/README.md`]: "# Only a card\n",
    [`${hub}/acme/locked/README.md`]: "# Locked\n",
    [`${hub}/acme/uncopied/info.json`]: { id: "acme/uncopied", gated: "auto" },
    [`${hub}/acme/down/README.md`]: "# Down\n",
    [`${hub}/acme/busy/README.md`]: "# Busy\n",
    [`${hub}/acme/twin/README.md`]: "# twin\n",
    [`${hub}/acme/Twin/info.json`]: { id: "acme/Twin", downloads: 1 },
    [`${hub}/_canonical/old_lakes/README.md`]: "# old lakes\n",
    [`${hub}/_canonical/never_moved/README.md`]: "# never moved\n",
    "huggingface/redirects.json": { old_lakes: "waters/lakes", "acme/streams": "acme/Rivers" },
    "mirror.json": {
      gated: ["acme/locked"],
      unreachable: ["https://huggingface.co/datasets/acme/down"],
      rateLimited: ["acme/busy"],
      retryAfterSeconds: 7,
    },
  });
  mirror = await createMirror({ folder });
});

afterAll(async () => {
  await mirror.close();
  await rm(folder, { recursive: true });
});

const ask = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(mirror.origin + path, { redirect: "manual", headers });
const askJson = async (path: string): Promise<unknown> => (await ask(path)).json();

const search = async (query: string): Promise<readonly string[]> =>
  ((await askJson(`/api/datasets?${query}`)) as { id: string }[]).map(({ id }) => id);

describe("/api/datasets/<id>", () => {
  test("gives info.json with revision and files", async () => {
    const info = await askJson("/api/datasets/acme/Rivers");

    expect(info).toMatchObject({
      id: "acme/Rivers",
      author: "acme",
      createdAt: "2024-02-03T04:05:06.000Z",
      downloads: 50,
      gated: false,
      tags: ["license:mit", "arxiv:2401.90001"],
      sha: expect.stringMatching(/^[0-9a-f]{40}$/),
      siblings: [{ rfilename: "README.md" }],
    });
  });

  test("invents nothing when only the card is there", async () => {
    const info = await askJson("/api/datasets/acme/only-card");

    expect(Object.keys(info as object).sort()).toEqual([
      "_id",
      "author",
      "disabled",
      "gated",
      "id",
      "private",
      "sha",
      "siblings",
      "tags",
    ]);
  });

  test("answers at main, HEAD and its own revision, and at no other", async () => {
    const { sha } = (await askJson("/api/datasets/acme/Rivers")) as { sha: string };
    const statuses = await Promise.all(
      ["main", "HEAD", "refs%2Fheads%2Fmain", sha, "v9"].map(
        async (revision) => (await ask(`/api/datasets/acme/Rivers/revision/${revision}`)).status,
      ),
    );

    expect(statuses).toEqual([200, 200, 200, 200, 404]);
  });

  test.each([
    ["a renamed id", "/api/datasets/acme/streams", "/api/datasets/acme/Rivers"],
    ["a legacy id", "/api/datasets/old_lakes", "/api/datasets/waters/lakes"],
    ["another spelling", "/api/datasets/ACME/rivers", "/api/datasets/acme/Rivers"],
    [
      "a legacy id at a revision",
      "/api/datasets/old_lakes/revision/HEAD?expand=tags",
      "/api/datasets/waters/lakes/revision/HEAD?expand=tags",
    ],
    ["a file", "/datasets/old_lakes/resolve/main/README.md", "/datasets/waters/lakes/resolve/main/README.md"],
  ])("redirects %s with 307, keeping the rest of the path", async (_name, from, to) => {
    const response = await ask(from);

    expect(response.status).toBe(307);
    expect(response.headers.get("location")).toBe(to);
  });

  test("serves a legacy card under the id of today", async () => {
    const response = await fetch(`${mirror.origin}/datasets/old_lakes/resolve/main/README.md`);

    expect(await response.text()).toBe("# old lakes\n");
    expect(await askJson("/api/datasets/waters/lakes")).toMatchObject({ id: "waters/lakes" });
  });

  test("keeps a legacy id that never moved", async () => {
    expect(await askJson("/api/datasets/never_moved")).toMatchObject({ id: "never_moved" });
  });

  test("joins two spellings of one id under the one that has the Hub's info", async () => {
    const response = await fetch(`${mirror.origin}/datasets/acme/twin/raw/main/README.md`);

    expect(new URL(response.url).pathname).toBe("/datasets/acme/Twin/raw/main/README.md");
    expect(await response.text()).toBe("# twin\n");
  });

  test("tells a stranger 401 and a known client 404 of what is not there", async () => {
    const stranger = await ask("/api/datasets/acme/nothing");
    const known = await ask("/api/datasets/acme/nothing", { authorization: "Bearer token" });

    expect([stranger.status, known.status]).toEqual([401, 404]);
    expect(stranger.headers.get("x-error-code")).toBe("RepoNotFound");
    expect(await stranger.json()).toEqual({ error: "Repository not found" });
  });

  test.each(["acme/locked", "acme/uncopied"])("shows the info of gated %s and keeps its card", async (id) => {
    const info = (await askJson(`/api/datasets/${id}`)) as { gated: unknown };
    const card = await ask(`/datasets/${id}/resolve/main/README.md`);
    const withToken = await ask(`/datasets/${id}/resolve/main/README.md`, { authorization: "Bearer token" });

    expect(info.gated).toBe(id === "acme/locked" ? "manual" : "auto");
    expect([card.status, withToken.status]).toEqual([401, 403]);
    expect(card.headers.get("x-error-code")).toBe("GatedRepo");
  });

  test("plays the failures that mirror.json scripts", async () => {
    const down = await ask("/api/datasets/acme/down");
    const busy = await ask("/datasets/acme/busy/resolve/main/README.md");

    expect([down.status, busy.status]).toEqual([503, 429]);
    expect(busy.headers.get("retry-after")).toBe("7");
  });
});

describe("/datasets/<id>/resolve and /raw", () => {
  test("give the card with validator and commit", async () => {
    const { sha } = (await askJson("/api/datasets/acme/Rivers")) as { sha: string };
    const response = await ask("/datasets/acme/Rivers/resolve/main/README.md");

    expect(await response.text()).toBe("# Rivers\n");
    expect(response.headers.get("x-repo-commit")).toBe(sha);
    expect(response.headers.get("etag")).toMatch(/^"[0-9a-f]{40}"$/);
    expect(await (await ask(`/datasets/acme/Rivers/raw/${sha}/README.md`)).text()).toBe("# Rivers\n");
  });

  test("tell a missing file from a missing dataset", async () => {
    const file = await ask("/datasets/acme/rivers-small/resolve/main/README.md");
    const dataset = await ask("/datasets/acme/nothing/resolve/main/README.md");

    expect([file.status, file.headers.get("x-error-code")]).toEqual([404, "EntryNotFound"]);
    expect([dataset.status, dataset.headers.get("x-error-code")]).toEqual([401, "RepoNotFound"]);
  });

  test("tell nothing of what was asked in a header, whatever was asked", async () => {
    const response = await ask("/datasets/acme/Rivers/resolve/main/%0d%0aset-cookie:%20a=b%00");

    expect(response.status).toBe(404);
    expect(response.headers.get("x-error-message")).toBe("Entry not found");
  });

  test("never give info.json as a file of the repository", async () => {
    expect((await ask("/datasets/acme/Rivers/resolve/main/info.json")).status).toBe(404);
  });
});

describe("/api/datasets", () => {
  test("finds ids that contain every word, in any case, most downloaded first", async () => {
    expect(await search("search=RIVERS")).toEqual(["acme/rivers-small", "acme/Rivers"]);
    expect(await search("search=acme%20small")).toEqual(["acme/rivers-small"]);
    expect(await search("search=nothing")).toEqual([]);
  });

  test("sorts, limits and filters by owner", async () => {
    expect(await search("search=rivers&sort=likes")).toEqual(["acme/Rivers", "acme/rivers-small"]);
    expect(await search("search=rivers&sort=downloads&direction=-1&limit=1")).toEqual(["acme/rivers-small"]);
    expect(await search("author=waters")).toEqual(["waters/lakes"]);
  });

  test("finds moved datasets by today's id only", async () => {
    expect(await search("search=lakes")).toEqual(["waters/lakes"]);
  });
});

describe("the Hub's own client library", () => {
  test("reads info, listing and card from the mirror", async () => {
    const info = await datasetInfo({
      name: "acme/Rivers",
      hubUrl: mirror.origin,
      additionalFields: ["tags", "createdAt", "sha"],
    });
    const listed: string[] = [];
    for await (const { name } of listDatasets({
      hubUrl: mirror.origin,
      search: { query: "rivers" },
      limit: 5,
    })) {
      listed.push(name);
    }
    const card = await downloadFile({
      repo: { type: "dataset", name: "acme/Rivers" },
      path: "README.md",
      hubUrl: mirror.origin,
    });

    expect(info).toMatchObject({
      name: "acme/Rivers",
      downloads: 50,
      tags: ["license:mit", "arxiv:2401.90001"],
    });
    expect(listed).toEqual(["acme/rivers-small", "acme/Rivers"]);
    expect(await card?.text()).toBe("# Rivers\n");
  });

  test("sees a missing file as null and a missing dataset as an error", async () => {
    const missing = { path: "README.md", hubUrl: mirror.origin };

    expect(await downloadFile({ ...missing, repo: "datasets/acme/rivers-small" })).toBeNull();
    await expect(downloadFile({ ...missing, repo: "datasets/acme/nothing" })).rejects.toThrow(
      /Repository not found/,
    );
  });
});
