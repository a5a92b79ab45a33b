import type { JSX } from "preact";
import type { Document } from "../../../schema/document.ts";
import { formatBytes } from "../state/format.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { CopyButton } from "./copy-button.tsx";
import { OutsideLink } from "./outside-link.tsx";
import { TimeText } from "./time-text.tsx";

export interface DocumentHeadProps {
  readonly document: Document;
}

const SHORT_HASH = 12;

export const DocumentHead = ({ document }: DocumentHeadProps): JSX.Element => (
  <header class="reader-head">
    <p class="panel-kind">{vocabularyWords().document[document.kind]}, as it was read</p>
    <h2 class="reader-title">{document.title ?? document.url}</h2>
    <p class="reader-facts muted">
      <span class="mono reader-url">{document.url}</span>
      <OutsideLink url={document.url} label="open the live page" />
      <span>
        read <TimeText iso={document.retrievedAt} withTime />
      </span>
      <span>
        revision{" "}
        {document.revision === undefined ? (
          <span class="unknown">unknown</span>
        ) : (
          <span class="mono" title={document.revision}>
            {document.revision.slice(0, SHORT_HASH)}
          </span>
        )}
      </span>
      <span>
        sha256{" "}
        <span class="mono" title={document.sha256}>
          {document.sha256.slice(0, SHORT_HASH)}
        </span>{" "}
        <CopyButton text={() => document.sha256} label="Copy the hash" />
      </span>
      <span class="tabular">{formatBytes(document.bytes)}</span>
    </p>
  </header>
);
