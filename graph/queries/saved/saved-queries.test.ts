import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { SavedQuery } from "../../../schema/cypher.ts";
import type { Database } from "../../database.ts";
import { openTestDatabase } from "../../testing/open-test-database.ts";
import { SAVED_QUERIES } from "./saved-queries.ts";

/**
 * mix -> web, books, quiz; web -> crawl; books -> crawl; quiz -> exam (test split); tidy -> mix; tidy ~> notes (waits); shelf -> books,
 * quiz. quiz is made with teacher; run-1 trains student on tidy; echo is made with student.
 */
const GRAPH = `
CREATE (mix:Dataset {id: 'acme/mix', registry: 'huggingface', licence: 'apache-2.0', downloads: 50, domains: ['math', 'code']})
CREATE (tidy:Dataset {id: 'acme/tidy', registry: 'huggingface', licence: 'mit', downloads: 900, domains: ['math']})
CREATE (shelf:Dataset {id: 'acme/shelf', registry: 'huggingface', licence: 'cc-by-nc-4.0', domains: ['general']})
CREATE (web:Dataset {id: 'acme/web', registry: 'huggingface', licence: 'odc-by'})
CREATE (books:Dataset {id: 'acme/books', registry: 'huggingface', licence: 'CC-BY-NC-4.0'})
CREATE (quiz:Dataset {id: 'acme/quiz', registry: 'huggingface', licence: 'other'})
CREATE (crawl:Dataset {id: 'name:common-crawl', registry: 'name'})
CREATE (notes:Dataset:Family {id: 'name:notes', registry: 'name'})
CREATE (exam:Dataset:Benchmark {id: 'acme/exam', registry: 'huggingface', licence: 'cc-by-sa-4.0'})
CREATE (echo:Dataset {id: 'acme/echo', registry: 'huggingface'})
CREATE (teacher:Model {id: 'acme/teacher', licence: 'llama3'})
CREATE (student:Model {id: 'acme/student'})
CREATE (run:Run {id: 'run-1'})
CREATE (tidy)-[:DERIVED_FROM {id: 'e1', relation: 'inclusion', confidence: 0.95}]->(mix)
CREATE (mix)-[:DERIVED_FROM {id: 'e2', relation: 'fusion', confidence: 0.9}]->(web)
CREATE (mix)-[:DERIVED_FROM {id: 'e3', relation: 'fusion', confidence: 0.8}]->(books)
CREATE (mix)-[:DERIVED_FROM {id: 'e4', relation: 'fusion', confidence: 0.7}]->(quiz)
CREATE (web)-[:DERIVED_FROM {id: 'e5', relation: 'inclusion', confidence: 0.9}]->(crawl)
CREATE (books)-[:DERIVED_FROM {id: 'e6', relation: 'inclusion', confidence: 0.9}]->(crawl)
CREATE (quiz)-[:DERIVED_FROM {id: 'e7', relation: 'evolution', split: 'test', confidence: 0.85}]->(exam)
CREATE (shelf)-[:DERIVED_FROM {id: 'e8', relation: 'fusion', confidence: 0.9}]->(books)
CREATE (shelf)-[:DERIVED_FROM {id: 'e9', relation: 'fusion', confidence: 0.9}]->(quiz)
CREATE (tidy)-[:MAY_DERIVE_FROM {id: 'e10', relation: 'inclusion', confidence: 0.4}]->(notes)
CREATE (tidy)-[:NOT_DERIVED_FROM {id: 'e11', relation: 'inclusion', confidence: 0.2}]->(exam)
CREATE (quiz)-[:MADE_WITH {id: 'u1', role: 'generator', status: 'accepted'}]->(teacher)
CREATE (books)-[:MADE_WITH {id: 'u2', role: 'judge', status: 'flagged'}]->(teacher)
CREATE (echo)-[:MADE_WITH {id: 'u3', role: 'answerer', status: 'accepted'}]->(student)
CREATE (run)-[:TRAINED_ON]->(tidy)
CREATE (run)-[:PRODUCED]->(student)
CREATE (quiz)-[:CONTAMINATED_BY {level: 'declared', split: 'test', distance: 1, confidence: 0.85, path: ['e7']}]->(exam)
CREATE (mix)-[:CONTAMINATED_BY {level: 'inherited', split: 'test', distance: 2, confidence: 0.595, path: ['e4', 'e7']}]->(exam)
CREATE (tidy)-[:CONTAMINATED_BY {level: 'cleared-by-claim', split: 'test', distance: 3, confidence: 0.5, path: ['e1', 'e4', 'e7']}]->(exam)
CREATE (shelf)-[:MAY_BE_CONTAMINATED_BY {level: 'possible', distance: 2, confidence: 0.7, path: ['e9', 'e7']}]->(exam)
CREATE (:Evidence {id: 'q1', edgeId: 'e10', score: 0.4, stance: 'weak', nameAsWritten: 'our Notes'})
CREATE (:Evidence {id: 'q2', edgeId: 'e4', score: 0.6, stance: 'supported', nameAsWritten: 'quiz'})
CREATE (:Evidence {id: 'q3', edgeId: 'e4', score: 0.7, stance: 'weak', nameAsWritten: 'Quiz'})
CREATE (:Evidence {id: 'q4', edgeId: 'e5', score: 0.9, stance: 'supported', nameAsWritten: 'Common Crawl'})
CREATE (:Evidence {id: 'q5', edgeId: 'e6', score: 0.9, stance: 'supported', nameAsWritten: 'CommonCrawl'})`;

