import type { JSX } from "preact";
import { isFiltered } from "../../state/review/review-view.ts";
import { reviewWords } from "../../words/review-words.ts";
import { LoadableView } from "../loadable-view.tsx";
import { ViewLink } from "../view-link.tsx";
import { ItemView } from "./item-view.tsx";
import { QueueSide } from "./queue-side.tsx";
import { useReview } from "./review-context.ts";

/** The queue at the left, the open item beside it. */
export const ReviewDesk = (): JSX.Element => {
  const store = useReview();
  const words = reviewWords();
  return (
    <div class="review-desk">
      <QueueSide />
      {store.currentId.value === undefined ? (
        <LoadableView resource={store.queue} what={words.theQueue}>
          {() => store.coming.value.length === 0 && <NothingWaits />}
        </LoadableView>
      ) : (
        <LoadableView resource={store.current} what={words.theEdge} lines={12}>
          {(item) => <ItemView key={item.detail.item.edge.id} item={item} />}
        </LoadableView>
      )}
    </div>
  );
};

const NothingWaits = (): JSX.Element => {
  const store = useReview();
  const words = reviewWords();
  if (isFiltered(store.filter.value))
    return (
      <div class="page-empty" data-empty="filtered">
        <h2>{words.noMatch}</h2>
        <button type="button" class="button" onClick={() => store.setFilter({})}>
          {words.clearFilters}
        </button>
      </div>
    );
  return (
    <div class="page-empty" data-empty="all">
      <h2>{words.empty.title}</h2>
      <p class="muted">{words.empty.text}</p>
      <ViewLink to={{ page: "traces", trace: undefined, selection: undefined }}>
        {words.empty.action}
      </ViewLink>
    </div>
  );
};
