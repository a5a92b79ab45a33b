import type { JSX } from "preact";
import { formatCount } from "../state/format.ts";
import { homeWords } from "../words/home-words.ts";
import { useApp } from "./app-context.ts";
import { LoadableView } from "./loadable-view.tsx";
import { ViewLink } from "./view-link.tsx";

/** How much the graph holds, and the pages that look at all of it. */
export const GraphHoldings = (): JSX.Element => {
  const { store } = useApp();
  const words = homeWords();
  return (
    <section class="holdings" aria-label={words.holds}>
      <LoadableView resource={store.holdings} what={words.theCounts} lines={1}>
        {({ datasets, derivations, benchmarks, flagged }) => (
          <dl class="holdings-counts">
            <Count value={datasets} what={words.datasets} />
            <Count value={derivations} what={words.derivations} />
            <Count value={benchmarks} what={words.benchmarks} />
            <Count value={flagged} what={words.flagged} isRubric />
          </dl>
        )}
      </LoadableView>
      <div class="holdings-links">
        <ViewLink to={{ page: "graph" }} class="button" title={words.wholeGraphWhy}>
          {words.wholeGraph}
        </ViewLink>
        <ViewLink to={{ page: "contamination" }} class="button" title={words.contaminationWhy}>
          {words.contamination}
        </ViewLink>
      </div>
    </section>
  );
};

interface CountProps {
  readonly value: number;
  readonly what: string;
  readonly isRubric?: boolean;
}

const Count = ({ value, what, isRubric = false }: CountProps): JSX.Element => (
  <div>
    <dt>{what}</dt>
    <dd class={isRubric && value > 0 ? "tabular is-contaminated" : "tabular"}>{formatCount(value)}</dd>
  </div>
);
