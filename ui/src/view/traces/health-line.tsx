import { untracked, useComputed, useSignalEffect } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { Health } from "../../../../schema/api.ts";
import { formatTime } from "../../state/format.ts";
import { tracesWords } from "../../words/traces-words.ts";
import { useApp } from "../app-context.ts";
import { NameText } from "../name-text.tsx";

const ASK_EVERY_MS = 5_000;

/** What a trace works with now, and which hosts it waits for. */
export const HealthLine = (): JSX.Element | null => {
  const { store } = useApp();
  const state = useComputed(() => store.live.progress.value?.state);
  useSignalEffect(() => {
    // With a trace that begins or ends, what is waited for is another.
    if (state.value !== undefined) untracked(store.health.reload);
  });
  useEffect(() => {
    const timer = setInterval(() => {
      // Nobody waits for a rate limit but a trace that runs.
      if (store.live.progress.peek()?.state === "running") store.health.reload();
    }, ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [store]);
  const health = store.health.value.value;
  return health === undefined ? null : <Facts health={health} />;
};

const Facts = ({ health }: { readonly health: Health }): JSX.Element => {
  const words = tracesWords().health;
  const { engine, waits = [], frontier, sources = [] } = health;
  return (
    <div class="health">
      <p class="health-line muted" role="status" data-mirror={health.mirror}>
        {health.mirror ? words.mirror : words.outside}{" "}
        {health.languageModel === undefined ? words.rules : words.model(health.languageModel)}
        {frontier !== undefined && (
          <span data-waiting={frontier.datasets}> {words.frontier(frontier.traces, frontier.datasets)}</span>
        )}
        {!engine.ready && <span class="complaint"> {words.notReady(engine.reason ?? engine.name)}</span>}
        {waits.map(({ host, until }) => (
          <span key={host} class="complaint">
            {" "}
            {words.waiting(host, formatTime(until))}
          </span>
        ))}
      </p>
      {sources.length > 0 && <Sources sources={sources} />}
    </div>
  );
};

/** How it went with each host since the service started. */
const Sources = ({ sources }: { readonly sources: NonNullable<Health["sources"]> }): JSX.Element => {
  const words = tracesWords().health;
  return (
    <details class="health-sources muted">
      <summary>{words.sources}</summary>
      <ul>
        {sources.map(({ host, requests, lastSuccess }) => (
          <li key={host} data-source={host}>
            <NameText text={host} />{" "}
            <span class="tabular">
              {words.source(requests, lastSuccess === undefined ? undefined : formatTime(lastSuccess))}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
};
