import { readFile, readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { AppError } from "../../../schema/errors.ts";
import { publishLineage } from "../../store/published/publish-lineage.ts";
import type { PublicationReport } from "../../store/published/publish-lineage.ts";
import { recomputeContamination } from "../../store/contamination/recompute-contamination.ts";
import type { Importer, ImportChange, ImportDependencies, ImportReport, ImportRequest } from "../importer.ts";
import type { PublishedEdge, PublishedLineage } from "./published-lineage.ts";
import { readPublishedLineage } from "./read-published-lineage.ts";
import type { PublishedFiles, ReadingNotes } from "./read-published-lineage.ts";

/** Changes of an import that are told one by one. */
const MAX_CHANGES = 1_000;

/** `text-graph.jsonl` and `text-data.jsonl`, as many pairs as there are; a lone pair may have no first part. */
const GRAPH_FILE = /^(?:(.+)-)?graph\.jsonl$/;

export const PUBLISHED_IMPORTER: Importer = {
  name: "oda-lineage",
  title: "Lineage files of the OpenDataArena pipeline",
  description:
    "Reads a folder of *-graph.jsonl and *-data.jsonl; the edges become published claims without evidence of ours, their quotes are not kept.",
  reads: ["folder"],
  detects: ({ entries }) => findParts(entries).length > 0,
  run: async (request, dependencies) => {
    const parts = findParts(await readdir(request.path));
    if (parts.length === 0) {
      throw new AppError(`${request.path} holds no pair of *-graph.jsonl and *-data.jsonl`, {
        code: "INPUT_INVALID",
        context: { path: request.path },
      });
    }
    const read = await Promise.all(parts.map((part) => readPart(request.path, part)));
    const reports: PublicationReport[] = [];
    for (const { lineage } of read) reports.push(await publish(lineage, request, dependencies));
    return toImportReport(
      request,
      reports,
      read.map(({ notes }) => notes),
    );
  },
};

interface Part {
  readonly name?: string;
  readonly graph: string;
  readonly data: string;
}

const findParts = (entries: readonly string[]): readonly Part[] =>
  entries.flatMap((graph) => {
    const found = GRAPH_FILE.exec(graph);
    const [name] = found?.slice(1) ?? [];
    const data = name === undefined ? "data.jsonl" : `${name}-data.jsonl`;
    if (found === null || !entries.includes(data)) return [];
    return [{ ...(name === undefined ? {} : { name }), graph, data }];
  });

const readPart = async (folder: string, { name, graph, data }: Part) => {
  const read = async (file: string) => ({ name: file, text: await readFile(join(folder, file), "utf8") });
  const files: PublishedFiles = { graph: await read(graph), data: await read(data) };
  // The files do not say where they were published; the folder's name is what a reader of the graph can go by.
  return readPublishedLineage(files, {
    citation: `files of ${basename(folder)}`,
    ...(name === undefined ? {} : { part: name }),
  });
};

const publish = (
  lineage: PublishedLineage,
  { dryRun, signal, onProgress }: ImportRequest,
  { database, now }: ImportDependencies,
): Promise<PublicationReport> =>
  publishLineage(database, lineage, {
    dryRun,
    ...(signal === undefined ? {} : { signal }),
    ...(onProgress === undefined ? {} : { onProgress: (count) => onProgress({ stage: "writing", count }) }),
    finish: async (transaction) => {
      await recomputeContamination(transaction, { now: now() });
    },
  });

const toImportReport = (
  { dryRun }: ImportRequest,
  reports: readonly PublicationReport[],
  notes: readonly ReadingNotes[],
): ImportReport => {
  const sum = (count: (report: PublicationReport) => number): number =>
    reports.reduce((total, report) => total + count(report), 0);
  return {
    format: PUBLISHED_IMPORTER.name,
    dryRun,
    counts: {
      datasets: sum(({ datasets }) => datasets.added),
      derivations: sum(({ edges }) => edges.added),
      changed: sum(({ edges }) => edges.changed),
      "beside evidence": sum(({ edges }) => edges.noted),
      "left alone": sum(({ edges }) => edges.left),
      flagged: sum(({ flagged }) => flagged),
    },
    changes: reports.flatMap(toChanges).slice(0, MAX_CHANGES),
    notes: [
      ...notes.flatMap(toSentences),
      ...(dryRun && notes.length > 1
        ? ["Each part was looked at alone: what two of them state is counted twice."]
        : []),
    ],
  };
};

const toChanges = ({ plan }: PublicationReport): readonly ImportChange[] => {
  return [
    ...plan.added.map((edge): ImportChange => ({
      change: "added",
      subject: subject(edge),
      detail: edge.flags.length === 0 ? "accepted" : `flagged: ${edge.flags.join(", ")}`,
    })),
    ...plan.changed.map(({ after }): ImportChange => ({
      change: "changed",
      subject: subject(after),
      detail: after.flags.length === 0 ? "accepted" : `flagged: ${after.flags.join(", ")}`,
    })),
    ...plan.noted.map((edge): ImportChange => ({
      change: "changed",
      subject: subject(edge),
      detail: "noted beside our evidence",
    })),
    ...plan.left.map((edge): ImportChange => ({
      change: "ignored",
      subject: subject(edge),
      detail: "proposed, decided or more surely published before",
    })),
  ];
};

const subject = ({ from, to }: Pick<PublishedEdge, "from" | "to">): string => `${from} -> ${to}`;

const toSentences = (notes: ReadingNotes): readonly string[] => [
  `${notes.edgeRows} edges and ${notes.datasetRows} datasets were read.`,
  ...(notes.duplicates.length === 0
    ? []
    : [`${notes.duplicates.length} pairs were stated twice; the surer row counts.`]),
  ...(notes.caseVariants.length === 0
    ? []
    : [`${notes.caseVariants.length} names were written in several cases; each became one dataset.`]),
  ...notes.notNames.map((name) => `Left out, because it is a sentence and no name: ${name}`),
];
