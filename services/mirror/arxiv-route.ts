import type { ArxivLibrary } from "./arxiv-library.ts";
import { searchPapers } from "./arxiv-search.ts";
import { escapeMarkup } from "./escape-markup.ts";
import { bytesReply, type MirrorReply, type MirrorRoute, textReply } from "./mirror-reply.ts";
import type { ScriptedStates } from "./mirror-script.ts";
import { toAtomFeed } from "./to-atom-feed.ts";
import { toPaperHtml } from "./to-paper-html.ts";

const DEFAULT_MAX_RESULTS = 10;

/** `/export.arxiv.org/api/query` with `id_list` or `search_query`, `start` and `max_results`: Atom. */
export const createArxivApiRoute =
  (library: ArxivLibrary, states: ScriptedStates): MirrorRoute =>
  async ({ segments, query }) => {
    if (segments.join("/") !== "api/query") return textReply(404, "Not Found");
    const ids = (query.get("id_list") ?? "")
      .split(",")
      .map(withoutVersion)
      .filter((id) => id !== "");
    const failure = states.failure(ids.map(toAddress));
    if (failure !== undefined) return failure;
    const searchQuery = query.get("search_query") ?? "";
    const found = ids.length > 0 ? await findAll(library, ids) : await library.all();
    const papers = searchQuery === "" ? (ids.length > 0 ? found : []) : searchPapers(found, searchQuery);
    const start = toCount(query.get("start"), 0);
    const shown = papers.slice(start, start + toCount(query.get("max_results"), DEFAULT_MAX_RESULTS));
    const feed = toAtomFeed({
      query: `search_query=${searchQuery}&id_list=${ids.join(",")}`,
      papers: shown,
      total: papers.length,
      start,
    });
    return bytesReply(Buffer.from(feed), { "content-type": "application/atom+xml; charset=utf-8" });
  };

/** `/arxiv.org/abs/<id>`, `/html/<id>` (only of papers whose text is there) and `/pdf/<id>`. */
export const createArxivPageRoute =
  (library: ArxivLibrary, states: ScriptedStates): MirrorRoute =>
  async ({ segments }) => {
    const [page, ...rest] = segments;
    const id = withoutVersion(rest.join("/").replace(/\.pdf$/, ""));
    const failure = states.failure([toAddress(id)]);
    if (failure !== undefined) return failure;
    const reply = await readPage(library, page, id);
    return reply ?? textReply(404, `No ${page ?? "page"} for ${id}`);
  };

const readPage = async (
  library: ArxivLibrary,
  page: string | undefined,
  id: string,
): Promise<MirrorReply | undefined> => {
  if (page === "html") return readHtml(library, id);
  if (page === "abs") return readAbstractPage(library, id);
  const pdf = page === "pdf" ? await library.pdf(id) : undefined;
  return pdf === undefined ? undefined : bytesReply(pdf, { "content-type": "application/pdf" });
};

const readHtml = async (library: ArxivLibrary, id: string): Promise<MirrorReply | undefined> => {
  const own = await library.html(id);
  if (own !== undefined) return bytesReply(own, HTML);
  const fullText = await library.fullText(id);
  const paper = await library.find(id);
  if (fullText === undefined || paper === undefined) return undefined;
  return bytesReply(Buffer.from(toPaperHtml(paper, fullText)), HTML);
};

const readAbstractPage = async (library: ArxivLibrary, id: string): Promise<MirrorReply | undefined> => {
  const paper = await library.find(id);
  if (paper === undefined) return undefined;
  const [title, authors, abstract] = [paper.title, paper.authors.join(", "), paper.abstract].map(
    escapeMarkup,
  );
  const page = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>[${escapeMarkup(id)}] ${title}</title></head>
<body><div id="abs"><h1 class="title mathjax">${title}</h1><div class="authors">${authors}</div>
<blockquote class="abstract mathjax">${abstract}</blockquote></div></body></html>
`;
  return bytesReply(Buffer.from(page), HTML);
};

const HTML = { "content-type": "text/html; charset=utf-8" };

const findAll = async (library: ArxivLibrary, ids: readonly string[]) => {
  const papers = await Promise.all(ids.map((id) => library.find(id)));
  return papers.filter((paper) => paper !== undefined);
};

/** The mirror holds one version of each paper. */
const withoutVersion = (id: string): string => id.trim().replace(/v\d+$/, "");

const toAddress = (id: string): string => `arxiv.org/abs/${id}`;

const toCount = (text: string | null, fallback: number): number => {
  const count = Number(text ?? fallback);
  return Number.isInteger(count) && count >= 0 ? count : fallback;
};
