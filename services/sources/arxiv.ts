import type { Lookup } from "../../agents/ports.ts";
import type { FrozenDocument } from "../../schema/document.ts";
import { type ArxivEntry, parseArxivFeed } from "./arxiv-feed.ts";
import { parseArxivId } from "./arxiv-id.ts";
import { decodeText } from "./decode-text.ts";
import type { FetchedPage, FetchFailure, FetchOutcome } from "./fetch-outcome.ts";
import { freezeDocument } from "./freeze-document.ts";
import type { PoliteFetch } from "./polite-fetch.ts";
import { matchTitles, toWords } from "./title-match.ts";
import type { TextReader } from "./text-reader.ts";
import type { PageText } from "./text-task.ts";

export interface ArxivDeps {
  readonly politeFetch: PoliteFetch;
  readonly textReader: TextReader;
  /** Base addresses without a slash at their end. */
  readonly arxivApi: string;
  readonly arxivPages: string;
}

export interface Arxiv {
  /** The paper's HTML, else its PDF's text, else its abstract. */
  readPaper(arxivId: string, signal: AbortSignal): Promise<Lookup<FrozenDocument>>;
  /** The paper of this very title; "not-found" rather than one that is only similar. */
  readPaperByTitle(title: string, signal: AbortSignal): Promise<Lookup<FrozenDocument>>;
}

const MAX_HTML_BYTES = 20_000_000;
const MAX_PDF_BYTES = 40_000_000;
const MAX_FEED_BYTES = 2_000_000;
const MAX_RESULTS = 5;
const MAX_QUERY_WORDS = 5;
/** A conversion that failed leaves a page with little more than the title. */
const MIN_PAPER_LENGTH = 1500;

export const createArxiv = (deps: ArxivDeps): Arxiv => {
  const readPaper: Arxiv["readPaper"] = async (arxivId, signal) => {
    const parsed = parseArxivId(arxivId);
    if (parsed === undefined) return { kind: "not-found", reason: `${arxivId} is not an id of arXiv` };
    const id = `${parsed.id}${parsed.version ?? ""}`;
    const html = await readHtml(deps, id, signal);
    if (html.kind === "found") return freezePaper(id, html.value);
    const pdf = await readPdf(deps, id, signal);
    if (pdf.kind === "found") return freezePaper(id, pdf.value);
    const abstract = await readAbstract(deps, id, signal);
    if (abstract.kind === "found") return freezePaper(id, abstract.value);
    return [html, pdf, abstract].find(({ kind }) => kind !== "not-found") ?? abstract;
  };
  return {
    readPaper,
    readPaperByTitle: async (title, signal) => {
      const found = await findByTitle(deps, title, signal);
      return found.kind === "found" ? readPaper(found.value.id, signal) : found;
    },
  };
};

interface PaperText extends PageText {
  readonly retrievedAt: string;
}
type Read<Value> = Promise<{ readonly kind: "found"; readonly value: Value } | FetchFailure>;

const freezePaper = (id: string, paper: PaperText): Lookup<FrozenDocument> => ({
  kind: "found",
  value: freezeDocument({ kind: "paper", url: `https://arxiv.org/abs/${id}`, ...paper }),
});

const readHtml = async (deps: ArxivDeps, id: string, signal: AbortSignal): Read<PaperText> => {
  const request = { url: `${deps.arxivPages}/html/${id}`, accept: HTML_TYPES, maxBytes: MAX_HTML_BYTES };
  const outcome = await deps.politeFetch({ ...request, trust: "configured" }, signal);
  if (outcome.kind !== "found") return outcome;
  const paper = await deps.textReader.read("paper", outcome.value, signal);
  if (paper.kind === "gave-up") return { kind: "refused", reason: `the HTML of ${id}: ${paper.reason}` };
  if (paper.kind === "no-text" || paper.value.text.length < MIN_PAPER_LENGTH) {
    return { kind: "not-found", reason: `arXiv has no HTML of ${id}` };
  }
  return withTime(outcome.value, paper.value);
};

