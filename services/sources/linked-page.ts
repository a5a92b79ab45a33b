import type { Lookup } from "../../agents/ports.ts";
import type { FrozenDocument } from "../../schema/document.ts";
import { freezeDocument } from "./freeze-document.ts";
import type { PoliteFetch } from "./polite-fetch.ts";
import type { SourceEndpoints } from "./source-endpoints.ts";
import type { TextReader } from "./text-reader.ts";
import { toRevision } from "./to-revision.ts";

export interface LinkedPageDeps {
  readonly politeFetch: PoliteFetch;
  readonly textReader: TextReader;
  readonly endpoints: Pick<SourceEndpoints, "toPage" | "isMirror">;
}

/** Reads a web page that a document links to; the address was judged before. */
export type ReadLinkedPage = (url: URL, signal: AbortSignal) => Promise<Lookup<FrozenDocument>>;

const MAX_PAGE_BYTES = 10_000_000;
const PAGE_TYPES = ["text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/pdf"];

export const createLinkedPage =
  ({ politeFetch, textReader, endpoints }: LinkedPageDeps): ReadLinkedPage =>
  async (link, signal) => {
    const url = new URL(link);
    url.hash = "";
    const outcome = await politeFetch(
      {
        url: endpoints.toPage(url),
        trust: endpoints.isMirror ? "configured" : "document",
        accept: PAGE_TYPES,
        maxBytes: MAX_PAGE_BYTES,
      },
      signal,
    );
    if (outcome.kind !== "found") return outcome;
    const shown = { ...outcome.value, url: endpoints.isMirror ? url.href : outcome.value.url };
    const read = await textReader.read("page", shown, signal);
    if (read.kind === "gave-up") return { kind: "refused", reason: `${url.href}: ${read.reason}` };
    if (read.kind === "no-text") {
      return { kind: "unreachable", reason: `${url.href} shows no text without running its scripts` };
    }
    const revision = toRevision(shown.etag);
    const document = freezeDocument({
      kind: "blog",
      url: url.href,
      retrievedAt: shown.retrievedAt,
      ...read.value,
      ...(revision === undefined ? {} : { revision }),
    });
    return { kind: "found", value: document };
  };
