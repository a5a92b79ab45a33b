import type { JSX } from "preact";
import type { Sha256 } from "../../../schema/ids.ts";
import { documentWords } from "../words/document-words.ts";
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
  const words = documentWords();
  return (
    <section class="reader" aria-label={words.reader} data-document={sha256}>
      <button
        type="button"
        class="icon-button reader-close"
        title={words.closeTitle}
        aria-label={words.close}
        onClick={() => store.navigation.navigate({ document: undefined })}
      >
        <Icon name="close" />
      </button>
      <LoadableView resource={store.document} what={words.theDocument} lines={14}>
        {(detail) =>
          body.state === "ready" ? (
            <body.part key={detail.document.sha256} detail={detail} />
          ) : body.state === "loading" ? (
            <Skeleton lines={14} label={words.loading} />
          ) : (
            <p class="complaint">{words.failed}</p>
          )
        }
      </LoadableView>
    </section>
  );
};

const loadBody = async () => (await import("./document-body.tsx")).DocumentBody;
