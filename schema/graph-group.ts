import { CONTAMINATION_LEVELS } from "./contamination-level.ts";
import { registryOf } from "./id-text.ts";
import type { DatasetId } from "./ids.ts";
import { DOMAINS } from "./vocabulary.ts";

/** One of these is every dataset's group: its only domain, several, or none that anybody knows. */
export const GROUP_DOMAINS = [...DOMAINS, "mixed", "unknown"] as const;
export type GroupDomain = (typeof GROUP_DOMAINS)[number];

/** Levels of a dataset's strongest flag, strongest first; `none` without one. */
export const FLAG_LEVELS = [...CONTAMINATION_LEVELS, "none"] as const;
export type FlagLevel = (typeof FLAG_LEVELS)[number];

/** Characters of an owner as `ownerOf` names it. */
export const MAX_OWNER_LENGTH = 400;

/**
 * Whose dataset it is, as far as its id tells: the owner on the Hub; `github:owner` and `kaggle:owner`; `website:host`; and one for all
 * papers (`paper:`), names that nobody resolved (`name:`) and old Hub ids without an owner (`huggingface:`).
 */
export const ownerOf = (id: DatasetId): string => {
  const registry = registryOf(id);
  if (registry === "paper" || registry === "name") return `${registry}:`;
  const slash = id.indexOf("/");
  if (slash > 0) return id.slice(0, slash);
  return registry === "huggingface" ? "huggingface:" : id;
};
