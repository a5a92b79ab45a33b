import { createHash } from "node:crypto";
import { encodeSafely } from "../addresses.ts";

type Kind =
  | "annotation"
  | "dataset"
  | "document"
  | "edge"
  | "evidence"
  | "licence"
  | "licence-text"
  | "model"
  | "owner"
  | "proof"
  | "relation"
  | "spdx";

/** Makes the ids of one SPDX document's elements. */
export interface SpdxIds {
  of(kind: Kind, key: string): string;
  /** For keys that are too long or too odd to read. */
  hashOf(text: string): string;
}

/** An element never changes under its id, so ids begin with an address that is this document's alone (SPDX 3.0.1, Core/spdxId). */
export const createSpdxIds = (documentAddress: string): SpdxIds => ({
  of: (kind, key) => `${documentAddress}#${kind}-${encodeSafely(key)}`,
  hashOf: (text) => createHash("sha256").update(text).digest("hex").slice(0, HASH_DIGITS),
});

const HASH_DIGITS = 24;