const HTML_TYPES = ["text/html", "application/xhtml+xml"];

const readPdf = async (deps: ArxivDeps, id: string, signal: AbortSignal): Read<PaperText> => {
  const request = { url: `${deps.arxivPages}/pdf/${id}`, accept: PDF_TYPES, maxBytes: MAX_PDF_BYTES };
  const outcome = await deps.politeFetch({ ...request, trust: "configured" }, signal);
  if (outcome.kind !== "found") return outcome;
  const paper = await deps.textReader.read("paper", outcome.value, signal);
  if (paper.kind === "gave-up") return { kind: "refused", reason: `the PDF of ${id}: ${paper.reason}` };
  if (paper.kind === "no-text") return { kind: "not-found", reason: `the PDF of ${id} holds no text` };
  return withTime(outcome.value, paper.value);
};

const PDF_TYPES = ["application/pdf", "application/octet-stream"];

const withTime = ({ retrievedAt }: FetchedPage, text: PageText) =>
  ({ kind: "found", value: { ...text, retrievedAt } }) as const;

const readAbstract = async (deps: ArxivDeps, id: string, signal: AbortSignal): Read<PaperText> => {
  const answer = await askApi(deps, new URLSearchParams({ id_list: id, max_results: "1" }), signal);
  if (answer.kind !== "found") return answer;
  const [entry] = answer.value.entries;
  if (entry === undefined) return { kind: "not-found", reason: `arXiv has no paper ${id}` };
  const { title, abstract } = entry;
  return withTime(answer.value.page, { text: `# ${title}\n\n## Abstract\n\n${abstract}\n`, title });
};

/** Searches the title as one phrase, then by its words: arXiv's index and BibTeX disagree about punctuation. */
const findByTitle = async (deps: ArxivDeps, title: string, signal: AbortSignal): Read<ArxivEntry> => {
  const words = toWords(title);
  const missing = { kind: "not-found", reason: `arXiv has no paper titled "${title}"` } as const;
  if (words.length < 2) return missing;
  const terms = words.filter((word) => word.length > 3).slice(0, MAX_QUERY_WORDS);
  const queries = [`ti:"${words.join(" ")}"`, terms.map((word) => `ti:${word}`).join(" AND ")];
  for (const query of queries.filter((text) => text !== "")) {
    const parameters = new URLSearchParams({ search_query: query, max_results: String(MAX_RESULTS) });
    const answer = await askApi(deps, parameters, signal);
    if (answer.kind !== "found") return answer;
    const best = chooseBest(title, answer.value.entries);
    if (best !== undefined) return { kind: "found", value: best };
  }
  return missing;
};

const chooseBest = (title: string, entries: readonly ArxivEntry[]): ArxivEntry | undefined =>
  entries
    .map((entry) => ({ entry, match: matchTitles(title, entry.title) }))
    .filter(({ match }) => match > 0)
    .sort((a, b) => b.match - a.match)[0]?.entry;

interface ApiAnswer {
  readonly entries: readonly ArxivEntry[];
  readonly page: FetchedPage;
}

const askApi = async (deps: ArxivDeps, query: URLSearchParams, signal: AbortSignal): Read<ApiAnswer> => {
  const outcome: FetchOutcome = await deps.politeFetch(
    {
      url: `${deps.arxivApi}/api/query?${query.toString()}`,
      trust: "configured",
      accept: ["application/atom+xml", "application/xml", "text/xml"],
      maxBytes: MAX_FEED_BYTES,
    },
    signal,
  );
  if (outcome.kind !== "found") return outcome;
  const entries = parseArxivFeed(decodeText(outcome.value));
  if (entries === undefined)
    return { kind: "unreachable", reason: "what answered for arXiv is not its feed" };
  return { kind: "found", value: { entries, page: outcome.value } };
};
