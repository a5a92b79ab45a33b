import type { JSX } from "preact";
import type { Document } from "../../../schema/document.ts";
import { formatBytes } from "../state/format.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { TimeText } from "./time-text.tsx";
import { ViewLink } from "./view-link.tsx";

export interface DocumentListProps {
  readonly documents: readonly Document[];
}

export const DocumentList = ({ documents }: DocumentListProps): JSX.Element =>
  documents.length === 0 ? (
    <p class="muted empty">None was read.</p>
  ) : (
    <ul class="document-list">
      {documents.map((document) => (
        <li key={document.sha256}>
          <ViewLink to={{ document: { sha256: document.sha256 } }} class="document-link" title={document.url}>
            <span class="document-kind">{vocabularyWords().document[document.kind]}</span>
            <span class="document-title">{document.title ?? document.url}</span>
            <span class="muted tabular">
              {formatBytes(document.bytes)}, read <TimeText iso={document.retrievedAt} />
            </span>
          </ViewLink>
        </li>
      ))}
    </ul>
  );
