import { z } from "zod";
import { Sha256 } from "./ids.ts";
import { DOCUMENT_KINDS } from "./vocabulary.ts";

/** A frozen copy of a text that was read. The text itself is in the document store, under its hash. */
export const Document = z
  .object({
    sha256: Sha256,
    kind: z.enum(DOCUMENT_KINDS),
    url: z.string(),
    /** Commit, version or validator that the source gave; absent when it gives none. */
    revision: z.string().optional(),
    title: z.string().optional(),
    /** Length of the UTF-8 text in bytes. */
    bytes: z.int().min(0),
    retrievedAt: z.iso.datetime(),
  })
  .meta({ id: "Document" });
export type Document = z.infer<typeof Document>;

/** A document together with its text, as a source hands it over. */
export interface FrozenDocument {
  readonly document: Document;
  readonly text: string;
}
