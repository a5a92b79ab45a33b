import type { JSX } from "preact";
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
      <QueueFilters />
      <LoadableView resource={store.queue} what={words.theQueue}>
        {({ total }) => (
          <>
            <h2 class="side-title" data-total={total}>
              {words.waiting(Math.max(0, total - passedOf(store)))}
            </h2>
            <ol class="review-queue">
              {store.coming.value.slice(0, SHOWN).map((item) => (
                <QueueRow key={item.edge.id} item={item} />
              ))}
            </ol>
          </>
        )}
      </LoadableView>
    </aside>
  );
};

const SHOWN = 40;

const passedOf = ({ queue, coming }: ReturnType<typeof useReview>): number =>
  (queue.value.value?.items.length ?? 0) - coming.value.length;

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
          <NameText text={edge.from} most={90} />
        </span>
        <span class="muted">
          {toClaimText(edge).between} <NameText text={edge.to} most={90} />
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
