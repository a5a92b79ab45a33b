import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "../../../graph/database.ts";
import { createSavedViewStore } from "../../../graph/store/saved-views.ts";
import { openTestDatabase } from "../../../graph/testing/open-test-database.ts";
import type { Role } from "../../../schema/roles.ts";
import { SavedView, SavedViewList } from "../../../schema/saved-view.ts";
import type { Doorkeeper } from "../../auth/doorkeeper.ts";
import { createSavedViews } from "../../saved-views.ts";
import { aServer } from "../test-server.ts";

const NOW = new Date("2026-03-04T05:06:07.000Z");
const PEOPLE: Readonly<Record<string, Role>> = {
  visitor: "viewer",
  ada: "reviewer",
  emil: "reviewer",
  keeper: "operator",
};

/** Tokens that are called like their people. */
const doorkeeper: Doorkeeper = {
  isOpen: async () => false,
  admit: async (offered) => {
    const role = PEOPLE[offered];
    return role === undefined
      ? { kind: "refused" }
      : { kind: "admitted", session: { role, name: offered, tokenId: offered } };
  },
};

let database: Database;
let app: FastifyInstance;
let ids = 0;

const newId = () => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, "0")}`;

beforeAll(async () => {
  database = await openTestDatabase();
  const views = createSavedViews({ store: createSavedViewStore(database), now: () => NOW, newId });
  app = await aServer({ views, doorkeeper });
});
beforeEach(() => database.write((transaction) => transaction.run("MATCH (v:SavedView) DELETE v")));
afterAll(async () => {
  await app.close();
  await database.close();
});

interface Ask {
  readonly method?: "GET" | "POST" | "PUT" | "DELETE";
  readonly url?: string;
  readonly payload?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

const ask = (person: string, { method = "GET", url = "/api/views", payload, headers = {} }: Ask = {}) =>
  app.inject({
    method,
    url,
    headers: { authorization: `Bearer ${person}`, ...headers },
    ...(payload === undefined ? {} : { payload }),
  });

const DRAFT = { name: "Sources of mix", address: "/?dataset=acme/mix&depth=3" };
const save = async (person: string): Promise<SavedView> =>
  SavedView.parse((await ask(person, { method: "POST", payload: DRAFT })).json());

describe("saved views", () => {
  test("are listed to everybody who may look", async () => {
    expect((await ask("visitor")).json()).toEqual({ items: [] });

    const view = await save("ada");

    expect(SavedViewList.parse((await ask("visitor")).json()).items).toEqual([view]);
    expect(view).toMatchObject({ ...DRAFT, author: "ada", createdAt: NOW.toISOString(), revision: 1 });
  });

  test("say where they are", async () => {
    const answer = await ask("ada", { method: "POST", payload: DRAFT });

    expect(answer.statusCode).toBe(201);
    expect(answer.headers.location).toBe(`/api/views/${answer.json().id}`);
  });

  test.each(["POST", "PUT", "DELETE"] as const)("are not for a viewer to %s", async (method) => {
    const { id } = await save("ada");
    const url = method === "POST" ? "/api/views" : `/api/views/${id}${method === "PUT" ? "" : "?revision=1"}`;
    const payload = { POST: DRAFT, PUT: { ...DRAFT, revision: 1 }, DELETE: undefined }[method];

    const answer = await ask("visitor", { method, url, ...(payload === undefined ? {} : { payload }) });

    expect(answer.json()).toMatchObject({ status: 403, neededRole: "reviewer" });
  });

  test("are renamed and removed by whoever saved them, or by an operator", async () => {
    const { id } = await save("ada");
    const url = `/api/views/${id}`;
    const rename = (person: string, name: string, revision: number) =>
      ask(person, { method: "PUT", url, payload: { ...DRAFT, name, revision } });

    expect((await rename("emil", "mine now", 1)).json()).toMatchObject({ status: 403, code: "FORBIDDEN" });
    expect((await rename("ada", "First", 1)).json()).toMatchObject({
      name: "First",
      author: "ada",
      revision: 2,
    });
    expect((await rename("keeper", "Second", 2)).json()).toMatchObject({ author: "ada", revision: 3 });
    expect((await ask("emil", { method: "DELETE", url: `${url}?revision=3` })).statusCode).toBe(403);
    expect((await ask("ada", { method: "DELETE", url: `${url}?revision=3` })).json()).toMatchObject({ id });
    expect((await ask("visitor")).json()).toEqual({ items: [] });
  });

  test("answer an edit of what was changed meanwhile with a conflict", async () => {
    const { id } = await save("ada");
    const put = (name: string) =>
      ask("ada", { method: "PUT", url: `/api/views/${id}`, payload: { ...DRAFT, name, revision: 1 } });
    await put("First");

    expect((await put("Second")).json()).toMatchObject({ status: 409, code: "CONFLICT" });
    expect((await ask("ada", { method: "DELETE", url: `/api/views/${id}?revision=1` })).statusCode).toBe(409);
    expect((await ask("ada")).json().items).toEqual([expect.objectContaining({ name: "First" })]);
  });

  test("are saved and removed once per idempotency key", async () => {
    const headers = { "idempotency-key": "once" };
    const first = await ask("ada", { method: "POST", payload: DRAFT, headers });
    const second = await ask("ada", { method: "POST", payload: DRAFT, headers });
    expect(second.json()).toEqual(first.json());
    expect((await ask("ada")).json().items).toHaveLength(1);

    const remove = () =>
      ask("ada", { method: "DELETE", url: `/api/views/${first.json().id}?revision=1`, headers });
    expect([(await remove()).statusCode, (await remove()).statusCode]).toEqual([200, 200]);
  });

  test.each(["https://evil.example/", "//evil.example", "/api/traces", "/?token=stemma_abc"])(
    "keep no address that is not a page of ours: %s",
    async (address) => {
      const answer = await ask("ada", { method: "POST", payload: { ...DRAFT, address } });

      expect(answer.json()).toMatchObject({ status: 400, code: "INPUT_INVALID" });
    },
  );

  test("that are not there are not found", async () => {
    const url = "/api/views/00000000-0000-4000-8000-999999999999";

    expect((await ask("ada", { method: "PUT", url, payload: { ...DRAFT, revision: 1 } })).statusCode).toBe(
      404,
    );
  });
});
