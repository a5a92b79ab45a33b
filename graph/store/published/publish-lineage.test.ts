import { describe, expect, it } from "vitest";
import type { Edge } from "../../../schema/edge.ts";
import type { Database } from "../../database.ts";
import type { PublishedEdge, PublishedLineage } from "../../exchange/published/published-lineage.ts";
import { createLineageStore } from "../lineage.ts";
import { onEmptyGraph } from "../on-empty-graph.ts";
import type { LineageStore } from "../lineage.ts";
import { publishLineage } from "./publish-lineage.ts";
import { readPublished } from "./read-published.ts";
import { removePublication } from "./remove-publication.ts";
import { aCommit, aDataset, aDerivation, anId } from "../test-data.ts";

let database: Database;
let store: LineageStore;
const NO_TEXTS = { text: async () => "" };

onEmptyGraph((opened) => {
  database = opened;
  store = createLineageStore(opened);
});

const claim = (pair: string, fields: Partial<PublishedEdge> = {}): PublishedEdge => {
  const [from = "", to = ""] = pair.split(" <- ");
  return {
    from: anId(from),
    to: anId(to),
    relation: "inclusion",
    confidence: 0.95,
    documentKinds: ["card"],
    onHub: true,
    flags: [],
    ...fields,
  };
};

const aLineage = (
  edges: readonly PublishedEdge[],
  months: Readonly<Record<string, string>> = {},
  part = "text",
): PublishedLineage => ({
  publication: { citation: "arXiv:1234.56789", part },
  datasets: [...new Set(edges.flatMap(({ from, to }) => [from, to]))].map((id) => {
    const hubMonth = months[id];
    return hubMonth === undefined ? { id } : { id, hubMonth };
  }),
  edges,
});

const edgesOf = async (): Promise<readonly Edge[]> => (await readPublished(database)).edges;
const states = async (): Promise<readonly string[]> =>
  (await edgesOf()).map((edge) => `${edge.from} <- ${edge.to} ${edge.status}`);
const rules = async (): Promise<readonly string[]> => (await store.faults(NO_TEXTS)).map(({ rule }) => rule);
const snapshot = async (): Promise<readonly unknown[]> => {
  const records = [];
  for await (const record of store.records()) records.push(record);
  return records;
};

describe("taking a published lineage in", () => {
  it("makes claims without evidence of ours, marked with their publication, in a sound graph", async () => {
    await publishLineage(database, aLineage([claim("a/mix <- b/seed")]));

    const [edge] = await edgesOf();
    expect(edge).toMatchObject({
      status: "accepted",
      confidence: 0.95,
      signals: { documents: 0, tracers: [] },
      origin: { kind: "published", citation: "arXiv:1234.56789", part: "text", documentKinds: ["card"] },
    });
    expect(edge).not.toHaveProperty("firstTrace");
    expect(await store.faults(NO_TEXTS)).toEqual([]);
    expect(edge === undefined ? undefined : await store.edge(edge.id)).toMatchObject({ evidence: [] });
  });

  it("changes nothing when the same comes again", async () => {
    const lineage = aLineage([claim("a/mix <- b/seed"), claim("a/mix <- name:archive", { onHub: false })]);
    await publishLineage(database, lineage);
    const before = await snapshot();

    const report = await publishLineage(database, lineage);

    expect(report.edges).toEqual({ added: 0, changed: 0, unchanged: 2, noted: 0, left: 0 });
    expect(await snapshot()).toEqual(before);
  });

  it("says what it would change and writes nothing in a dry run", async () => {
    const before = await snapshot();

    const report = await publishLineage(database, aLineage([claim("a/mix <- b/seed")]), { dryRun: true });

    expect(report).toMatchObject({ datasets: { added: 2, known: 0 }, edges: { added: 1 }, accepted: 1 });
    expect(await snapshot()).toEqual(before);
  });

  it("flags a source that is newer by the month, and not one of the same month", async () => {
    await publishLineage(
      database,
      aLineage([claim("a/mix <- b/late"), claim("a/mix <- b/same")], {
        "a/mix": "2024-03",
        "b/late": "2024-04",
        "b/same": "2024-03",
      }),
    );

    expect(await states()).toEqual(["a/mix <- b/late flagged", "a/mix <- b/same accepted"]);
  });

  it("is a fault of the check when an accepted claim is out of order, or has lost its mark", async () => {
    await publishLineage(database, aLineage([claim("a/mix <- b/seed")], { "a/mix": "2024-03" }));
    const run = (cypher: string) => database.write((transaction) => transaction.run(cypher));

    await run("MATCH (d:Dataset {id: 'b/seed'}) SET d.hubMonth = '2024-04'");
    const late = await rules();
    await run("MATCH (:Dataset)-[r:DERIVED_FROM]->(d:Dataset {id: 'b/seed'}) REMOVE r.origin, d.hubMonth");

    expect(late).toEqual(["newer-than-derived"]);
    expect(await rules()).toEqual(["edge-without-evidence"]);
  });

  it("flags every claim of a cycle, whose other half a trace may have proven", async () => {
    await store.commit(aCommit("a/one", [aDerivation("a/one", "a/two")]));

    await publishLineage(
      database,
      aLineage([
        claim("a/two <- a/three"),
        claim("a/three <- a/one"),
        claim("a/three <- b/free"),
        claim("c/self <- c/self"),
      ]),
    );

    expect(await states()).toEqual([
      "a/three <- a/one flagged",
      "a/three <- b/free accepted",
      "a/two <- a/three flagged",
      "c/self <- c/self flagged",
    ]);
    expect(await store.faults(NO_TEXTS)).not.toContainEqual(expect.objectContaining({ rule: "cycle" }));
  });

  it("notes itself beside what a trace proved and changes nothing else of it", async () => {
    const proven = aDerivation("a/mix", "b/seed", { relation: "fusion", confidence: 0.7 });
    await store.commit(aCommit("a/mix", [proven]));

    const report = await publishLineage(database, aLineage([claim("a/mix <- b/seed")]));

    const [edge] = await edgesOf();
    expect(report.edges).toMatchObject({ added: 0, noted: 1 });
    expect(edge).toMatchObject({ ...proven, origin: { confidence: 0.95, relation: "inclusion" } });
    expect((await store.edge(proven.id))?.evidence).toHaveLength(1);
  });

  it("keeps what a trace knows of a dataset and fills in what it does not", async () => {
    await store.commit(aCommit("a/mix", [], { dataset: aDataset("a/mix", { downloads: 5 }) }));
    const lineage = aLineage([claim("a/mix <- b/seed")]);

    await publishLineage(database, {
      ...lineage,
      datasets: [{ id: anId("a/mix"), downloads: 9, domains: ["math"] }, { id: anId("b/seed") }],
    });

    expect(await store.dataset(anId("a/mix"))).toMatchObject({
      state: "traced",
      downloads: 5,
      domains: ["math"],
    });
  });

  it("finds a dataset that the graph knows by another spelling or under a newer id", async () => {
    await store.commit(
      aCommit("New-Owner/Mix", [aDerivation("New-Owner/Mix", "b/Seed")], {
        aliases: [{ key: "old-owner/mix", datasetId: anId("New-Owner/Mix"), reason: "renamed" }],
      }),
    );

    const report = await publishLineage(database, aLineage([claim("old-owner/Mix <- b/seed")]));

    expect(report).toMatchObject({ datasets: { added: 0, known: 2 }, edges: { noted: 1 } });
    expect(await states()).toEqual(["New-Owner/Mix <- b/Seed accepted"]);
  });

  it("takes the surer of two publications, and leaves it when the other comes again", async () => {
    await publishLineage(database, aLineage([claim("a/mix <- b/seed", { confidence: 0.8 })]));
    const surer = aLineage([claim("a/mix <- b/seed", { confidence: 0.9 })], {}, "other");

    const first = await publishLineage(database, surer);
    const again = await publishLineage(database, aLineage([claim("a/mix <- b/seed", { confidence: 0.8 })]));

    expect([first.edges.changed, again.edges.left]).toEqual([1, 1]);
    expect(await edgesOf()).toMatchObject([{ confidence: 0.9, origin: { part: "other" } }]);
  });

  it("is all in the graph or not at all", async () => {
    const before = await snapshot();
    const failing = publishLineage(database, aLineage([claim("a/mix <- b/seed")]), {
      finish: () => Promise.reject(new Error("the last step fails")),
    });

    await expect(failing).rejects.toThrow("the last step fails");
    expect(await snapshot()).toEqual(before);
  });
});

