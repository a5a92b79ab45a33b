import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../database.ts";
import { openTestDatabase } from "../testing/open-test-database.ts";
import { createLineageStore } from "./lineage.ts";
import type { LineageStore } from "./lineage.ts";
import {
  aClearing,
  aCommit,
  aDataset,
  aDerivation,
  aDocument,
  aModelUse,
  anEvidence,
  anId,
  aTrace,
  commitsOf,
} from "./test-data.ts";
import { createTraceStore } from "./traces.ts";

let database: Database;
let store: LineageStore;

beforeAll(async () => {
  database = await openTestDatabase();
  store = createLineageStore(database);
  await createTraceStore(database).begin(aTrace());
});
afterAll(() => database.close());

const ACCEPTED = { direction: "upstream", depth: 5, statuses: ["accepted"] } as const;
const levels = (view: Awaited<ReturnType<LineageStore["lineage"]>>) =>
  Object.fromEntries(view?.nodes.map(({ id, level }) => [id.slice(4), level]) ?? []);

const ids = async (text: string) => (await store.search({ text, limit: 10 })).items.map(({ id }) => id);

const alias = (key: string, id: string, reason: "renamed" | "spelling") => ({
  key,
  datasetId: anId(id),
  reason,
});

const BELIEVED = { ...ACCEPTED, statuses: ["accepted", "flagged"] } as const;

describe("a commit", () => {
  it("is given back edge for edge", async () => {
    const edge = aDerivation("acme/one", "acme/source", { split: "train", subset: "algebra" });

    await store.commit(aCommit("acme/one", [edge]));

    const view = await store.lineage(anId("acme/one"), ACCEPTED);
    expect(view?.nodes.map(({ id, level, sources, uses }) => ({ id, level, sources, uses }))).toEqual([
      { id: "acme/one", level: 0, sources: 1, uses: 0 },
      { id: "acme/source", level: 1, sources: 0, uses: 1 },
    ]);
    expect(view?.edges).toEqual([edge]);
  });

  it("forgets why a dataset could not be read once it was", async () => {
    const missed = aDataset("acme/late", { state: "unreachable", stateReason: "no answer" });
    await store.commit({ ...aCommit("acme/late"), outcome: "unreachable", dataset: missed });

    await store.commit(aCommit("acme/late"));

    const read = await store.dataset(anId("acme/late"));
    expect(read?.state).toBe("traced");
    expect(read?.stateReason).toBeUndefined();
  });

  it("keeps models, clearings and rejected candidates apart from sources", async () => {
    const model = aModelUse("acme/made", "maker/model-7b", "generator");
    const clearing = aClearing("acme/made", "acme/exam", { split: "test" });
    const rejected = aDerivation("acme/made", "acme/rival", {
      status: "rejected",
      rejection: "compared-with",
    });

    await store.commit(
      aCommit("acme/made", [model, clearing, rejected], {
        documents: [aDocument("card of acme/made", { title: "Made" })],
      }),
    );

    const detail = await store.detail(anId("acme/made"));
    expect(detail).toMatchObject({ sources: 0, rejected: 1, models: [model], clearings: [clearing] });
    expect(detail?.documents.map(({ title }) => title)).toEqual(["Made"]);
    expect(await store.rejected(anId("acme/made"))).toMatchObject([
      { edge: rejected, evidence: [{ title: "Made" }] },
    ]);
  });

  it("keeps an edge's id and first trace when its status changes", async () => {
    const flagged = aDerivation("acme/moving", "acme/base", { status: "flagged", flags: ["low-confidence"] });
    await store.commit(aCommit("acme/moving", [flagged]));
    const later = { firstTrace: aTrace({}).id, lastTrace: aTrace({}).id };
    const accepted = aDerivation("acme/moving", "acme/base", { ...later, confidence: 1 });

    await store.commit(aCommit("acme/moving", [accepted]));

    expect((await store.lineage(anId("acme/moving"), BELIEVED))?.edges).toEqual([accepted]);
    expect((await store.edge(flagged.id))?.edge).toEqual(accepted);
  });

  it("takes away what an earlier visit claimed and this one does not", async () => {
    const old = aDerivation("acme/retraced", "acme/old");
    const kept = aDerivation("acme/retraced", "acme/kept");
    await store.commit(aCommit("acme/retraced", [old, kept]));

    await store.commit(aCommit("acme/retraced", [kept]));

    expect((await store.lineage(anId("acme/retraced"), ACCEPTED))?.edges).toEqual([kept]);
    expect(await store.edge(old.id)).toBeUndefined();
    expect(await database.read("MATCH (e:Evidence {edgeId: $id}) RETURN e.id AS id", { id: old.id })).toEqual(
      [],
    );
  });

  it("takes nothing away when the visit could not look", async () => {
    const edge = aDerivation("acme/offline", "acme/base");
    await store.commit(aCommit("acme/offline", [edge]));

    await store.commit(
      aCommit("acme/offline", [], {
        dataset: aDataset("acme/offline", { state: "unreachable", stateReason: "no answer" }),
        outcome: "unreachable",
        documents: [],
      }),
    );

    expect((await store.lineage(anId("acme/offline"), ACCEPTED))?.edges).toEqual([edge]);
    expect((await store.dataset(anId("acme/offline")))?.state).toBe("traced");
  });

  it("replaces the evidence of an edge", async () => {
    const edge = aDerivation("acme/proven", "acme/base");
    await store.commit(aCommit("acme/proven", [edge]));
    const newer = aDocument("second card of acme/proven", { revision: "r2" });

    await store.commit(
      aCommit("acme/proven", [edge], { documents: [newer], evidence: [anEvidence(edge, newer)] }),
    );

    const detail = await store.edge(edge.id);
    expect(detail?.evidence.map(({ document, revision }) => [document, revision])).toEqual([
      [newer.sha256, "r2"],
    ]);
    expect((await store.detail(anId("acme/proven")))?.documents).toEqual([newer]);
  });

  it("keeps each dataset's own address of a text that two share", async () => {
    const one = aDocument("shared text", { url: "https://hub.example/b" });
    const two = aDocument("shared text", { url: "https://hub.example/a" });
    const edgeOne = aDerivation("shared/one", "acme/base");
    const edgeTwo = aDerivation("shared/two", "acme/base");

    await store.commit(
      aCommit("shared/one", [edgeOne], { documents: [one], evidence: [anEvidence(edgeOne, one)] }),
    );
    await store.commit(
      aCommit("shared/two", [edgeTwo], { documents: [two], evidence: [anEvidence(edgeTwo, two)] }),
    );

    expect((await store.edge(edgeOne.id))?.evidence[0]?.url).toBe(one.url);
    expect((await store.edge(edgeTwo.id))?.evidence[0]?.url).toBe(two.url);
    const supports = await store.supports(one.sha256);
    expect(supports.map(({ edge }) => edge.id).sort()).toEqual([edgeOne.id, edgeTwo.id].sort());
  });

  it.each([
    ["an edge without evidence", { evidence: [] }, /has no evidence/],
    ["an end that the graph lacks", { neighbours: [] }, /the graph lacks/],
    ["an unknown trace", { traceId: aTrace({ id: "never-begun" as never }).id }, /unknown trace/],
  ] as const)("is refused whole for %s", async (_what, fields, message) => {
    const commit = aCommit("acme/refused", [aDerivation("acme/refused", "acme/nowhere")], fields);

    await expect(store.commit(commit)).rejects.toMatchObject({
      code: "INPUT_INVALID",
      message: expect.stringMatching(message),
    });

    expect(await store.dataset(anId("acme/refused"))).toBeUndefined();
  });

  it("stores hostile texts as texts", async () => {
    const text = "'}) MATCH (n) DETACH DELETE n // \u0000 \\' $id `";
    await store.commit(aCommit("acme/hostile", [], { dataset: aDataset("acme/hostile", { summary: text }) }));

    expect((await store.dataset(anId("acme/hostile")))?.summary).toBe(text);
  });
});

