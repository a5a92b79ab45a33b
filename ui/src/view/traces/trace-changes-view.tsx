import type { JSX } from "preact";
import type { DecidedEdge, EdgeChange, TraceChanges } from "../../../../schema/trace-changes.ts";
import { vocabularyWords } from "../../words/vocabulary-words.ts";
import { tracesWords } from "../../words/traces-words.ts";
import { LoadableView } from "../loadable-view.tsx";
import { ViewLink } from "../view-link.tsx";
import { useTraces } from "./traces-context.ts";

/** Edges that the trace found otherwise than the readings before it. */
export const TraceChangesView = (): JSX.Element => {
  const { changes } = useTraces();
  const words = tracesWords();
  return (
    <section class="trace-part" aria-labelledby="changes-title" data-part="changes">
      <h3 id="changes-title" class="side-title">
        {words.changes.title}
      </h3>
      <LoadableView resource={changes} what={words.changesWhat} lines={2}>
        {(found) => <Changes found={found} />}
      </LoadableView>
    </section>
  );
};

const Changes = ({ found }: { readonly found: TraceChanges }): JSX.Element => {
  const words = tracesWords().changes;
  const { against, compared, firstReadings, unchanged, changes } = found;
  if (compared === 0) {
    return <p class="muted">{unchanged > 0 ? words.unchanged(unchanged) : words.first}</p>;
  }
  const facts = [
    words.compared(compared, against.length),
    ...(firstReadings > 0 ? [words.firstReadings(firstReadings)] : []),
    ...(unchanged > 0 ? [words.unchanged(unchanged)] : []),
  ];
  return (
    <>
      <p class="muted">{facts.join(" ")}</p>
      {changes.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul class="edge-changes">
          {changes.map((change) => (
            <Change key={change.edge} change={change} />
          ))}
        </ul>
      )}
    </>
  );
};

const Change = ({ change }: { readonly change: EdgeChange }): JSX.Element => {
  const words = tracesWords().changes;
  const { before, after } = change;
  const kind = before === undefined ? "new" : after === undefined ? "gone" : "changed";
  const text = words.edge(change.from, change.to);
  return (
    <li class={`edge-change edge-change-${kind}`} data-change={kind}>
      <span class="chip">{words[kind]}</span>{" "}
      {kind === "gone" ? (
        <span class="mono">{text}</span>
      ) : (
        <ViewLink
          class="mono"
          to={{ page: "explore", root: change.from, selection: { kind: "edge", id: change.edge } }}
        >
          {text}
        </ViewLink>
      )}{" "}
      <span class="muted">
        {before !== undefined && after !== undefined
          ? words.became(decidedText(before), decidedText(after))
          : decidedText(after ?? before)}
      </span>
    </li>
  );
};

const decidedText = (edge: DecidedEdge | undefined): string => {
  if (edge === undefined) return "";
  const words = vocabularyWords();
  const { relation, status, split } = edge;
  return [
    words.statusName[status],
    ...(relation === undefined ? [] : [words.relationName[relation]]),
    ...(split === undefined ? [] : [split]),
  ].join(", ");
};
