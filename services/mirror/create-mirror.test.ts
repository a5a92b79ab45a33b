import { request } from "node:http";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { aMirrorFolder } from "./a-mirror-folder.ts";
import { createMirror, type Mirror } from "./create-mirror.ts";

const CARD = "# Rivers\n";
const CARD_PATH = "/datasets/acme/rivers/resolve/main/README.md";

let folder: string;
let mirror: Mirror;

beforeEach(async () => {
  folder = await aMirrorFolder({
    "huggingface/datasets/acme/rivers/README.md": CARD,
    "github/acme/rivers/README.md": "# code\n",
    "web/acme.example/post.html": "<p>post</p>",
  });
  mirror = await createMirror({ folder });
});

afterEach(async () => {
  await mirror.close();
  await rm(folder, { recursive: true });
});

/** fetch resolves dots before it asks; this sends the path as it is. */
const askRaw = (path: string): Promise<{ status: number; body: string }> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(mirror.origin);
    request({ hostname, port, path }, (response) => {
      let body = "";
      response.on("data", (chunk: Buffer) => (body += chunk.toString("utf8")));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
    })
      .on("error", reject)
      .end();
  });

describe("createMirror", () => {
  test("listens on loopback unless told otherwise", () => {
    expect(mirror.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  test("answers HEAD with the headers of GET and no body", async () => {
    const response = await fetch(mirror.origin + CARD_PATH, { method: "HEAD" });

    expect(response.status).toBe(200);
    expect(response.headers.get("content-length")).toBe(String(CARD.length));
    expect(await response.text()).toBe("");
  });

  test("refuses every method that could write", async () => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
      const response = await fetch(mirror.origin + CARD_PATH, { method });
      expect(response.status).toBe(405);
      expect(response.headers.get("allow")).toBe("GET, HEAD");
    }
  });

  test("answers 304 without a body when the validator is known", async () => {
    const first = await fetch(mirror.origin + CARD_PATH);
    const etag = first.headers.get("etag") ?? "";
    const second = await fetch(mirror.origin + CARD_PATH, { headers: { "if-none-match": etag } });

    expect(etag).toMatch(/^"[0-9a-f]{40}"$/);
    expect(second.status).toBe(304);
    expect(await second.text()).toBe("");
  });

  test("answers a byte range with its place in the whole", async () => {
    const response = await fetch(mirror.origin + CARD_PATH, { headers: { range: "bytes=0-0" } });

    expect(response.status).toBe(206);
    expect(response.headers.get("content-range")).toBe(`bytes 0-0/${CARD.length}`);
    expect(await response.text()).toBe("#");
  });

  test("answers 416 to a range past the end", async () => {
    const response = await fetch(mirror.origin + CARD_PATH, { headers: { range: "bytes=500-" } });

    expect(response.status).toBe(416);
  });

  test("knows nothing outside its prefixes", async () => {
    for (const path of ["/", "/models/acme/rivers", "/favicon.ico", "/web", "/huggingface/redirects.json"]) {
      expect((await fetch(mirror.origin + path)).status).toBe(404);
    }
  });

  test("cannot be asked for a file outside the folder", async () => {
    await writeFile(join(folder, "..", "stemma-mirror-secret.md"), "TOP SECRET");
    const tails = [
      "../../../../stemma-mirror-secret.md",
      "..%2f..%2f..%2f..%2fstemma-mirror-secret.md",
      "%2e%2e/%2e%2e/%2e%2e/%2e%2e/stemma-mirror-secret.md",
      "..%5c..%5cstemma-mirror-secret.md",
      "%2fetc%2fpasswd",
      "/etc/passwd",
      "README.md%00.png",
      "main/.%2e/README.md",
    ];
    const heads = [
      "/datasets/acme/rivers/resolve/main/",
      "/datasets/acme/rivers/raw/main/",
      "/datasets/",
      "/api/datasets/",
      "/raw.githubusercontent.com/acme/rivers/main/",
      "/raw.githubusercontent.com/acme/rivers/",
      "/api.github.com/repos/acme/rivers/contents/",
      "/api.github.com/repos/acme/rivers/readme/",
      "/arxiv.org/html/",
      "/arxiv.org/pdf/",
      "/web/acme.example/",
      "/web/",
    ];

    for (const path of heads.flatMap((head) => tails.map((tail) => head + tail))) {
      const { status, body } = await askRaw(path);
      expect([400, 401, 404], path).toContain(status);
      expect(body).not.toMatch(/TOP SECRET|root:/);
    }
    await rm(join(folder, "..", "stemma-mirror-secret.md"));
  });

  test("does not follow a symbolic link out of the folder", async () => {
    const outside = await mkdtemp(join(tmpdir(), "stemma-outside-"));
    await writeFile(join(outside, "README.md"), "TOP SECRET");
    await symlink(join(outside, "README.md"), join(folder, "web", "acme.example", "link.html"));
    await symlink(outside, join(folder, "github", "acme", "rivers", "linked"));

    const page = await fetch(`${mirror.origin}/web/acme.example/link`);
    const file = await fetch(`${mirror.origin}/raw.githubusercontent.com/acme/rivers/main/linked/README.md`);

    expect([page.status, file.status]).toEqual([404, 404]);
    await rm(outside, { recursive: true });
  });

  test("serves a card that was edited since the start under a new revision", async () => {
    const before = await fetch(mirror.origin + CARD_PATH);
    await writeFile(join(folder, "huggingface/datasets/acme/rivers/README.md"), "# Rivers, revised\n");
    const after = await fetch(mirror.origin + CARD_PATH);

    expect(await after.text()).toBe("# Rivers, revised\n");
    expect(after.headers.get("x-repo-commit")).not.toBe(before.headers.get("x-repo-commit"));
  });

  test("answers 400 to a path that is not percent-encoded text", async () => {
    expect((await askRaw("/datasets/%E0%A4%A/x")).status).toBe(400);
  });
});

describe("createMirror, given something else than a mirror", () => {
  test.each([
    ["a folder that is not there", async () => join(folder, "nothing"), /no such folder/],
    [
      "a folder of another layout",
      async () => mkdtemp(join(tmpdir(), "stemma-no-")),
      /expected huggingface\/datasets/,
    ],
    [
      "a mirror.json with a slip",
      () => aMirrorFolder({ "mirror.json": { gatde: [] } }),
      /mirror\.json is not valid/,
    ],
    [
      "a mirror.json that is no JSON",
      () => aMirrorFolder({ "mirror.json": "{" }),
      /mirror\.json is not JSON/,
    ],
    [
      "redirects of another shape",
      () => aMirrorFolder({ "huggingface/redirects.json": ["a", "b"] }),
      /redirects\.json is not a JSON object/,
    ],
  ])("says what is wrong with %s", async (_name, makeFolder, message) => {
    const made = await makeFolder();

    await expect(createMirror({ folder: made })).rejects.toThrow(message);
    await rm(made, { recursive: true, force: true });
  });
});
