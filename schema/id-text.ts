import type { DatasetId, EdgeId, EvidenceId, Sha256, TraceId } from "./ids.ts";

/**
 * How ids are written: the one place for their patterns. Nothing here needs a schema library, so the explorer can
 * read ids from addresses and storage by it; schema/ids.ts makes schemas of the same patterns.
 */

/**
 * Where a dataset lives. `huggingface` ids are `owner/name` in the Hub's own spelling (a few legacy ones have no owner);
 * all others carry their registry as a prefix: `github:owner/repo`, `website:host/path`, `paper:2401.00001`,
 * `kaggle:owner/name`, `name:common-crawl` (a name that was never resolved).
 */
export const REGISTRIES = ["huggingface", "github", "website", "paper", "kaggle", "name"] as const;
export type Registry = (typeof REGISTRIES)[number];

export const SHA256_PATTERN = /^[0-9a-f]{64}$/;
/** Of edges and of evidence: the first 96 bits of a hash in hex. */
export const SHORT_HASH_PATTERN = /^[0-9a-f]{24}$/;
export const TRACE_ID_PATTERN = /^[0-9A-Za-z-]{8,40}$/;
export const QUERY_ID_PATTERN = /^[0-9A-Za-z-]{8,64}$/;

const HUB_ID = /^(?:[A-Za-z0-9][\w.-]{0,95}\/)?[A-Za-z0-9][\w.-]{0,95}$/;
const TYPED_ID = /^(github|website|paper|kaggle|name):[^\s\p{C}]{1,300}$/u;

/** Whether a text is written like a Hub id (`owner/name`, or a legacy `name`): says nothing about existence. */
export const isHubId = (text: string): boolean =>
  HUB_ID.test(text) && !text.includes("..") && !text.includes("--") && !/[.-]$/.test(text);

export const isDatasetId = (value: unknown): value is DatasetId =>
  typeof value === "string" && (isHubId(value) || TYPED_ID.test(value));

export const isEdgeId = (value: unknown): value is EdgeId => fits(value, SHORT_HASH_PATTERN);

export const isEvidenceId = (value: unknown): value is EvidenceId => fits(value, SHORT_HASH_PATTERN);

export const isSha256 = (value: unknown): value is Sha256 => fits(value, SHA256_PATTERN);

export const isTraceId = (value: unknown): value is TraceId => fits(value, TRACE_ID_PATTERN);

const fits = (value: unknown, pattern: RegExp): boolean => typeof value === "string" && pattern.test(value);

/** The registry that an id belongs to, read from its prefix. */
export const registryOf = (id: DatasetId): Registry => {
  const prefix = TYPED_ID.exec(id)?.[1];
  return REGISTRIES.find((registry) => registry === prefix) ?? "huggingface";
};
