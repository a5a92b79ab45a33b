import type { JSX } from "preact";
import { readableId } from "../../state/name-of-id.ts";
import type { QueueItem } from "../../../../schema/review-queue.ts";
import { formatConfidence } from "../../state/format.ts";
import { toClaimText } from "../../words/claim-text.ts";
import { reviewWords } from "../../words/review-words.ts";
import { LoadableView } from "../loadable-view.tsx";
import { NameText } from "../name-text.tsx";
import { PastList } from "./past-list.tsx";
import { QueueFilters } from "./queue-filters.tsx";
import { useReview } from "./review-context.ts";

/** What waits, why, and what was done in this session. */
export const QueueSide = (): JSX.Element => {
  const store = useReview();
  const words = reviewWords();
  return (
    <aside class="review-side" aria-label={words.queue}>
      <PastList />
      <details open={matchMedia(WIDE).matches}>
        <summary>
          <h2 class="side-title" data-total={store.queue.value.value?.total}>
            {words.waiting(leftOf(store))}
          </h2>
        </summary>
        <QueueFilters />
        <LoadableView resource={store.queue} what={words.theQueue}>
          {() => (
            <ol class="review-queue">
              {store.coming.value.slice(0, SHOWN).map((item) => (
                <QueueRow key={item.edge.id} item={item} />
              ))}
            </ol>
          )}
        </LoadableView>
      </details>
    </aside>
  );
};

const SHOWN = 40;

/** Where the list stands beside the item; elsewhere it would push the item out of sight. */
const WIDE = "(min-width: 1181px)";

const leftOf = ({ queue, coming }: ReturnType<typeof useReview>): number => {
  const page = queue.value.value;
  return page === undefined ? 0 : page.total - page.items.length + coming.value.length;
};

const QueueRow = ({ item }: { readonly item: QueueItem }): JSX.Element => {
  const { currentId, open } = useReview();
  const words = reviewWords();
  const { edge, why, held, assigned, skipped } = item;
  return (
    <li>
      <button
        type="button"
        class="review-row"
        data-row={edge.id}
        aria-current={edge.id === currentId.value ? "true" : undefined}
        onClick={() => open(edge.id)}
      >
        <span class="review-row-name">
          <NameText text={readableId(edge.from)} most={90} />
        </span>
        <span class="muted">
          {toClaimText(edge).between} <NameText text={readableId(edge.to)} most={90} />
        </span>
        <span class="review-row-foot muted">
          {why.map((reason) => (
            <span key={reason} title={words.whyTitle[reason]}>
              {words.why[reason]}
            </span>
          ))}
          <span class="tabular">{formatConfidence(edge.confidence)}</span>
          {held !== undefined && !held.mine && <NameText text={words.heldBy(held.by)} most={60} />}
          {assigned !== undefined && <NameText text={words.assignedTo(assigned.to)} most={60} />}
          {skipped && <span>{words.skippedMark}</span>}
        </span>
      </button>
    </li>
  );
};
