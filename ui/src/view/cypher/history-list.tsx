import type { JSX } from "preact";
import type { HistoryEntry } from "../../state/cypher/query-history.ts";
import { cypherWords } from "../../words/cypher-words.ts";
import { MarkedText } from "../marked-text.tsx";
import { TimeText } from "../time-text.tsx";
import { countAndTime } from "./count-and-time.ts";
import { useCypher } from "./cypher-context.ts";

/** What was run on this machine; a press brings text and parameters back, and runs nothing. */
export const HistoryList = (): JSX.Element => {
  const store = useCypher();
  const words = cypherWords();
  const entries = store.history.entries.value;
  return (
    <details class="cypher-list">
      <summary>
        {words.history} <span class="muted tabular">{entries.length}</span>
      </summary>
      {entries.length === 0 ? (
        <p class="muted">{words.noHistory}</p>
      ) : (
        <>
          <ul>
            {entries.map((entry) => (
              <li key={`${entry.at} ${entry.text}`}>
                <Entry entry={entry} />
              </li>
            ))}
          </ul>
          <button type="button" class="text-button" onClick={store.history.clear}>
            {words.clearHistory}
          </button>
        </>
      )}
    </details>
  );
};

const Entry = ({ entry }: { readonly entry: HistoryEntry }): JSX.Element => {
  const store = useCypher();
  const given = Object.entries(entry.parameters).filter(([, value]) => value !== "");
  return (
    <button type="button" class="cypher-entry" onClick={() => store.recall(entry)}>
      <span class="cypher-entry-text mono">
        <MarkedText text={entry.text.replace(/\s+/g, " ")} />
      </span>
      {given.length > 0 && (
        <span class="cypher-entry-text mono muted">
          <MarkedText text={given.map(([name, value]) => `${name}=${value}`).join(" ")} />
        </span>
      )}
      <span class="muted">
        {entry.rows === undefined ? cypherWords().didFail : countAndTime(entry.rows, entry.elapsedMs ?? 0)},{" "}
        <TimeText iso={entry.at} withTime />
      </span>
    </button>
  );
};