describe("what somebody names", () => {
  it("is known by its id, a former or other name, and in any case that the Hub would take", async () => {
    await store.commit(
      aCommit("acme/Spelt", [], { aliases: [alias("acme/former", "acme/Spelt", "renamed")] }),
    );
    const known = (id: string) => store.known(anId(id));

    expect(await Promise.all(["acme/Spelt", "Acme/Former", "ACME/spelt"].map(known))).toEqual(
      Array(3).fill("acme/Spelt"),
    );
    expect(await known("acme/nobody")).toBeUndefined();
    expect(await known("name:acme-spelt")).toBeUndefined();
  });
});

describe("aliases", () => {
  it("lead from any case of a spelling to the dataset", async () => {
    await store.commit(
      aCommit("acme/named", [], { aliases: [alias("Acme Named", "acme/named", "spelling")] }),
    );

    expect(await store.aliases(["ACME NAMED ", "unheard of"])).toEqual(
      new Map([["acme named", "acme/named"]]),
    );
  });

  it("are none of white space alone", async () => {
    await store.commit(aCommit("acme/blank", [], { aliases: [alias(" ", "acme/blank", "spelling")] }));

    expect(await store.aliases([" ", ""])).toEqual(new Map());
  });

  it("keep the stronger reason, whichever came first", async () => {
    const renamed = aCommit("acme/new-name", [], {
      aliases: [alias("old-name", "acme/new-name", "renamed")],
    });
    const guessed = aCommit("acme/guess", [], { aliases: [alias("old-name", "acme/guess", "spelling")] });

    for (const commit of [guessed, renamed, guessed]) await store.commit(commit);

    expect(await store.aliases(["old-name"])).toEqual(new Map([["old-name", "acme/new-name"]]));
  });
});

