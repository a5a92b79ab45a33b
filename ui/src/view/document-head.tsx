import type { JSX } from "preact";
import type { Document } from "../../../schema/document.ts";
import { formatBytes } from "../state/format.ts";
import { documentWords } from "../words/document-words.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { CopyButton } from "./copy-button.tsx";
import { NameText } from "./name-text.tsx";
import { OutsideLink } from "./outside-link.tsx";
import { TimeText } from "./time-text.tsx";

export interface DocumentHeadProps {
  readonly document: Document;
}

const SHORT_HASH = 12;

export const DocumentHead = ({ document }: DocumentHeadProps): JSX.Element => {
  const words = documentWords();
  return (
    <header class="reader-head">
      <p class="panel-kind">{words.asRead(vocabularyWords().document[document.kind])}</p>
      <h2 class="reader-title">
        <NameText text={document.title ?? document.url} />
      </h2>
      <p class="reader-facts muted">
        <span class="mono reader-url">
          <NameText text={document.url} />
        </span>
        <OutsideLink url={document.url} label={words.livePage} />
        <span>
          {words.read} <TimeText iso={document.retrievedAt} withTime />
        </span>
        <span>
          {words.revision}{" "}
          {document.revision === undefined ? (
            <span class="unknown">{vocabularyWords().unknown}</span>
          ) : (
            <span class="mono" title={document.revision.slice(0, 200)}>
              <NameText text={document.revision.slice(0, SHORT_HASH)} />
            </span>
          )}
        </span>
        <span>
          {words.hash}{" "}
          <span class="mono" title={document.sha256}>
            {document.sha256.slice(0, SHORT_HASH)}
          </span>{" "}
          <CopyButton text={() => document.sha256} label={words.copyHash} />
        </span>
        <span class="tabular">{formatBytes(document.bytes)}</span>
      </p>
    </header>
  );
};
