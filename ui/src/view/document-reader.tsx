import type { JSX } from "preact";
import type { Sha256 } from "../../../schema/ids.ts";
import { useApp } from "./app-context.ts";
import { Icon } from "./icons.tsx";
import { LoadableView } from "./loadable-view.tsx";
import { Skeleton } from "./skeleton.tsx";
import { useLoaded } from "./use-loaded.ts";

export interface DocumentReaderProps {
  readonly sha256: Sha256;
}

/** The frozen document, over the graph: where a quote can be judged in its context. */
export const DocumentReader = ({ sha256 }: DocumentReaderProps): JSX.Element => {
  const { store } = useApp();
  const body = useLoaded(loadBody);
  return (
    <section class="reader" aria-label="Document" data-document={sha256}>
      <button
        type="button"
        class="icon-button reader-close"
        title="Back to the graph (Esc)"
        aria-label="Close the document"
        onClick={() => store.navigation.navigate({ document: undefined })}
      >
        <Icon name="close" />
      </button>
      <LoadableView resource={store.document} what="the document" lines={14}>
        {(detail) =>
          body.state === "ready" ? (
            <body.part key={detail.document.sha256} detail={detail} />
          ) : body.state === "loading" ? (
            <Skeleton lines={14} label="Loading the document" />
          ) : (
            <p class="complaint">
              The document view could not be loaded. Load the page again; nothing is lost.
            </p>
          )
        }
      </LoadableView>
    </section>
  );
};

const loadBody = async () => (await import("./document-body.tsx")).DocumentBody;
