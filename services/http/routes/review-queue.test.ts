import { randomUUID } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../graph/database.ts";
import { createLineageStore } from "../../../graph/store/lineage.ts";
import { onEmptyGraph } from "../../../graph/store/on-empty-graph.ts";
import { aCommit, aDerivation } from "../../../graph/store/test-data.ts";
import type { Derivation } from "../../../schema/edge.ts";
import type { TakeAnswer } from "../../../schema/review-queue.ts";
import { openReviewQueue } from "../../queue/open-review-queue.ts";
import { aServer } from "../test-server.ts";

const flagged: Partial<Derivation> = { status: "flagged", flags: ["low-confidence"] };
const edges = ["a", "b", "c"].map((name) => aDerivation("harbour/notes", `harbour/${name}`, flagged));

let database: Database;
let app: FastifyInstance;
onEmptyGraph((opened) => (database = opened));
beforeEach(async () => {
  const store = createLineageStore(database);
  await store.commit(aCommit("harbour/notes", edges));
  const queue = { database, aside: database, store, now: () => new Date(), newId: randomUUID };
  app = await aServer({ reviewQueue: openReviewQueue(queue) });
});
afterEach(() => app.close());

const URL_OF_QUEUE = "/api/reviews/queue";
const post = (path: string, payload: object) =>
  app.inject({ method: "POST", url: `${URL_OF_QUEUE}${path}`, payload });

describe("the routes of the queue", () => {
  it("lists with commas between words, and refuses words that it does not know", async () => {
    const page = await app.inject(`${URL_OF_QUEUE}?why=flagged,audit&relations=inclusion&limit=2`);

    expect(page.json()).toMatchObject({
      total: 3,
      items: [{ why: ["flagged"] }, {}],
      reasons: { flagged: 3 },
    });
    expect((await app.inject(`${URL_OF_QUEUE}?why=bored`)).statusCode).toBe(400);
    expect((await app.inject(`${URL_OF_QUEUE}?colour=red`)).statusCode).toBe(400);
  });

  it("gives clients that take at once an edge each, though all have one name", async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => post("/take", { client: randomUUID() })));

    const taken = answers.flatMap((answer) => answer.json<TakeAnswer>().taken?.item.edge.id ?? []);
    expect(new Set(taken)).toEqual(new Set(edges.map(({ id }) => id)));
    expect(taken).toHaveLength(3);
  });

  it("answers CONFLICT for what another client holds until it is released", async () => {
    const [client, other] = [randomUUID(), randomUUID()];
    const edge = edges[0]?.id;
    await post("/take", { edge, client });

    expect((await post("/take", { edge, client: other })).json()).toMatchObject({ code: "CONFLICT" });
    expect((await post("/release", { edge, client: other })).json()).toEqual({ released: false });
    expect((await post("/release", { edge, client })).json()).toEqual({ released: true });
    expect((await post("/take", { edge, client: other })).statusCode).toBe(200);
  });

  it("gives one edge with its quotes, and NOT_FOUND for none", async () => {
    const detail = await app.inject(`${URL_OF_QUEUE}/${edges[0]?.id}`);

    expect(detail.json()).toMatchObject({
      item: { edge: { id: edges[0]?.id }, revision: 0 },
      evidence: [{ span: { start: 10 }, url: expect.stringContaining("https://") }],
      history: 0,
    });
    expect((await app.inject(`${URL_OF_QUEUE}/${"0".repeat(24)}`)).json()).toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("assigns edges, or a filter's, and not both or neither", async () => {
    expect((await post("/assign", { to: "Ben", filter: {} })).json()).toEqual({ count: 3, preview: false });
    expect((await post("/assign", { to: "Ben" })).statusCode).toBe(400);
    expect((await app.inject(`${URL_OF_QUEUE}?assigned=Ben`)).json()).toMatchObject({ total: 3 });
  });
});
