import type { Router } from "./router.ts";
import { EMBED_PATH } from "./view-url.ts";

/** A copy of one lineage in a folder of files, to be read where no service answers. */
export interface SiteCopy {
  /** Address of the file that holds the lineage. */
  readonly lineage: string;
  /** Of the view, as a query string with its question mark. */
  readonly query: string;
}

/** Answers what the page asks from the copy's one file; of everything else there is nothing. */
export const createCopySend =
  (copy: SiteCopy, send: typeof fetch): typeof fetch =>
  async (question, options) => {
    const path = String(question).replace(/\?.*$/, "");
    if (path === "/api/lineage") return send(copy.lineage, options);
    if (path === "/api/traces") return Response.json({ items: [] });
    return Response.json(
      {
        type: "about:blank",
        title: "Not in this copy",
        status: 404,
        code: "NOT_FOUND",
        detail: `a copy of one lineage has no answer to ${path}`,
      },
      { status: 404 },
    );
  };

/** The view is the copy's from the beginning; what the reader changes is kept until the page is left. */
export const createCopyRouter = ({ query }: SiteCopy): Router => {
  let address = `${EMBED_PATH}${query}`;
  const go = (next: string): void => {
    address = next;
  };
  return { read: () => address, push: go, replace: go, subscribe: () => () => undefined };
};
