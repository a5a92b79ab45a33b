import { registryOf } from "../../../schema/id-text.ts";
import type { DatasetId } from "../../../schema/ids.ts";
import type { FlagReason } from "../../../schema/vocabulary.ts";
import { mergePublishedEdges } from "./merge-published-edges.ts";
import type { Publication, PublishedDataset, PublishedEdge, PublishedLineage } from "./published-lineage.ts";
import { PublishedDatasetRow, PublishedEdgeRow, parseLines } from "./published-rows.ts";
import { findNameIn, toWords } from "../name-in-sentence.ts";
import { toPublishedId } from "./published-source-id.ts";

/** The two files of one published graph, as texts. */
export interface PublishedFiles {
  readonly graph: { readonly name: string; readonly text: string };
  readonly data: { readonly name: string; readonly text: string };
}

/** What was not as it should be in the files, and what was done about it. */
export interface ReadingNotes {
  readonly edgeRows: number;
  readonly datasetRows: number;
  /** Pairs of names that several rows state; the row with the highest confidence counts. */
  readonly duplicates: readonly string[];
  /** Spellings of one id that differ by case alone. */
  readonly caseVariants: readonly (readonly string[])[];
  /** Names that the rows contradict each other about being on the Hub. */
  readonly contradictory: readonly string[];
  /** Sources that are no names but sentences which name no dataset; their rows are left out. */
  readonly notNames: readonly string[];
}

/** The publication's own rubric calls what is below this ambiguous. */
const LEAST_CONFIDENCE = 0.7;

/** Reads one published graph. Fails with INPUT_INVALID, naming file and line, when a row is not as expected. */
export const readPublishedLineage = (
  files: PublishedFiles,
  publication: Publication,
): { readonly lineage: PublishedLineage; readonly notes: ReadingNotes } => {
  const allEdges = parseLines(files.graph.text, PublishedEdgeRow, files.graph.name);
  const datasetRows = parseLines(files.data.text, PublishedDatasetRow, files.data.name);
  const named = allEdges.map((row) => withNamedSource(row, datasetRows));
  const edgeRows = named.filter((row) => !isSentence(row.source));
  const names = collectNames(edgeRows, datasetRows);
  const toEdge = (row: PublishedEdgeRow): PublishedEdge => toPublishedEdge(row, names);
  return {
    lineage: {
      publication,
      datasets: toDatasets(names, datasetRows),
      edges: mergePublishedEdges(edgeRows.map(toEdge)),
    },
    notes: {
      edgeRows: allEdges.length,
      datasetRows: datasetRows.length,
      duplicates: repeated(allEdges.map((row) => `${row.target} <- ${row.source}`)),
      caseVariants: caseVariants(names),
      contradictory: contradictory(edgeRows),
      notNames: [...new Set(named.map((row) => row.source).filter(isSentence))],
    },
  };
};

/** A sentence in the place of a name stands for the name of a described dataset in it, where there is one. */
const withNamedSource = (
  row: PublishedEdgeRow,
  datasets: readonly PublishedDatasetRow[],
): PublishedEdgeRow => {
  if (!isSentence(row.source)) return row;
  const source = findNameIn(
    row.source,
    datasets.map(({ name }) => name),
  );
  // By its bare name: that the dataset of this name on the Hub is meant is for whoever knows both to say.
  return source === undefined ? row : { ...row, source: source.slice(source.lastIndexOf("/") + 1) };
};

/** Names have few words or no full stop. */
const isSentence = (text: string): boolean =>
  text.trim().endsWith(".") && text.trim().split(/\s+/).length > 5;

/** Every name as written, with the id that it gets. */
type Names = ReadonlyMap<string, DatasetId>;