describe("lineage", () => {
  beforeAll(async () => {
    const graph = {
      "dag/a": ["dag/b", "dag/c"],
      "dag/b": ["dag/d"],
      "dag/c": ["dag/d", "dag/e"],
      "dag/d": ["dag/f"],
    };
    for (const commit of commitsOf(graph)) await store.commit(commit);
    const doubtful = aDerivation("dag/e", "dag/g", { status: "flagged", flags: ["low-confidence"] });
    await store.commit(aCommit("dag/e", [doubtful]));
  });

  it("gives each ancestor the level of the shortest way", async () => {
    const view = await store.lineage(anId("dag/a"), ACCEPTED);

    expect(levels(view)).toEqual({ a: 0, b: 1, c: 1, d: 2, e: 2, f: 3 });
    expect(view?.edges).toHaveLength(6);
    expect(view?.truncated).toBe(false);
  });

  it("follows only the statuses that were asked for", async () => {
    expect(levels(await store.lineage(anId("dag/e"), ACCEPTED))).toEqual({ e: 0 });
    expect(levels(await store.lineage(anId("dag/e"), BELIEVED))).toEqual({ e: 0, g: 1 });
  });

  it("gives descendants negative levels, and both directions at once", async () => {
    const view = await store.lineage(anId("dag/d"), { ...ACCEPTED, direction: "both" });

    expect(levels(view)).toEqual({ d: 0, f: 1, b: -1, c: -1, a: -2 });
  });

  it("says that it stopped at its depth", async () => {
    const view = await store.lineage(anId("dag/a"), { ...ACCEPTED, depth: 2 });

    expect(levels(view)).toEqual({ a: 0, b: 1, c: 1, d: 2, e: 2 });
    expect(view?.truncated).toBe(true);
    expect(view?.edges.every((edge) => view.nodes.some(({ id }) => id === edge.to))).toBe(true);
  });

  it("ends in a cycle", async () => {
    for (const commit of commitsOf({ "loop/a": ["loop/b"], "loop/b": ["loop/a"] }))
      await store.commit(commit);

    const view = await store.lineage(anId("loop/a"), { ...ACCEPTED, direction: "both", depth: 30 });

    expect(view?.nodes.map(({ id }) => id)).toEqual(["loop/a", "loop/b"]);
    expect(view?.edges).toHaveLength(2);
  });

  it("is undefined for a dataset that the graph lacks", async () => {
    expect(await store.lineage(anId("nobody/nothing"), ACCEPTED)).toBeUndefined();
    expect(await store.detail(anId("nobody/nothing"))).toBeUndefined();
  });

  it("names the sources that would close a cycle", async () => {
    const closing = await store.closingCycles(anId("dag/f"), [anId("dag/a"), anId("dag/e"), anId("dag/x")]);

    expect([...closing]).toEqual(["dag/a"]);
  });

  it("finds the ways between two datasets, shortest first", async () => {
    const view = await store.paths({
      from: anId("dag/a"),
      to: anId("dag/d"),
      kind: "all",
      limit: 5,
      depth: 10,
      statuses: ["accepted"],
    });

    expect(view.paths.map(({ nodes }) => nodes)).toEqual([
      ["dag/a", "dag/b", "dag/d"],
      ["dag/a", "dag/c", "dag/d"],
    ]);
    expect(view.edges).toHaveLength(4);
  });
});

describe("search", () => {
  beforeAll(async () => {
    const found = { "zeta/math": [], "zeta/math-hard": [], "zeta/big-math": [], "mathlab/zeta-set": [] };
    for (const commit of commitsOf(found)) await store.commit(commit);
    await store.commit(
      aCommit("zeta/other", [], {
        aliases: [{ key: "Zeta Maths Exam", datasetId: anId("zeta/other"), reason: "spelling" }],
      }),
    );
  });

  it("ranks the same name before a beginning, a part and scattered words", async () => {
    expect(await ids("Zeta/Math")).toEqual([
      "zeta/math",
      "zeta/math-hard",
      "mathlab/zeta-set",
      "zeta/big-math",
      "zeta/other",
    ]);
  });

  it("finds a dataset by another spelling", async () => {
    expect(await ids("zeta maths exam")).toEqual(["zeta/other"]);
  });

  it("gives pages that together are the whole, once each", async () => {
    const pages: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await store.search({ text: "zeta", limit: 2, cursor });
      pages.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== undefined);

    expect(pages).toHaveLength(5);
    expect(new Set(pages).size).toBe(5);
  });

  it("finds what is only mentioned by its name, and never unasked", async () => {
    const rejected = aDerivation("zeta/math", "yota/zeta-math", {
      status: "rejected",
      rejection: "cited-only",
    });
    await store.commit(
      aCommit("zeta/math", [rejected], { neighbours: [aDataset("yota/zeta-math", { state: "mentioned" })] }),
    );

    expect(await ids("zeta-math")).toContain("yota/zeta-math");
    const everything = await store.search({ text: "", limit: 200 });
    expect(everything.items.map(({ id }) => id)).not.toContain("yota/zeta-math");
  });

  it("refuses a cursor of someone's own making", async () => {
    await expect(store.search({ text: "", limit: 2, cursor: "x" })).rejects.toMatchObject({
      code: "INPUT_INVALID",
    });
  });
});