const visit = (id: string, createdAt: string) =>
  store.commit(aCommit(id, [], { dataset: aDataset(id, { createdAt, tracedAt: createdAt }) }));

describe("a published claim whose dates a visit corrects", () => {
  const late = { "a/one": "2024-03", "a/two": "2024-05" };

  it("waits on when it would close a cycle with what others are believed", async () => {
    await publishLineage(
      database,
      aLineage([claim("a/two <- a/mid"), claim("a/mid <- a/one"), claim("a/one <- a/two")], late),
    );
    const before = await states();

    await visit("a/two", "2024-03-10T00:00:00.000Z");

    expect(before).toContain("a/one <- a/two flagged");
    expect(await states()).toEqual([
      "a/mid <- a/one accepted",
      "a/one <- a/two flagged",
      "a/two <- a/mid accepted",
    ]);
    expect(await rules()).toEqual([]);
  });

  it("is believed alone of two at one dataset that a single visit clears", async () => {
    const months = { "a/one": "2024-03", "a/two": "2024-05", "b/late": "2024-06" };
    await publishLineage(database, aLineage([claim("a/one <- a/two"), claim("a/two <- b/late")], months));
    await store.commit(aCommit("b/late", [aDerivation("b/late", "a/one")]));
    const before = await states();

    await database.write((transaction) =>
      transaction.run("MATCH (d:Dataset {id: 'b/late'}) SET d.hubMonth = '2024-03'"),
    );
    await visit("a/two", "2024-03-10T00:00:00.000Z");

    expect(before).toEqual(["a/one <- a/two flagged", "a/two <- b/late flagged"]);
    expect((await states()).filter((one) => one.endsWith("accepted"))).toHaveLength(1);
    expect(await rules()).not.toContain("cycle");
  });
});

describe("taking a published lineage out", () => {
  it("leaves the graph as it was, but for facts of datasets that stay", async () => {
    await store.commit(aCommit("a/mix", [aDerivation("a/mix", "b/seed")]));
    const before = await snapshot();
    const lineage = aLineage([
      claim("a/mix <- b/seed"),
      claim("a/mix <- name:archive"),
      claim("c/own <- b/seed"),
    ]);
    await publishLineage(database, lineage);

    const report = await removePublication(database, lineage);

    expect(report).toEqual({ datasets: 2, edges: 2, unmarked: 1 });
    expect(await snapshot()).toEqual(before);
  });

  it("leaves what another publication states", async () => {
    const [one, other] = [
      aLineage([claim("a/mix <- b/seed")]),
      aLineage([claim("a/mix <- b/more")], {}, "other"),
    ];
    await publishLineage(database, one);
    await publishLineage(database, other);

    await removePublication(database, one);

    expect(await states()).toEqual(["a/mix <- b/more accepted"]);
  });
});
