import type { JSX } from "preact";
import { CONSOLE_LIMITS } from "../../../../schema/limits.ts";
import { formatElapsed } from "../../state/format.ts";
import { toCommandLine } from "../../state/cypher/query-parameters.ts";
import { cypherWords } from "../../words/cypher-words.ts";
import { useApp } from "../app-context.ts";
import { CopyButton } from "../copy-button.tsx";
import { Icon } from "../icons.tsx";
import { KeySigns } from "../key-signs.tsx";
import { useCypher } from "./cypher-context.ts";
import { LimitField } from "./limit-field.tsx";

const SECOND_MS = 1000;

export const RunBar = (): JSX.Element => {
  const store = useCypher();
  const words = cypherWords();
  const limits = store.limits.value;
  const leastMs =
    store.chosen.value === undefined ? CONSOLE_LIMITS.timeoutMs.min : CONSOLE_LIMITS.timeoutMs.default;
  return (
    <div class="cypher-bar">
      <RunButton />
      <LimitField
        label={words.timeout}
        value={Math.max(leastMs, limits.timeoutMs) / SECOND_MS}
        least={leastMs / SECOND_MS}
        most={CONSOLE_LIMITS.timeoutMs.max / SECOND_MS}
        onChange={(seconds) => (store.limits.value = { ...limits, timeoutMs: seconds * SECOND_MS })}
      />
      <LimitField
        label={words.rows}
        value={limits.maxRows}
        least={1}
        most={CONSOLE_LIMITS.rows.max}
        onChange={(maxRows) => (store.limits.value = { ...limits, maxRows })}
      />
      <span class="cypher-bar-end">
        <CopyButton label={words.copyLink} icon="link" showsLabel text={() => linkTo(store)} />
        <CopyButton label={words.copyCommand} showsLabel text={() => commandOf(store)} />
      </span>
    </div>
  );
};

const RunButton = (): JSX.Element => {
  const store = useCypher();
  const { clock } = useApp();
  const words = cypherWords();
  const run = store.run.value;
  if (run.state === "running") {
    const elapsed = formatElapsed(clock.value.getTime() - run.startedAt.getTime());
    return (
      <>
        <button type="button" id="cypher-run" class="button" onClick={store.cancel}>
          <Icon name="stop" /> {words.cancel}
        </button>
        <span class="tabular" role="timer">
          <span class="spinner" aria-hidden="true" /> {words.running(elapsed)}
        </span>
      </>
    );
  }
  return (
    <button
      type="button"
      id="cypher-run"
      class="button primary"
      disabled={!store.mayRun.value}
      onClick={() => void store.start()}
    >
      <Icon name="play" /> {words.run} <KeySigns chord="Mod+Enter" />
    </button>
  );
};

type Store = ReturnType<typeof useCypher>;

/** The address may be a moment behind what is typed. */
const linkTo = (store: Store): string => {
  store.settle();
  return location.href;
};

const commandOf = (store: Store): string => {
  const { text, parameters } = store.draft.peek();
  const saved = store.chosen.peek()?.name;
  const named = Object.fromEntries(store.parameterNames.peek().map((name) => [name, parameters[name] ?? ""]));
  return toCommandLine({ text, parameters: named, ...(saved !== undefined && { saved }) });
};