/** A server plans each text when it first meets it, which takes seconds on a busy machine. */
const PATIENCE_MS = 60_000;
vi.setConfig({ testTimeout: PATIENCE_MS });

interface Case {
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly rows: readonly (readonly unknown[])[];
}

/** Nodes and relationships without the ids that an engine gives them. */
const withoutElementId = (value: unknown): unknown =>
  typeof value === "object" && value !== null && "properties" in value ? value.properties : value;

const CASES: Readonly<Record<string, Case>> = {
  "contamination-of-dataset": {
    parameters: { dataset: "acme/mix" },
    rows: [["acme/exam", "inherited", "test", 2, 0.595, ["e4", "e7"]]],
  },
  "reach-of-benchmark": {
    parameters: { benchmark: "acme/exam", possible: true },
    rows: [
      ["acme/mix", "inherited", 2, 0.595, 50],
      ["acme/quiz", "declared", 1, 0.85, null],
      ["acme/shelf", "possible", 2, 0.7, null],
    ],
  },
  "leak-paths": {
    parameters: { dataset: "acme/tidy", benchmark: "acme/exam" },
    rows: [
      [
        3,
        ["acme/tidy", "acme/mix", "acme/quiz", "acme/exam"],
        ["inclusion", "fusion", "evolution"],
        "test",
        0.7,
        true,
      ],
    ],
  },
  "common-ancestors": {
    parameters: { first: "acme/tidy", second: "acme/shelf" },
    rows: [
      ["acme/books", 2, 1],
      ["acme/quiz", 2, 1],
      ["acme/exam", 3, 2],
      ["name:common-crawl", 3, 2],
    ],
  },
  hubs: {
    parameters: { limit: 3 },
    rows: [
      ["acme/books", 2, false],
      ["acme/quiz", 2, false],
      ["name:common-crawl", 2, false],
    ],
  },
  "super-aggregators": {
    parameters: { minimum: 2 },
    rows: [
      ["acme/mix", 3, 5],
      ["acme/shelf", 2, 4],
    ],
  },
  "depth-per-domain": {
    rows: [
      ["math", 2, 2.5, 3],
      ["code", 1, 2, 2],
      ["general", 1, 2, 2],
    ],
  },
  "licence-conflicts": {
    rows: [
      [
        "acme/mix",
        "apache-2.0",
        "dataset",
        "acme/books",
        "CC-BY-NC-4.0",
        "non-commercial",
        ["acme/mix", "acme/books"],
        ["apache-2.0", "CC-BY-NC-4.0"],
      ],
      [
        "acme/mix",
        "apache-2.0",
        "dataset",
        "acme/exam",
        "cc-by-sa-4.0",
        "share-alike",
        ["acme/mix", "acme/quiz", "acme/exam"],
        ["apache-2.0", "other", "cc-by-sa-4.0"],
      ],
      [
        "acme/tidy",
        "mit",
        "dataset",
        "acme/books",
        "CC-BY-NC-4.0",
        "non-commercial",
        ["acme/tidy", "acme/mix", "acme/books"],
        ["mit", "apache-2.0", "CC-BY-NC-4.0"],
      ],
      [
        "acme/tidy",
        "mit",
        "dataset",
        "acme/exam",
        "cc-by-sa-4.0",
        "share-alike",
        ["acme/tidy", "acme/mix", "acme/quiz", "acme/exam"],
        ["mit", "apache-2.0", "other", "cc-by-sa-4.0"],
      ],
      [
        "acme/mix",
        "apache-2.0",
        "model",
        "acme/teacher",
        "llama3",
        "restricted",
        ["acme/mix", "acme/quiz", "acme/teacher"],
        ["apache-2.0", "other", "llama3"],
      ],
      [
        "acme/tidy",
        "mit",
        "model",
        "acme/teacher",
        "llama3",
        "restricted",
        ["acme/tidy", "acme/quiz", "acme/teacher"],
        ["mit", "other", "llama3"],
      ],
    ],
  },
  "learned-from-dataset": {
    parameters: { dataset: "acme/quiz" },
    rows: [
      ["dataset", "acme/mix", "acme/quiz"],
      ["dataset", "acme/shelf", "acme/quiz"],
      ["dataset", "acme/tidy", "acme/quiz"],
      ["run", "run-1", "acme/tidy"],
      ["model", "acme/student", "acme/tidy"],
      ["made-with-model", "acme/echo", "acme/student"],
    ],
  },
  "learned-from-model": {
    parameters: { model: "acme/teacher" },
    rows: [
      ["acme/quiz", "generator", "acme/quiz", true],
      ["acme/mix", "generator", "acme/quiz", false],
      ["acme/shelf", "generator", "acme/quiz", false],
      ["acme/tidy", "generator", "acme/quiz", false],
    ],
  },
  "learned-by-model": {
    parameters: { model: "acme/student" },
    rows: [
      ["dataset", "acme/tidy", "run-1", true],
      ["dataset", "acme/mix", "run-1", false],
      ["dataset", "acme/web", "run-1", false],
      ["dataset", "acme/books", "run-1", false],
      ["dataset", "acme/quiz", "run-1", false],
      ["dataset", "name:common-crawl", "run-1", false],
      ["dataset", "acme/exam", "run-1", false],
      ["model", "acme/teacher", "run-1", false],
    ],
  },
  "edges-by-weakest-evidence": {
    parameters: { limit: 3 },
    rows: [
      ["acme/tidy", "name:notes", false, 0.4, 1, 0.4, 0],
      ["acme/mix", "acme/quiz", true, 0.7, 2, 0.7, 1],
      ["acme/mix", "acme/books", true, 0.8, 0, null, 0],
    ],
  },
  "unresolved-names": {
    rows: [
      ["name:common-crawl", 2, false, ["Common Crawl", "CommonCrawl"]],
      ["name:notes", 1, true, ["our Notes"]],
    ],
  },
  relations: {
    rows: [
      ["fusion", 5, 0, 0],
      ["inclusion", 3, 1, 1],
      ["evolution", 1, 0, 0],
    ],
  },
  "ancestor-graph": {
    parameters: { dataset: "acme/quiz" },
    rows: [
      [
        { id: "acme/quiz", registry: "huggingface", licence: "other" },
        { id: "e7", relation: "evolution", split: "test", confidence: 0.85 },
        { id: "acme/exam", registry: "huggingface", licence: "cc-by-sa-4.0" },
      ],
    ],
  },
  "lineage-statistics": { rows: [[8, 9, 9 / 56, 6, 2, 2, 1.5, 2, 3]] },
};

