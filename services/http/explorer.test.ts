import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { aServer } from "./test-server.ts";

let folder: string;
let app: FastifyInstance;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "stemma-explorer-"));
  app = await aServer({ explorerFolder: folder });
});
afterEach(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

const build = async (): Promise<void> => {
  await mkdir(join(folder, "assets"));
  await writeFile(join(folder, "index.html"), "<title>explorer</title>");
  await writeFile(join(folder, "assets", "main-abc.js"), "void 0;");
};
const policyOf = async (url: string) => String((await get(url)).headers["content-security-policy"]);
const get = (url: string, accept = "text/html") => app.inject({ url, headers: { accept } });

describe("when the explorer is not built", () => {
  test("the page says how to build it", async () => {
    const page = await get("/");

    expect(page.headers["content-type"]).toMatch("text/html");
    expect(page.body).toContain("npx vite build ui");
  });

  test("a build shows without a restart", async () => {
    await get("/");

    await build();

    expect((await get("/")).body).toContain("<title>explorer</title>");
  });
});

describe("when the explorer is built", () => {
  beforeEach(build);

  test("every page address leads to it, also one with dots in it", async () => {
    for (const url of ["/", "/?dataset=a/b", "/datasets/teknium/OpenHermes-2.5"]) {
      expect((await get(url)).body, url).toContain("<title>explorer</title>");
    }
  });

  test("the page at /embed may be framed by others, and no other page may", async () => {
    expect(await policyOf("/embed?dataset=a/b")).toMatch(/; frame-ancestors \*$/);
    for (const url of [
      "/",
      "/?embed",
      "/embed/",
      "/embed/more",
      "/embedded",
      "/%65mbed",
      "//embed",
      "/contamination",
    ]) {
      expect(await policyOf(url), url).toMatch(/; frame-ancestors 'self'$/);
    }
    const [framed, other] = [await policyOf("/embed"), await policyOf("/")];
    expect(framed.replace("*", "'self'")).toBe(other);
  });

  test("what the frame asks for is answered to nobody else", async () => {
    for (const url of ["/assets/main-abc.js", "/api/health", "/api/embed"]) {
      const { headers } = await get(url, "*/*");
      expect(String(headers["content-security-policy"]), url).toMatch(/frame-ancestors 'self'$/);
      expect(headers["cross-origin-resource-policy"], url).toBe("same-origin");
    }
  });

  test("files with a hash in their name are kept for ever, the page never", async () => {
    expect((await get("/assets/main-abc.js")).headers["cache-control"]).toMatch("immutable");
    // A frame in a sandbox is of no origin, and says what it lacks only when it may have the page's scripts.
    expect((await get("/assets/main-abc.js")).headers["access-control-allow-origin"]).toBe("*");
    expect((await get("/")).headers).not.toHaveProperty("access-control-allow-origin");
    expect((await get("/")).headers["cache-control"]).toBe("no-cache");
  });

  test("a file that is not there is a problem document, not the page", async () => {
    const answer = await get("/assets/old-123.js");

    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ code: "NOT_FOUND", status: 404 });
  });

  test("a program that asks for no page gets a problem document", async () => {
    const answer = await get("/nothing", "application/json");

    expect(answer.statusCode).toBe(404);
    expect(answer.headers["content-type"]).toMatch("application/problem+json");
  });

  test.each(["/../secret.txt", "/..%2fsecret.txt", "/assets/..%2f..%2fsecret.txt", "/%2e%2e/secret.txt"])(
    "nothing outside the folder is served: %s",
    async (url) => {
      await writeFile(join(folder, "..", "secret.txt"), "what it holds");

      const answer = await get(url);

      await rm(join(folder, "..", "secret.txt"), { force: true });
      expect(answer.body).not.toContain("what it holds");
    },
  );
});
