import { rm } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aMirrorFolder } from "./a-mirror-folder.ts";
import { createMirror, type Mirror } from "./create-mirror.ts";

let folder: string;
let mirror: Mirror;

beforeAll(async () => {
  folder = await aMirrorFolder({
    "web/acme.example/index.html": "front",
    "web/acme.example/posts/rivers.html": "post",
    "web/acme.example/posts/index.html": "posts",
    "mirror.json": { unreachable: ["https://down.example/"], rateLimited: ["https://acme.example/busy"] },
  });
  mirror = await createMirror({ folder });
});

afterAll(async () => {
  await mirror.close();
  await rm(folder, { recursive: true });
});

describe("/web/<host>/<path>", () => {
  test.each([
    ["acme.example/posts/rivers", "post"],
    ["acme.example/posts/rivers.html", "post"],
    ["acme.example/posts/rivers?utm_source=card", "post"],
    ["ACME.example/posts/rivers/", "post"],
    ["acme.example/posts/", "posts"],
    ["acme.example", "front"],
    ["acme.example/", "front"],
  ])("shows %s as HTML", async (path, text) => {
    const response = await fetch(`${mirror.origin}/web/${path}`);

    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(await response.text()).toBe(text);
  });

  test("tells missing pages from scripted failures", async () => {
    const statuses = await Promise.all(
      ["acme.example/none", "down.example/any/page", "acme.example/busy", "127.0.0.1:8080/admin"].map(
        async (path) => (await fetch(`${mirror.origin}/web/${path}`)).status,
      ),
    );

    expect(statuses).toEqual([404, 503, 429, 404]);
  });
});
