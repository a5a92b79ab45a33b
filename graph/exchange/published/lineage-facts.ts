import { z } from "zod";
import { AppError } from "../../../schema/errors.ts";
import { DatasetId } from "../../../schema/ids.ts";
import { DATA_TYPES, DOCUMENT_KINDS, DOMAINS, FLAG_REASONS, RELATIONS } from "../../../schema/vocabulary.ts";
import { parseLines } from "./published-rows.ts";
import type { PublishedDataset, PublishedEdge, PublishedLineage } from "./published-lineage.ts";

/**
 * A published lineage as a file of facts: a first line with its citation, then one line a dataset with its sources. Made to be
 * kept in a repository: no quotes, no descriptions, the same text for the same lineage.
 */
export const FACTS_FORMAT = "stemma-lineage-facts/1";

const Head = z.object({
  format: z.literal(FACTS_FORMAT),
  citation: z.string().min(1),
  part: z.string().min(1).exactOptional(),
  url: z.string().exactOptional(),
  revision: z.string().exactOptional(),
});

const Month = z.string().regex(/^\d{4}-\d{2}$/);
const Source = z.strictObject({
  id: DatasetId,
  relation: z.enum(RELATIONS),
  confidence: z.number().min(0).max(1),
  documents: z.array(z.enum(DOCUMENT_KINDS)),
  /** Left out when the publication found it on the Hub. */
  onHub: z.literal(false).exactOptional(),
  flags: z.array(z.enum(FLAG_REASONS)).exactOptional(),
});
const Line = z.strictObject({
  id: DatasetId,
  name: z.string().exactOptional(),
  spellings: z.array(z.string()).exactOptional(),
  domains: z.array(z.enum(DOMAINS)).exactOptional(),
  dataType: z.enum(DATA_TYPES).exactOptional(),
  hubMonth: Month.exactOptional(),
  paperMonth: Month.exactOptional(),
  downloads: z.int().min(0).exactOptional(),
  sources: z.array(Source).exactOptional(),
});
type Line = z.output<typeof Line>;

export const writeLineageFacts = ({ publication, datasets, edges }: PublishedLineage): string => {
  const sources = new Map<string, z.input<typeof Source>[]>();
  for (const edge of edges) sources.set(edge.from, [...(sources.get(edge.from) ?? []), toSource(edge)]);
  const lines = datasets.map((dataset) => {
    const own = sources.get(dataset.id);
    return own === undefined ? dataset : { ...dataset, sources: own };
  });
  const { citation, part, url, revision } = publication;
  // Absent fields are left out of JSON; the order of these is that of the file.
  const head = { format: FACTS_FORMAT, citation, part, url, revision };
  return [head, ...lines].map((line) => `${JSON.stringify(line)}\n`).join("");
};

const toSource = ({ to, relation, confidence, documentKinds, onHub, flags }: PublishedEdge) => ({
  id: to,
  relation,
  confidence,
  documents: [...documentKinds],
  ...(onHub === false ? { onHub } : {}),
  ...(flags.length === 0 ? {} : { flags: [...flags] }),
});

/** Fails with INPUT_INVALID, naming file and line, when the text is not such a file. */
export const readLineageFacts = (text: string, file: string): PublishedLineage => {
  const [first = "", ...rest] = text.split("\n");
  const [head] = parseLines(first, Head, file);
  if (head === undefined)
    throw new AppError(`${file} is empty`, { code: "INPUT_INVALID", context: { file } });
  const { format: _format, ...publication } = head;
  // The head's line stays as an empty one, so that messages count lines as an editor does.
  const lines = parseLines(["", ...rest].join("\n"), Line, file);
  return {
    publication,
    datasets: lines.map(toDataset),
    edges: lines.flatMap(toEdges),
  };
};

const toDataset = ({ sources: _sources, ...line }: Line): PublishedDataset => line;

const toEdges = ({ id, sources = [] }: Line): readonly PublishedEdge[] =>
  sources.map(({ id: to, relation, confidence, documents, onHub, flags }) => ({
    from: id,
    to,
    relation,
    confidence,
    documentKinds: documents,
    onHub: onHub ?? true,
    flags: flags ?? [],
  }));
