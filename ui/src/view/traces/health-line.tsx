import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { Health } from "../../../../schema/api.ts";
import { formatTime } from "../../state/format.ts";
import { tracesWords } from "../../words/traces-words.ts";
import { useApp } from "../app-context.ts";

const ASK_EVERY_MS = 5_000;

/** What a trace works with now, and which hosts it waits for. */
export const HealthLine = (): JSX.Element | null => {
  const { store } = useApp();
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
  const { engine, waits = [] } = health;
  return (
    <p class="health-line muted" role="status" data-mirror={health.mirror}>
      {health.mirror ? words.mirror : words.outside}{" "}
      {health.languageModel === undefined ? words.rules : words.model(health.languageModel)}
      {!engine.ready && <span class="complaint"> {words.notReady(engine.reason ?? engine.name)}</span>}
      {waits.map(({ host, until }) => (
        <span key={host} class="complaint">
          {" "}
          {words.waiting(host, formatTime(until))}
        </span>
      ))}
    </p>
  );
};
