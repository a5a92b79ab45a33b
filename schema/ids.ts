import { z } from "zod";
import { isDatasetId, SHA256_PATTERN, SHORT_HASH_PATTERN, TRACE_ID_PATTERN } from "./id-text.ts";

export const DatasetId = z
  .string()
  .refine((text): boolean => isDatasetId(text), {
    error: "expected owner/name or a typed id such as github:owner/repo",
  })
  .brand<"DatasetId">()
  .meta({ id: "DatasetId" });
export type DatasetId = z.infer<typeof DatasetId>;

export const ModelId = z.string().min(1).max(200).brand<"ModelId">();
export type ModelId = z.infer<typeof ModelId>;

/** Lower-case hex SHA-256 of a document's UTF-8 text. */
export const Sha256 = z.string().regex(SHA256_PATTERN).brand<"Sha256">();
export type Sha256 = z.infer<typeof Sha256>;

/** Id of an edge of any kind (derivation, model use, clearing), the same in every trace: a hash of its two ends and kind. */
export const EdgeId = z.string().regex(SHORT_HASH_PATTERN).brand<"EdgeId">();
export type EdgeId = z.infer<typeof EdgeId>;

/** Id of one piece of evidence: a hash of edge, document, offsets and tracer. */
export const EvidenceId = z.string().regex(SHORT_HASH_PATTERN).brand<"EvidenceId">();
export type EvidenceId = z.infer<typeof EvidenceId>;

export const TraceId = z.string().regex(TRACE_ID_PATTERN).brand<"TraceId">();
export type TraceId = z.infer<typeof TraceId>;

/** Makes the typed id of an unresolved name: lower case, runs of other characters become one hyphen. */
export const toNameId = (name: string): DatasetId => {
  const slug = name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 120);
  return DatasetId.parse(`name:${slug === "" ? "unnamed" : slug}`);
};
