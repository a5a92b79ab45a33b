import type { Document } from "../../schema/document.ts";
import type { DocumentKind } from "../../schema/vocabulary.ts";
import type { Resource } from "../ports.ts";

/** What a resource is read as. */
export const documentKindOf = ({ kind }: Resource): DocumentKind => (kind === "paper-title" ? "paper" : kind);

/**
 * The documents of an earlier visit that speak for resources which cannot be looked at now: of the same kind, and not read
 * again under their own address. Which resource a document came from is not known, so one that the card no longer
 * names may stay too, until a trace can look at everything.
 */
export const standingIn = (
  earlier: readonly Document[],
  { unread, read }: { readonly unread: ReadonlySet<DocumentKind>; readonly read: readonly Document[] },
): readonly Document[] => {
  const addresses = new Set(read.map(({ url }) => withoutVersion(url)));
  return earlier.filter(({ kind, url }) => unread.has(kind) && !addresses.has(withoutVersion(url)));
};

/** arXiv gives every version an address of its own. */
const withoutVersion = (url: string): string => url.replace(/v\d+$/, "").toLowerCase();
