export interface FeedEntry {
  readonly id: string;
  /** As written in XML. */
  readonly title: string;
  readonly abstract: string;
}

/** An answer of arXiv's API. */
export const toFeed = (...entries: readonly FeedEntry[]): string => `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title type="html">ArXiv Query</title>
  ${entries
    .map(
      ({ id, title, abstract }) => `<entry>
    <id>http://arxiv.org/abs/${id}v1</id>
    <title>${title}</title>
    <summary>${abstract}</summary>
    <author><name>A. Tide</name></author>
  </entry>`,
    )
    .join("\n")}
</feed>`;
