import type { JSX } from "preact";
import { DRAWN_AS } from "../../state/whole-graph/graph-place.ts";
import { drawnOf, MOST_DRAWN, MOST_DRAWN_ANYWAY } from "../../state/whole-graph/graph-client.ts";
import { graphWords } from "../../words/graph-words.ts";
import { GraphCrumbs } from "./graph-crumbs.tsx";
import { GraphFilters } from "./graph-filters.tsx";
import type { GraphPart } from "./graph-part.ts";

/** Where the reader is in the graph, how much there is, and how it is drawn. */
export const GraphHead = ({ store }: GraphPart): JSX.Element => {
  const words = graphWords();
  const drawnAs = store.drawnAs.value;
  const level = store.overview.value.value?.level;
  return (
    <header class="graph-head">
      <div class="graph-head-line">
        <h1 title={words.what}>{words.title}</h1>
        <GraphCrumbs store={store} />
        {level !== "dataset" && (
          <div class="segmented" role="group" aria-label={words.drawnAs}>
            {DRAWN_AS.map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={one === drawnAs}
                title={words.asTitle[one]}
                onClick={() => store.go({ ...store.place.peek(), drawnAs: one })}
              >
                {words.as[one]}
              </button>
            ))}
          </div>
        )}
      </div>
      <SizeNote store={store} />
      <GraphFilters store={store} />
    </header>
  );
};

/** Said when there is more than can be drawn, with the way to the other picture. */
const SizeNote = ({ store }: GraphPart): JSX.Element | null => {
  const words = graphWords();
  const overview = store.overview.value.value;
  const drawnAs = store.drawnAs.value;
  if (overview === undefined || overview.total.datasets <= MOST_DRAWN) return null;
  const go = (as: (typeof DRAWN_AS)[number]) => () => store.go({ ...store.place.peek(), drawnAs: as });
  const { datasets } = overview.total;
  if (drawnAs === "groups") {
    return (
      <p class="graph-note" data-note="too-large">
        {words.tooLarge(datasets)}{" "}
        <button type="button" class="text-button" onClick={go("datasets")}>
          {words.showAnyway(Math.min(datasets, MOST_DRAWN_ANYWAY))}
        </button>
      </p>
    );
  }
  const drawn = Math.min(datasets, drawnOf(store.place.value));
  if (drawn === datasets && overview.level === "dataset") return null;
  return (
    <p class="graph-note" data-note="truncated">
      {drawn < datasets && words.truncated(drawn, datasets)}{" "}
      {overview.level !== "dataset" && (
        <button type="button" class="text-button" onClick={go("groups")}>
          {words.showGroups}
        </button>
      )}
    </p>
  );
};
