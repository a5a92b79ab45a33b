import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { EdgeId } from "../../../../schema/ids.ts";
import { reviewWords } from "../../words/review-words.ts";
import { HistoryList } from "../edge-history.tsx";
import { useReview } from "./review-context.ts";

/** What traces, publications and people did to the edge; asked for when it is opened. */
export const ItemHistory = ({ edge }: { readonly edge: EdgeId }): JSX.Element => {
  const { historyOf, history } = useReview();
  const isOpen = useSignal(false);
  return (
    <details
      class="section why-not"
      data-section="history"
      onToggle={(event) => {
        isOpen.value = event.currentTarget.open;
        if (isOpen.peek()) historyOf.value = edge;
      }}
    >
      <summary>{reviewWords().history}</summary>
      {isOpen.value && <HistoryList resource={history} />}
    </details>
  );
};
