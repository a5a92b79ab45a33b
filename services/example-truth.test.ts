import { beforeAll, describe, expect, test } from "vitest";
import { judgeTrace, type Judgement } from "../examples/judge-trace.ts";
import { type ExpectedTrace, readExpectedTrace } from "../examples/read-expected-trace.ts";
import type { Derivation, Edge } from "../schema/edge.ts";
import { traceExample, type TracedExample } from "./testing/trace-example.ts";

/** Answers every request with 429; only a trace of its own comes to it. */
const RATE_LIMITED = "driftnet-archive/buoy-chat";

let expected: ExpectedTrace;
let traced: TracedExample;
let judgement: Judgement;

// The demo's trace, the same once more, and one of what only other roots lead to.
beforeAll(async () => {
  expected = await readExpectedTrace();
  const everything = [...new Set(expected.edges.map(({ from }) => from))];
  traced = await traceExample([expected.root], [expected.root], [...everything, RATE_LIMITED]);
  judgement = judgeTrace(expected, traced.edges);
}, 120_000);

const edgeOf = <Kind extends Edge["kind"]>(
  kind: Kind,
  from: string,
  to: string,
): Extract<Edge, { kind: Kind }> | undefined =>
  traced.edges.find(
    (edge): edge is Extract<Edge, { kind: Kind }> =>
      edge.kind === kind && edge.from === from && edge.to === to,
  );

const derivation = (from: string, to: string): Derivation | undefined => edgeOf("derivation", from, to);

const believedSources = (from: string): readonly string[] =>
  traced.edges
    .filter((edge) => edge.kind === "derivation" && edge.from === from && edge.status !== "rejected")
    .map(({ to }) => to)
    .toSorted();

const stateOf = (id: string): string | undefined => traced.datasets.get(id)?.state;

describe("a benchmark", () => {
  test("that is only evaluated on is no source", () => {
    expect(derivation("brackwater-lab/tidewrack-sft-mix", "ostermoor-ai/ferrywright-eval")?.status).toBe(
      "rejected",
    );
    expect(derivation("brackwater-lab/quayside-code", "ostermoor-ai/ferrywright-eval")).toMatchObject({
      status: "rejected",
      rejection: "evaluation-only",
    });
  });

  test.each(["brackwater-lab/shoal-math", "quillfern/thimble-problems"])(
    "that %s was trained on by its train split is a source with that split",
    (from) => {
      expect(derivation(from, "lindqvarn/stairwell-math")).toMatchObject({
        status: "accepted",
        split: "train",
      });
    },
  );

  test("that leaked three steps up is a source there, by its test split", () => {
    const way = [
      ["brackwater-lab/tidewrack-sft-mix", "brackwater-lab/shoal-math"],
      ["brackwater-lab/shoal-math", "quillfern/kettle-math-cot"],
      ["quillfern/kettle-math-cot", "lindqvarn/gauntlet-olympiad"],
    ] as const;

    expect(way.map(([from, to]) => derivation(from, to)?.status)).toEqual([
      "accepted",
      "accepted",
      "accepted",
    ]);
    expect(derivation("quillfern/kettle-math-cot", "lindqvarn/gauntlet-olympiad")?.split).toBe("test");
  });

  test.each([
    ["brackwater-lab/tidewrack-sft-mix", "lindqvarn/gauntlet-olympiad"],
    ["brackwater-lab/tidewrack-sft-mix", "lindqvarn/plumbline-science"],
    ["heronsgate-nlp/lanternfish-chat", "lindqvarn/plumbline-science"],
    ["ostermoor-ai/saltmarsh-science", "lindqvarn/plumbline-science"],
    ["hengtan-corpus/wenda-zh", "lindqvarn/plumbline-science"],
  ])("that %s was cleaned of, %s, is a clearing and no source", (from, to) => {
    expect(derivation(from, to)).toMatchObject({ status: "rejected", rejection: "decontaminated-against" });
    expect(edgeOf("clearing", from, to)?.status).not.toBe("rejected");
  });

  test("is cleared of in every place that says so, with its split", () => {
    expect(judgement.missingClearings).toEqual([]);
    for (const { from, to, split } of expected.clearings.filter(({ split }) => split !== undefined)) {
      expect(edgeOf("clearing", from, to)?.split, `${from} -> ${to}`).toBe(split);
    }
  });
});

describe("an id", () => {
  test("that was renamed leads to today's", () => {
    expect(traced.aliases.get("gannet-annex/open-parley")).toBe("gannetworks/open-parley");
    expect(derivation("brackwater-lab/estuary-instruct", "gannetworks/open-parley")?.status).toBe("accepted");
    expect(believedSources("heronsgate-nlp/lanternfish-chat")).toContain("gannetworks/open-parley");
  });

  test("without an owner is a dataset, moved or not", () => {
    expect(traced.aliases.get("parlour_qa")).toBe("community-attic/parlour_qa");
    expect(derivation("brackwater-lab/estuary-instruct", "ledger_trivia")?.status).toBe("accepted");
    expect(stateOf("ledger_trivia")).toBe("traced");
  });

  test.each([
    ["pebblecrest/counsel-transcripts", "gated"],
    ["mossgrove-data/chatlog-dump", "not-found"],
    ["driftnet-archive/harbor-logs", "unreachable"],
    [RATE_LIMITED, "rate-limited"],
  ])("of %s that cannot be read stays %s", (id, state) => {
    expect(stateOf(id)).toBe(state);
  });
});

