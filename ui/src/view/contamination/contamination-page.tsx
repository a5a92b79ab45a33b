import type { JSX } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import { createContaminationClient } from "../../state/contamination/contamination-client.ts";
import { createContaminationStore } from "../../state/contamination/contamination-store.ts";
import { contaminationPageWords } from "../../words/contamination-page-words.ts";
import { useApp } from "../app-context.ts";
import { LoadableView } from "../loadable-view.tsx";
import { ViewLink } from "../view-link.tsx";
import { BenchmarkChooser } from "./benchmark-chooser.tsx";
import { ContaminationContext, useContamination } from "./contamination-context.ts";
import { LeakPane } from "./leak-pane.tsx";
import { RankingFilters } from "./ranking-filters.tsx";
import { RankingView } from "./ranking-view.tsx";
import { WithdrawalView } from "./withdrawal-view.tsx";

/** What can have seen which benchmark: chosen at the left, ranked in the middle, the way below. */
export const ContaminationPage = (): JSX.Element => {
  const { store: explorer, service } = useApp();
  const store = useMemo(
    () =>
      createContaminationStore({
        client: createContaminationClient(service.send),
        navigation: explorer.navigation,
      }),
    [explorer, service],
  );
  useEffect(() => store.close, [store]);
  const words = contaminationPageWords();
  return (
    <ContaminationContext.Provider value={store}>
      <div class="contamination-page" data-page="contamination">
        <header class="page-head">
          <h1>{words.title}</h1>
          <p class="muted">{words.intro}</p>
        </header>
        <LoadableView resource={store.benchmarks} what={words.benchmarksWhat}>
          {(benchmarks) =>
            benchmarks.length === 0 ? (
              <div class="page-empty">
                <h2>{words.emptyGraph.title}</h2>
                <p class="muted">{words.emptyGraph.text}</p>
                <ViewLink to={{ page: "traces", trace: undefined }}>{words.emptyGraph.action}</ViewLink>
              </div>
            ) : (
              <div class="contamination-body">
                <details class="contamination-side" open={matchMedia("(min-width: 900px)").matches}>
                  <summary>{words.choose}</summary>
                  <RankingFilters />
                  <BenchmarkChooser benchmarks={benchmarks} />
                </details>
                <Centre />
              </div>
            )
          }
        </LoadableView>
      </div>
    </ContaminationContext.Provider>
  );
};

const Centre = (): JSX.Element => {
  const { view } = useContamination();
  const isWithdrawing = view.value.withdrawn !== undefined;
  return (
    <div class="contamination-centre">
      {isWithdrawing ? <WithdrawalView /> : <RankingView />}
      <LeakPane />
    </div>
  );
};
