import type { JSX } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import { createTracesClient } from "../../state/traces/traces-client.ts";
import { createTracesStore } from "../../state/traces/traces-store.ts";
import { tracesWords } from "../../words/traces-words.ts";
import { useApp } from "../app-context.ts";
import { DocumentReader } from "../document-reader.tsx";
import { HealthLine } from "./health-line.tsx";
import { TraceDetail } from "./trace-detail.tsx";
import { TraceList } from "./trace-list.tsx";
import { TraceStartForm } from "./trace-start-form.tsx";
import { TracesContext } from "./traces-context.ts";

/** All traces and the form for another one, or one trace as it happens. */
export const TracesPage = (): JSX.Element => {
  const { store: explorer, service } = useApp();
  const store = useMemo(
    () =>
      createTracesStore({
        client: createTracesClient(service.send),
        view: explorer.view,
        progress: explorer.live.progress,
      }),
    [explorer, service],
  );
  useEffect(() => store.close, [store]);
  const words = tracesWords();
  const { trace, document } = explorer.view.value;
  return (
    <TracesContext.Provider value={store}>
      <div class="traces-page" data-page="traces">
        <header class="page-head">
          <h1>{words.title}</h1>
          <p class="muted">{words.intro}</p>
          <HealthLine />
        </header>
        <div class="traces-body">
          {trace === undefined ? (
            <div class="traces-overview">
              <TraceStartForm />
              <TraceList />
            </div>
          ) : (
            <TraceDetail key={trace} id={trace} />
          )}
          {document !== undefined && <DocumentReader sha256={document.sha256} />}
        </div>
      </div>
    </TracesContext.Provider>
  );
};
