import { z } from "zod";

/**
 * Where a dataset lives. `huggingface` ids are `owner/name` in the Hub's own spelling (a few legacy ones have no owner);
 * all others carry their registry as a prefix: `github:owner/repo`, `website:host/path`, `paper:2401.00001`,
 * `kaggle:owner/name`, `name:common-crawl` (a name that was never resolved).
 */
export const REGISTRIES = ["huggingface", "github", "website", "paper", "kaggle", "name"] as const;
export type Registry = (typeof REGISTRIES)[number];

const HUB_ID = /^(?:[A-Za-z0-9][\w.-]{0,95}\/)?[A-Za-z0-9][\w.-]{0,95}$/;
const TYPED_ID = /^(github|website|paper|kaggle|name):[^\s\p{C}]{1,300}$/u;

/** Whether a text is written like a Hub id (`owner/name`, or a legacy `name`): says nothing about existence. */
export const isHubId = (text: string): boolean =>
  HUB_ID.test(text) && !text.includes("..") && !text.includes("--") && !/[.-]$/.test(text);

export const DatasetId = z
  .string()
  .refine((text) => isHubId(text) || TYPED_ID.test(text), {
    error: "expected owner/name or a typed id such as github:owner/repo",
  })
  .brand<"DatasetId">()
  .meta({ id: "DatasetId" });
export type DatasetId = z.infer<typeof DatasetId>;

export const ModelId = z.string().min(1).max(200).brand<"ModelId">();
export type ModelId = z.infer<typeof ModelId>;

/** Lower-case hex SHA-256 of a document's UTF-8 text. */
export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<"Sha256">();
export type Sha256 = z.infer<typeof Sha256>;

/** Id of an edge of any kind (derivation, model use, clearing), the same in every trace: a hash of its two ends and kind. */
export const EdgeId = z
  .string()
  .regex(/^[0-9a-f]{24}$/)
  .brand<"EdgeId">();
export type EdgeId = z.infer<typeof EdgeId>;

/** Id of one piece of evidence: a hash of edge, document, offsets and tracer. */
export const EvidenceId = z
  .string()
  .regex(/^[0-9a-f]{24}$/)
  .brand<"EvidenceId">();
export type EvidenceId = z.infer<typeof EvidenceId>;

export const TraceId = z
  .string()
  .regex(/^[0-9A-Za-z-]{8,40}$/)
  .brand<"TraceId">();
export type TraceId = z.infer<typeof TraceId>;

/** The registry that an id belongs to, read from its prefix. */
export const registryOf = (id: DatasetId): Registry => {
  const prefix = TYPED_ID.exec(id)?.[1];
  return REGISTRIES.find((registry) => registry === prefix) ?? "huggingface";
};

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
