import type { FetchedPage } from "./fetch-outcome.ts";

/** A page to read. */
export interface PageRequest {
  readonly url: string;
  /** configured: our own client asks at an address that the operator set; document: a text named the address. */
  readonly trust: "configured" | "document";
  /** Media types that make sense here: `application/json`, `text/*`. An answer without a type passes. */
  readonly accept: readonly string[];
  /** Larger bodies are refused; counted after decompression. */
  readonly maxBytes: number;
  /** The commit that `url` shows: with it, one answer is good for ever. */
  readonly revision?: string;
  /** A stored answer is used for so long, in milliseconds; default for ever. */
  readonly maxAgeMs?: number;
  /** Whether a page is what its address promises; one that is not counts as unreachable and is not stored. Default: it is. */
  readonly isSound?: (page: FetchedPage) => boolean;
}

export const isAccepted = (mediaType: string, accept: readonly string[]): boolean =>
  mediaType === "" ||
  accept.some((accepted) =>
    accepted.endsWith("/*") ? mediaType.startsWith(accepted.slice(0, -1)) : mediaType === accepted,
  );
