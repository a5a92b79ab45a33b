import { rm } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aMirrorFolder } from "./a-mirror-folder.ts";
import { createMirror, type Mirror } from "./create-mirror.ts";

let folder: string;
let mirror: Mirror;

beforeAll(async () => {
  folder = await aMirrorFolder({
    "github/Acme/Rivers/README.md": "# main\n",
    "github/Acme/Rivers/data/readme.MD": "# data on main\n",
    "github/Acme/Rivers@v2/README.md": "# v2\n",
    "github/Acme/Rivers@v2/data/README.md": "# data on v2\n",
    "github/Acme/down/README.md": "# down\n",
    "mirror.json": { unreachable: ["https://github.com/acme/down"] },
  });
  mirror = await createMirror({ folder });
});

afterAll(async () => {
  await mirror.close();
  await rm(folder, { recursive: true });
});

const askRaw = (path: string): Promise<Response> =>
  fetch(`${mirror.origin}/raw.githubusercontent.com/${path}`);
const askApi = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${mirror.origin}/api.github.com/repos/${path}`, { headers });

const readJson = async (path: string): Promise<unknown> => (await askApi(path)).json();

describe("/raw.githubusercontent.com", () => {
  test.each(["main", "master", "HEAD", "refs/heads/main", "some-branch"])(
    "shows the plain folder at %s",
    async (branch) => {
      const response = await askRaw(`Acme/Rivers/${branch}/README.md`);

      expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
      expect(await response.text()).toBe("# main\n");
    },
  );

  test("shows a branch that has a folder of its own", async () => {
    expect(await (await askRaw("Acme/Rivers/v2/data/README.md")).text()).toBe("# data on v2\n");
    expect(await (await askRaw("Acme/Rivers/refs/tags/v2/README.md")).text()).toBe("# v2\n");
  });

  test("finds owner and repository in any case, files only in theirs", async () => {
    expect((await askRaw("acme/RIVERS/main/README.md")).status).toBe(200);
    expect((await askRaw("Acme/Rivers/main/readme.md")).status).toBe(404);
  });

  test("answers 404 for folders and for what is not there", async () => {
    for (const path of [
      "Acme/Rivers/main/data",
      "Acme/Rivers/main",
      "Acme/Rivers",
      "acme/none/main/README.md",
      "Acme/Rivers@v2/main/README.md",
    ]) {
      expect((await askRaw(path)).status, path).toBe(404);
    }
  });

  test("plays a scripted failure", async () => {
    expect((await askRaw("Acme/down/main/README.md")).status).toBe(503);
  });
});

describe("/api.github.com", () => {
  test("names a repository in its own spelling, with its default branch", async () => {
    expect(await (await askApi("acme/rivers")).json()).toMatchObject({
      full_name: "Acme/Rivers",
      default_branch: "main",
    });
  });

  test("gives the README of the repository or of a folder, at a branch", async () => {
    expect(await readJson("Acme/Rivers/readme")).toMatchObject({
      name: "README.md",
      path: "README.md",
      encoding: "base64",
      content: Buffer.from("# main\n").toString("base64"),
      download_url: "https://raw.githubusercontent.com/Acme/Rivers/main/README.md",
    });
    expect(await readJson("Acme/Rivers/readme/data")).toMatchObject({ path: "data/readme.MD" });
    expect(await readJson("Acme/Rivers/readme/data?ref=v2")).toMatchObject({
      content: Buffer.from("# data on v2\n").toString("base64"),
    });
  });

  test("gives the text itself to a client that asks for raw", async () => {
    const response = await askApi("Acme/Rivers/readme", { accept: "application/vnd.github.raw+json" });

    expect(await response.text()).toBe("# main\n");
  });

  test("lists a folder and gives git's own hash of a file", async () => {
    expect(await (await askApi("Acme/Rivers/contents")).json()).toMatchObject([
      { type: "file", path: "README.md" },
      { type: "dir", path: "data" },
    ]);
    expect(await (await askApi("Acme/Rivers/contents/README.md")).json()).toMatchObject({
      type: "file",
      size: 7,
      sha: "c693b5e4eb5238035eaf8e03761f61cf4fca9091",
    });
  });

  test("answers 404 as GitHub words it", async () => {
    const response = await askApi("acme/none");

    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ message: "Not Found", status: "404" });
    expect((await askApi("Acme/Rivers/issues")).status).toBe(404);
    expect((await askApi("Acme/Rivers/contents/none")).status).toBe(404);
  });

  test("plays a scripted failure", async () => {
    expect((await askApi("acme/down/readme")).status).toBe(503);
  });
});