describe("a check", () => {
  test("flags a re-upload that is newer than its copy", () => {
    expect(derivation("brackwater-lab/quayside-code", "tallowmere/driftwood-snippets-dedup")).toMatchObject({
      status: "flagged",
      flags: ["newer-than-derived"],
    });
  });

  test("flags the edge that closes a cycle by documentation", () => {
    expect(derivation("ostermoor-ai/saltmarsh-science", "ostermoor-ai/saltmarsh-seeds")?.status).toBe(
      "accepted",
    );
    const closing = derivation("ostermoor-ai/saltmarsh-seeds", "ostermoor-ai/saltmarsh-science");
    expect(closing?.status).toBe("flagged");
    expect(closing?.flags).toContain("cycle");
  });

  test("flags a source that the card names and the paper denies", () => {
    const edge = derivation("pebblecrest/scales-pref", "gannetworks/open-parley");

    expect(edge?.status).toBe("flagged");
    expect(edge?.flags).toContain("documents-disagree");
    expect(derivation("pebblecrest/scales-pref", "heronsgate-nlp/lanternfish-chat")?.status).not.toBe(
      "rejected",
    );
  });
});

describe("a card", () => {
  test("that merges twelve sets in a table has twelve sources", () => {
    const twelve = expected.edges.filter(({ from }) => from === "brackwater-lab/estuary-instruct");

    expect(twelve).toHaveLength(12);
    expect(believedSources("brackwater-lab/estuary-instruct")).toEqual(twelve.map(({ to }) => to).toSorted());
  });

  test("in Chinese is read", () => {
    expect(believedSources("hengtan-corpus/wenda-zh")).toEqual([
      "gannetworks/open-parley",
      "hengtan-corpus/zhuti-seed",
    ]);
    expect(believedSources("hengtan-corpus/zhuti-seed")).toEqual([]);
  });

  test("without front matter is read", () => {
    expect(believedSources("mossgrove-data/contest-scrape")).toEqual([
      "kaggle:harrowfen/olympiad-archive",
      "website:abacus-commons.example/problems",
    ]);
    expect(believedSources("mossgrove-data/essay-prompts")).toEqual(["website:inkwell-prompts.example"]);
  });

  test("that orders its reader to add an edge gets its true one alone", () => {
    expect(believedSources("undermarsh/glasswort-qa")).toEqual(["undermarsh/lamprey-links"]);
  });

  test("whose front matter looks like an object of a program is read as any other", () => {
    expect(believedSources("mossgrove-data/recipe-qa")).toEqual(["website:hearthside.example/recipes"]);
    expect(stateOf("mossgrove-data/recipe-qa")).toBe("traced");
  });

  test("that names a set to deny its use has no edge to it", () => {
    expect(believedSources("heronsgate-nlp/letterbox")).toEqual(["undermarsh/tide-tables"]);
    expect(derivation("heronsgate-nlp/letterbox", "gannetworks/open-parley")).toMatchObject({
      status: "rejected",
      rejection: "denied",
    });
  });

  test("that tells what its source contains has no edge to that", () => {
    expect(derivation("brackwater-lab/shoal-math", "mossgrove-data/contest-scrape")).toMatchObject({
      status: "rejected",
      rejection: "second-hand",
    });
  });
});

test("models are edges with a role, and never sources", () => {
  expect(edgeOf("model-use", "brackwater-lab/shoal-math", "quillfern/abacist-32b")).toMatchObject({
    status: "accepted",
    role: "answerer",
  });
  const models = new Set<string>(traced.edges.flatMap(({ kind, to }) => (kind === "model-use" ? to : [])));
  const sources = traced.edges.filter(({ kind, status }) => kind === "derivation" && status !== "rejected");
  expect(sources.filter(({ to }) => models.has(to))).toEqual([]);
});

test("a second trace reads no document again and decides nothing anew", () => {
  const [first, second] = traced.traces.map(({ summary }) => summary);

  expect(first?.documents).toBeGreaterThan(30);
  expect(second).toMatchObject({
    documents: 0,
    modelCalls: 0,
    edges: { accepted: 0, flagged: 0, rejected: 0 },
  });
});

test("nearly all of the truth is found, and next to nothing beside it", () => {
  expect(judgement.right).toBeGreaterThanOrEqual(51);
  expect(judgement.missing.length).toBeLessThanOrEqual(4);
  expect(judgement.wrong.length).toBeLessThanOrEqual(3);
  expect(judgement.splits).toEqual([]);
  expect(judgement.missingModels.length).toBeLessThanOrEqual(8);
});
