import { createHash } from "node:crypto";
import type { DocumentKind } from "../../schema/vocabulary.ts";
import { Document, type FrozenDocument } from "../../schema/document.ts";

export interface ReadText {
  readonly kind: DocumentKind;
  /** Where a person finds it. */
  readonly url: string;
  readonly text: string;
  readonly retrievedAt: string;
  readonly revision?: string;
  readonly title?: string;
}

/** Freezes a text under the hash of its UTF-8 form, in which every later offset counts. */
export const freezeDocument = ({ text: raw, ...facts }: ReadText): FrozenDocument => {
  const text = normaliseText(raw);
  const utf8 = Buffer.from(text, "utf8");
  const sha256 = createHash("sha256").update(utf8).digest("hex");
  return { document: Document.parse({ ...facts, sha256, bytes: utf8.length }), text };
};

const REPLACEMENT = "\uFFFD";

/** One kind of line end, no byte order mark, and no code unit that UTF-8 or a database cannot hold. */
export const normaliseText = (raw: string): string =>
  raw
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .replaceAll("\0", REPLACEMENT)
    .replace(/\p{Surrogate}/gu, REPLACEMENT);
