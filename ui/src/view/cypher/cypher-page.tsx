import "../../styles/cypher-page.css";
import type { JSX } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import { createCypherClient } from "../../state/cypher/cypher-client.ts";
import { createCypherStore, type CypherStore } from "../../state/cypher/cypher-store.ts";
import { cypherWords } from "../../words/cypher-words.ts";
import { keysWords } from "../../words/keys-words.ts";
import { type App, useApp } from "../app-context.ts";
import { openStorage } from "../open-storage.ts";
import { randomId } from "../random-id.ts";
import { CypherContext } from "./cypher-context.ts";
import { CypherEditor } from "./cypher-editor.tsx";
import { EmptyNote } from "./empty-note.tsx";
import { HistoryList } from "./history-list.tsx";
import { ParameterFields } from "./parameter-fields.tsx";
import { ResultPane } from "./result-pane.tsx";
import { RoleNote } from "./role-note.tsx";
import { RunBar } from "./run-bar.tsx";
import { SavedQueries } from "./saved-queries.tsx";

/** Questions to the graph in its own language: saved ones by their names, own ones by their text. */
export const CypherPage = (): JSX.Element => {
  const app = useApp();
  const store = useMemo(() => openStore(app), [app]);
  useEffect(() => () => store.close(), [store]);
  useEffect(
    () =>
      app.commands.register([
        {
          id: "run-query",
          words: () => keysWords().action["run-query"],
          isAvailable: ({ page }) => page === "cypher" && store.mayRun.peek(),
          run: () => void store.start(),
        },
      ]),
    [app, store],
  );
  const words = cypherWords();
  return (
    <CypherContext.Provider value={store}>
      <div class="cypher-page">
        <div class="cypher-side">
          <SavedQueries />
          <HistoryList />
        </div>
        <div class="cypher-main">
          <header class="cypher-head">
            <h1>{words.title}</h1>
            <p class="muted">{words.intro}</p>
          </header>
          <RoleNote />
          <EmptyNote />
          <CypherEditor />
          <ParameterFields />
          <RunBar />
          <ResultPane />
        </div>
      </div>
    </CypherContext.Provider>
  );
};

const openStore = ({ store, service }: App): CypherStore =>
  createCypherStore({
    client: createCypherClient(service.send),
    navigation: store.navigation,
    storage: openStorage(() => localStorage),
    after: (delayMs, action) => {
      const timer = setTimeout(action, delayMs);
      return () => clearTimeout(timer);
    },
    newId: randomId,
    now: store.now,
  });
