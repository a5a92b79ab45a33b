import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { TextItem } from "pdfjs-dist/types/src/display/api.js";
import type { PageText } from "./text-task.ts";
import { type PdfLine, toPdfLines, toPdfMarkdown } from "./pdf-lines.ts";

/** Later pages are appendices of appendices. */
const MAX_PAGES = 200;
/** Longest text in characters; what follows is not read. */
const MAX_CHARACTERS = 3_000_000;

/**
 * The text of a PDF with its section headings as Markdown. Nothing in the file is executed: no scripts, no fonts, no
 * drawing. Undefined when the file is no readable PDF.
 */
export const readPdfText = async (bytes: Uint8Array): Promise<PageText | undefined> => {
  const task = getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: 0,
  });
  try {
    const pages = await readPages(await task.promise);
    return { text: toPdfMarkdown(pages) };
  } catch (error) {
    if (isPdfError(error)) return undefined;
    throw error;
  } finally {
    await task.destroy();
  }
};

const readPages = async (document: PDFDocumentProxy): Promise<readonly (readonly PdfLine[])[]> => {
  const pages: (readonly PdfLine[])[] = [];
  let characters = 0;
  for (let number = 1; number <= Math.min(document.numPages, MAX_PAGES); number += 1) {
    if (characters > MAX_CHARACTERS) break;
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: false });
    const lines = toPdfLines(items.filter((item): item is TextItem => "str" in item));
    characters += lines.reduce((sum, line) => sum + line.text.length, 0);
    pages.push(lines);
    page.cleanup();
  }
  return pages;
};

/** The library's own errors for files that are damaged, encrypted or no PDF at all. */
const isPdfError = (error: unknown): boolean =>
  error instanceof Error &&
  /^(?:InvalidPDF|Password|Format|UnknownError|Parse|XRef|Missing)/.test(error.name);
