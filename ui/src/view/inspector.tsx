import type { JSX } from "preact";
import { datasetWords } from "../words/dataset-words.ts";
import { frameWords } from "../words/frame-words.ts";
import { useApp } from "./app-context.ts";
import { Icon } from "./icons.tsx";
import { Skeleton } from "./skeleton.tsx";
import { TracePanel } from "./trace-panel.tsx";
import { useLoaded } from "./use-loaded.ts";

/** The right side: the selected edge, else the ways from the selected dataset, else it, else the trace, else the root. */
export const Inspector = (): JSX.Element => {
  const { store } = useApp();
  const { selection, trace } = store.view.value;
  const words = datasetWords();
  const close = (): void =>
    store.navigation.navigate(
      selection === undefined ? { trace: undefined } : { selection: undefined, pathTo: undefined },
    );
  return (
    <aside class="inspector" aria-label={words.panel}>
      {(selection !== undefined || trace !== undefined) && (
        <button
          type="button"
          class="icon-button inspector-close"
          title={words.closeTitle}
          aria-label={words.closePanel}
          onClick={close}
        >
          <Icon name="close" />
        </button>
      )}
      {selection === undefined && trace !== undefined ? <TracePanel /> : <Inspected />}
    </aside>
  );
};

/** Fetched when something is looked at: the first page has nothing to inspect. */
const Inspected = (): JSX.Element => {
  const body = useLoaded(loadBody);
  if (body.state === "ready") return <body.part />;
  return body.state === "loading" ? (
    <Skeleton lines={10} label={frameWords().loading(datasetWords().panel)} />
  ) : (
    <p class="complaint">{frameWords().failed(datasetWords().panel)}</p>
  );
};

const loadBody = async () => (await import("./inspector-body.tsx")).InspectorBody;
