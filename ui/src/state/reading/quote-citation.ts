import type { Document } from "../../../../schema/document.ts";
import type { Evidence } from "../../../../schema/edge.ts";
import { documentWords } from "../../words/document-words.ts";
import { formatDate } from "../format.ts";

/** The quote as it stands in its document, and where anybody can find it again. */
export const toCitation = (
  { title, url, revision, retrievedAt, sha256 }: Document,
  { quote, span }: Pick<Evidence, "quote" | "span">,
): string => {
  const source = documentWords().citation({
    title: title ?? url,
    url,
    revision,
    read: formatDate(retrievedAt),
    sha256,
    start: span.start,
    end: span.end,
  });
  return `“${quote}”\n${source}`;
};
