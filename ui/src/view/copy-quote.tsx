import type { JSX } from "preact";
import type { Document } from "../../../schema/document.ts";
import type { Evidence } from "../../../schema/edge.ts";
import { toCitation } from "../state/reading/quote-citation.ts";
import { documentWords } from "../words/document-words.ts";
import { CopyButton } from "./copy-button.tsx";

export interface CopyQuoteProps {
  readonly document: Document;
  readonly evidence: Evidence;
}

export const CopyQuote = ({ document, evidence }: CopyQuoteProps): JSX.Element => (
  <CopyButton text={() => toCitation(document, evidence)} label={documentWords().copyQuote} showsLabel />
);
