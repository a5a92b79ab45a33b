import { escapeMarkup } from "./escape-markup.ts";
import type { ArxivPaper } from "./parse-arxiv-abstract.ts";

export interface AtomFeed {
  /** The query as asked, for the feed's title. */
  readonly query: string;
  readonly papers: readonly ArxivPaper[];
  readonly total: number;
  readonly start: number;
}

/** arXiv's answer to an API query: Atom with its opensearch and arxiv elements. Dates that are not known are left out. */
export const toAtomFeed = ({
  query,
  papers,
  total,
  start,
}: AtomFeed): string => `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom">
  <title type="html">ArXiv Query: ${escapeMarkup(query)}</title>
  <opensearch:totalResults>${total}</opensearch:totalResults>
  <opensearch:startIndex>${start}</opensearch:startIndex>
  <opensearch:itemsPerPage>${papers.length}</opensearch:itemsPerPage>
${papers.map(toEntry).join("")}</feed>
`;

const toEntry = ({ id, title, authors, abstract, published }: ArxivPaper): string => `  <entry>
    <id>http://arxiv.org/abs/${escapeMarkup(id)}v1</id>
${published === undefined ? "" : `    <published>${published}</published>\n    <updated>${published}</updated>\n`}    <title>${escapeMarkup(title)}</title>
    <summary>${escapeMarkup(abstract)}</summary>
${authors.map((author) => `    <author>\n      <name>${escapeMarkup(author)}</name>\n    </author>\n`).join("")}    <link href="https://arxiv.org/abs/${escapeMarkup(id)}v1" rel="alternate" type="text/html"/>
    <link title="pdf" href="https://arxiv.org/pdf/${escapeMarkup(id)}v1" rel="related" type="application/pdf"/>
  </entry>
`;
