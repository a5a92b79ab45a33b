import { decodeText } from "./decode-text.ts";
import type { FetchedPage } from "./fetch-outcome.ts";
import type { PageText, TextForm } from "./text-task.ts";

/** Reads a page's text by its media type; undefined when it holds none. The parsers are loaded when they are first needed. */
export const readPageText = async (form: TextForm, page: FetchedPage): Promise<PageText | undefined> => {
  if (page.mediaType === "application/pdf" || isPdf(page.body)) {
    const { readPdfText } = await import("./pdf-text.ts");
    return withoutEmpty(await readPdfText(page.body));
  }
  if (page.mediaType === "text/plain" || page.mediaType === "text/markdown") {
    return withoutEmpty({ text: decodeText(page) });
  }
  if (form === "paper") {
    const { readPaperHtml } = await import("./paper-html.ts");
    return withoutEmpty(readPaperHtml(page));
  }
  const { readWebPage } = await import("./web-page.ts");
  return withoutEmpty(readWebPage(page));
};

const isPdf = (body: Uint8Array): boolean => Buffer.from(body.subarray(0, 5)).toString("latin1") === "%PDF-";

const withoutEmpty = (text: PageText | undefined): PageText | undefined =>
  text === undefined || text.text.trim() === "" ? undefined : text;
