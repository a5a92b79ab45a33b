import type { DocumentStore } from "../graph/store/documents.ts";
import type { AddEdge } from "../graph/store/edges/add-edge.ts";
import type { EdgeAddition } from "../schema/decision.ts";
import { AppError } from "../schema/errors.ts";

/** A quote counts when it stands in its document word for word. Fails with NOT_FOUND or INPUT_INVALID. */
export const findQuote = async (
  documents: Pick<DocumentStore, "find" | "text">,
  { quote }: EdgeAddition,
): Promise<AddEdge["proof"]> => {
  if (quote === undefined) return undefined;
  const document = await documents.find(quote.document);
  if (document === undefined) {
    throw new AppError(`no document ${quote.document} was ever read`, { code: "NOT_FOUND" });
  }
  const start = (await documents.text(quote.document)).indexOf(quote.text);
  if (start < 0) {
    throw new AppError(`the quote does not stand in ${document.url} word for word`, {
      code: "INPUT_INVALID",
      context: { document: quote.document },
    });
  }
  return { document, quote: quote.text, span: { start, end: start + quote.text.length } };
};