/** A union has no order of its own. */
const UNORDERED = new Set(["licence-conflicts", "learned-from-dataset", "learned-by-model"]);
const sorted = (rows: readonly (readonly unknown[])[]): readonly string[] =>
  rows.map((row) => JSON.stringify(row)).sort();

describe("a saved query", () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
    await database.write((transaction) => transaction.run(GRAPH));
  }, PATIENCE_MS);
  afterAll(() => database.close());

  it.each(SAVED_QUERIES)("$name gives the rows that its graph holds, under its columns", async (saved) => {
    const { parameters = {}, rows } = CASES[saved.name] ?? { rows: [] };
    const defaults = Object.fromEntries(saved.parameters.map(({ name, default: value }) => [name, value]));
    const limits = { timeoutMs: PATIENCE_MS, maxRows: 100, maxBytes: 1_000_000 };

    const answer = await database.answer(saved.cypher, { ...defaults, ...parameters }, limits);

    expect(answer.columns).toEqual(saved.columns.map(({ name }) => name));
    const found = answer.rows.map((row) => row.map(withoutElementId));
    if (UNORDERED.has(saved.name)) expect(sorted(found)).toEqual(sorted(rows));
    else expect(found).toEqual(rows);
  });

  it("has a valid definition, its own name, and a case here", () => {
    const names = SAVED_QUERIES.map(({ name }) => name);

    expect(SAVED_QUERIES.map((saved) => SavedQuery.parse(saved))).toEqual(SAVED_QUERIES);
    expect(new Set(names).size).toBe(names.length);
    expect(Object.keys(CASES).sort()).toEqual([...names].sort());
  });

  it.each(SAVED_QUERIES)(
    "$name uses every parameter that it names, and no other",
    ({ cypher, parameters }) => {
      const used = new Set([...cypher.matchAll(/\$(\w+)/g)].map((match) => match[1]));

      expect([...used].sort()).toEqual(parameters.map(({ name }) => name).sort());
    },
  );
});
