import type { JSX } from "preact";
import type { CypherAnswer } from "../../../../schema/cypher.ts";
import { formatCount } from "../../state/format.ts";
import { toResultCsv, toResultJson } from "../../state/cypher/result-files.ts";
import { CYPHER_RESULTS } from "../../state/view-state.ts";
import { cypherWords } from "../../words/cypher-words.ts";
import { Icon } from "../icons.tsx";
import { Skeleton } from "../skeleton.tsx";
import { countAndTime } from "./count-and-time.ts";
import { useCypher } from "./cypher-context.ts";
import { QueryFailure } from "./query-failure.tsx";
import { ResultGraph } from "./result-graph.tsx";
import { ResultJson } from "./result-json.tsx";
import { ResultTable } from "./result-table.tsx";
import { saveFile } from "./save-file.ts";

/** What came of the last run. */
export const ResultPane = (): JSX.Element => {
  const store = useCypher();
  const words = cypherWords();
  const run = store.run.value;
  switch (run.state) {
    case "none":
      return <p class="cypher-state muted">{words.notRun}</p>;
    case "running":
      return <Skeleton lines={8} label={words.run} />;
    case "cancelled":
      return (
        <p class="cypher-state" role="status">
          {run.isSaved ? words.cancelledSaved : words.cancelled}
        </p>
      );
    case "refused":
    case "failed":
      return <QueryFailure run={run} />;
    case "answered":
      return <Answer answer={run.answer} />;
  }
};

const Answer = ({ answer }: { readonly answer: CypherAnswer }): JSX.Element => {
  const words = cypherWords();
  const { rows, counters, truncated } = answer;
  return (
    <section class="cypher-result" aria-label={words.resultAs} data-answer={answer.id}>
      <div class="cypher-result-head">
        <p role="status">
          <strong class="tabular">{countAndTime(rows.length, counters.elapsedMs)}</strong>{" "}
          <span class="muted">{words.engine(counters.engine)}</span>
        </p>
        <ResultTools answer={answer} />
      </div>
      {truncated && (
        <p class="cypher-note" role="note">
          <Icon name="warning" /> {words.cut(formatCount(rows.length))}
        </p>
      )}
      {rows.length === 0 ? <p class="cypher-state">{words.noRows}</p> : <Shown answer={answer} />}
    </section>
  );
};

const ResultTools = ({ answer }: { readonly answer: CypherAnswer }): JSX.Element => {
  const store = useCypher();
  const words = cypherWords();
  const name = store.chosen.value?.name ?? "query";
  return (
    <div class="cypher-tools">
      <div class="segmented" role="group" aria-label={words.resultAs}>
        {CYPHER_RESULTS.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={store.result.value === one}
            onClick={() => store.show(one)}
          >
            {words.result[one]}
          </button>
        ))}
      </div>
      <button
        type="button"
        class="button quiet"
        onClick={() => saveFile(`stemma-${name}.csv`, { type: "text/csv", text: toResultCsv(answer) })}
      >
        <Icon name="save" /> {words.csv}
      </button>
      <button
        type="button"
        class="button quiet"
        onClick={() =>
          saveFile(`stemma-${name}.json`, { type: "application/json", text: toResultJson(answer) })
        }
      >
        <Icon name="save" /> {words.json}
      </button>
    </div>
  );
};

const Shown = ({ answer }: { readonly answer: CypherAnswer }): JSX.Element => {
  const store = useCypher();
  switch (store.result.value) {
    case "table":
      return <ResultTable key={answer.id} answer={answer} />;
    case "graph":
      return <ResultGraph key={answer.id} />;
    case "json":
      return <ResultJson answer={answer} />;
  }
};