const collectNames = (
  edges: readonly PublishedEdgeRow[],
  datasets: readonly PublishedDatasetRow[],
): Names => {
  const onHub = new Set([
    ...edges.map((row) => row.target),
    ...datasets.map((row) => row.name),
    ...edges.filter((row) => row.meta_info.exists).map((row) => row.source),
  ]);
  const described = new Set(datasets.map((row) => row.name));
  const written = [...new Set([...described, ...edges.flatMap((row) => [row.target, row.source])])].sort();
  const ids = written.map((name) => [name, toPublishedId(name, onHub.has(name))] as const);
  // The spelling that the publication describes is the one that the Hub answered.
  const canonical = new Map<string, DatasetId>();
  for (const [name, id] of ids) {
    const key = id.toLowerCase();
    if (!canonical.has(key) || described.has(name)) canonical.set(key, id);
  }
  return new Map(ids.map(([name, id]) => [name, canonical.get(id.toLowerCase()) ?? id]));
};

const toPublishedEdge = (row: PublishedEdgeRow, names: Names): PublishedEdge => {
  const from = names.get(row.target) ?? toPublishedId(row.target, true);
  const to = names.get(row.source) ?? toPublishedId(row.source, row.meta_info.exists);
  const { relationship, confidence, source, evidence, exists } = row.meta_info;
  const flags: FlagReason[] = [];
  if (confidence < LEAST_CONFIDENCE) flags.push("low-confidence");
  const isUnknownHubId = !exists && registryOf(to) === "huggingface";
  if (isUnknownHubId || !quoteNames(evidence, row.source)) flags.push("name-ambiguous");
  if (from === to) flags.push("self");
  const documentKinds = [...new Set(source)].sort();
  return { from, to, relation: relationship, confidence, documentKinds, onHub: exists, flags };
};

/** Whether a quote holds a word of the source's name. Where none does, the name was guessed from something else. */
const quoteNames = (evidence: string, source: string): boolean => {
  const words = toWords(source.slice(source.lastIndexOf("/") + 1)).filter((word) => word.length >= 3);
  const text = toWords(evidence).join(" ");
  return words.length === 0 || words.some((word) => text.includes(word));
};

const toDatasets = (names: Names, rows: readonly PublishedDatasetRow[]): readonly PublishedDataset[] => {
  const described = new Map(rows.map((row) => [names.get(row.name), row]));
  const spellings = new Map<DatasetId, string[]>();
  for (const [name, id] of names) spellings.set(id, [...(spellings.get(id) ?? []), name]);
  return [...spellings]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([id, written]) => ({ id, ...toNames(id, written), ...toFacts(described.get(id)) }));
};

const toNames = (id: DatasetId, written: readonly string[]): Partial<PublishedDataset> => {
  const others = written.filter((name) => name !== id);
  if (registryOf(id) === "huggingface") return others.length === 0 ? {} : { spellings: others };
  const [name = ""] = written;
  return { name };
};

const toFacts = (row: PublishedDatasetRow | undefined): Partial<PublishedDataset> => {
  if (row === undefined) return {};
  const { categories, data_type: dataType, hf_year: hubMonth, paper_year: paperMonth, downloads } = row;
  return {
    ...(categories.length === 0 ? {} : { domains: [...new Set(categories)].sort() }),
    ...(dataType === "" ? {} : { dataType }),
    ...(hubMonth === undefined || hubMonth === null || hubMonth === "" ? {} : { hubMonth }),
    ...(paperMonth === undefined || paperMonth === null || paperMonth === "" ? {} : { paperMonth }),
    ...(downloads === undefined || downloads === null ? {} : { downloads }),
  };
};

const repeated = (items: readonly string[]): readonly string[] => [
  ...new Set(items.filter((item, index) => items.indexOf(item) !== index)),
];

const caseVariants = (names: Names): readonly (readonly string[])[] => {
  const groups = new Map<string, string[]>();
  for (const name of names.keys())
    groups.set(name.toLowerCase(), [...(groups.get(name.toLowerCase()) ?? []), name]);
  return [...groups.values()].filter((group) => group.length > 1);
};

const contradictory = (rows: readonly PublishedEdgeRow[]): readonly string[] => {
  const found = new Set(rows.filter((row) => row.meta_info.exists).map((row) => row.source));
  const missing = rows.filter((row) => !row.meta_info.exists).map((row) => row.source);
  return [...new Set(missing.filter((name) => found.has(name)))].sort();
};
