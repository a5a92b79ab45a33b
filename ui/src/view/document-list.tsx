import type { JSX } from "preact";
import type { Document } from "../../../schema/document.ts";
import { formatBytes } from "../state/format.ts";
import { datasetWords } from "../words/dataset-words.ts";
import { documentWords } from "../words/document-words.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { NameText } from "./name-text.tsx";
import { TimeText } from "./time-text.tsx";
import { ViewLink } from "./view-link.tsx";

export interface DocumentListProps {
  readonly documents: readonly Document[];
}

const SHORT = 12;

export const DocumentList = ({ documents }: DocumentListProps): JSX.Element =>
  documents.length === 0 ? (
    <p class="muted empty">{datasetWords().noDocuments}</p>
  ) : (
    <ul class="document-list">
      {documents.map((document) => (
        <li key={document.sha256}>
          <ViewLink
            to={{ document: { sha256: document.sha256 } }}
            class="document-link"
            title={document.url.slice(0, 500)}
          >
            <span class="document-kind">{vocabularyWords().document[document.kind]}</span>
            <span class="document-title">
              <NameText text={document.title ?? document.url} />
            </span>
            <span class="muted tabular">
              {formatBytes(document.bytes)}, {datasetWords().readOn} <TimeText iso={document.retrievedAt} />
            </span>
            <span class="muted">
              {documentWords().revision}{" "}
              {document.revision === undefined ? (
                <span class="unknown">{vocabularyWords().unknown}</span>
              ) : (
                <span class="mono">
                  <NameText text={document.revision.slice(0, SHORT)} />
                </span>
              )}
              , {documentWords().hash} <span class="mono">{document.sha256.slice(0, SHORT)}</span>
            </span>
          </ViewLink>
        </li>
      ))}
    </ul>
  );
