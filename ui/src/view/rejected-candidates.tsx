import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { DatasetDetail } from "../../../schema/api.ts";
import type { RejectionReason } from "../../../schema/vocabulary.ts";
import { formatCount } from "../state/format.ts";
import { groupByReason, type RejectedGroup } from "../state/rejected-list.ts";
import { filtersWords } from "../words/filters-words.ts";
import { vocabularyWords } from "../words/vocabulary-words.ts";
import { useApp } from "./app-context.ts";
import { DrawRejected } from "./draw-rejected.tsx";
import { LoadableView } from "./loadable-view.tsx";
import { RejectedRows } from "./rejected-rows.tsx";

export interface RejectedCandidatesProps {
  readonly detail: Pick<DatasetDetail, "id" | "rejected" | "state">;
}

/** Why not: what the documents name without the dataset being built from it. Read when it is opened. */
export const RejectedCandidates = ({ detail }: RejectedCandidatesProps): JSX.Element => {
  const { store } = useApp();
  const { id, rejected, state } = detail;
  const words = filtersWords().rejected;
  const isOpen = store.rejectedOf.value === id;
  return (
    <details
      class="section why-not rejected-candidates"
      open={isOpen}
      onToggle={(event) => {
        const opens = event.currentTarget.open;
        if (opens !== (store.rejectedOf.peek() === id)) store.rejectedOf.value = opens ? id : undefined;
      }}
    >
      <summary>
        {words.title} <span class="count tabular">{formatCount(rejected)}</span>
      </summary>
      {isOpen && rejected === 0 && (
        <p class="muted empty">{state === "traced" ? words.none : words.notTraced}</p>
      )}
      {isOpen && rejected > 0 && (
        <>
          <p class="muted">{words.explanation}</p>
          <DrawRejected id={id} />
          <LoadableView resource={store.rejected} what={words.the} lines={4}>
            {({ items }) => <ByReason groups={groupByReason(items)} />}
          </LoadableView>
        </>
      )}
    </details>
  );
};

interface ByReasonProps {
  readonly groups: readonly RejectedGroup[];
}

const ByReason = ({ groups }: ByReasonProps): JSX.Element => {
  const wanted = useSignal<RejectionReason | "none" | undefined>(undefined);
  const words = filtersWords().rejected;
  const nameOf = ({ reason }: RejectedGroup): string =>
    reason === undefined ? words.noReason : vocabularyWords().rejection[reason];
  const shown = groups.filter((group) => wanted.value === undefined || keyOf(group) === wanted.value);
  return (
    <>
      {groups.length > 1 && (
        <div class="reason-filter" role="group" aria-label={words.reason}>
          {groups.map((group) => (
            <button
              key={keyOf(group)}
              type="button"
              data-reason={keyOf(group)}
              aria-pressed={wanted.value === keyOf(group)}
              onClick={() => (wanted.value = wanted.value === keyOf(group) ? undefined : keyOf(group))}
            >
              {words.countOf(nameOf(group), group.edges.length)}
            </button>
          ))}
        </div>
      )}
      {shown.map((group) => (
        <section key={keyOf(group)} aria-label={nameOf(group)}>
          <h4 class="rejected-reason">{nameOf(group)}</h4>
          <RejectedRows edges={group.edges} />
        </section>
      ))}
    </>
  );
};

const keyOf = ({ reason }: RejectedGroup): RejectionReason | "none" => reason ?? "none";
