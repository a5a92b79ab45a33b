import type { Citation } from "./citation.ts";

/**
 * A list of references to read, one a line, in the order of the ids.
 *
 * @example "openai (2021). gsm8k. Hugging Face Hub. https://huggingface.co/datasets/openai/gsm8k (read 2025-11-24, licence mit)."
 */
export const toCitationText = (citations: readonly Citation[]): string =>
  [...citations]
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .map((citation) => `${toLine(citation)}\n`)
    .join("");

const toLine = ({ author, title, year, place, arXiv, url, readOn, revision, licence }: Citation): string => {
  const who = author === undefined ? undefined : year === undefined ? author : `${author} (${year})`;
  const what = who === undefined && year !== undefined ? `${title} (${year})` : title;
  const details = [
    readOn === undefined ? undefined : `read ${readOn}`,
    revision === undefined ? undefined : `revision ${revision}`,
    licence === undefined ? undefined : `licence ${licence}`,
  ].filter((part) => part !== undefined);
  const where = [url, details.length === 0 ? undefined : `(${details.join(", ")})`].filter(Boolean).join(" ");
  return [who, what, place, arXiv === undefined ? undefined : `arXiv:${arXiv}`, where]
    .filter((part) => part !== undefined && part !== "")
    .map((part) => oneLine(part ?? ""))
    .join(". ")
    .concat(".");
};

const oneLine = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .replace(/[\p{Cc}\p{Cs}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, "")
    .trim();
