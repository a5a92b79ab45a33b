import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { homeWords } from "../words/home-words.ts";
import { useApp } from "./app-context.ts";
import { EmptyGraph } from "./empty-graph.tsx";
import { GraphHoldings } from "./graph-holdings.tsx";
import { HomeFigure } from "./home-figure.tsx";
import { MostUsed } from "./most-used.tsx";
import { NameText } from "./name-text.tsx";
import { RecentTraces } from "./recent-traces.tsx";
import { SearchBox } from "./search-box.tsx";
import { StartTrace } from "./start-trace.tsx";

export const HomePage = (): JSX.Element => {
  const { store } = useApp();
  const words = homeWords();
  const search = useMemo(store.newSearch, [store]);
  const isEmpty = store.holdings.value.value?.datasets === 0;
  return (
    <div class="home">
      <div class="home-intro">
        <div class="home-words">
          <h1>{words.title}</h1>
          <p>{words.intro}</p>
          {isEmpty ? <EmptyGraph /> : <SearchBox id="home-search" search={search} />}
          {!isEmpty && <Examples />}
          <GraphHoldings />
        </div>
        <HomeFigure />
      </div>
      <div class="home-lists">
        <MostUsed />
        <RecentTraces />
      </div>
      <section class="home-trace" aria-labelledby="home-trace">
        <h2 id="home-trace">{words.traceTitle}</h2>
        <StartTrace />
      </section>
    </div>
  );
};

const EXAMPLES = 3;

/** Where to go without knowing a name. */
const Examples = (): JSX.Element | null => {
  const { store } = useApp();
  const items = store.mostUsed.value.value?.slice(0, EXAMPLES) ?? [];
  return items.length === 0 ? null : (
    <p class="home-examples muted">
      {homeWords().examples}:
      {items.map(({ id }) => (
        <button key={id} type="button" class="text-button" onClick={() => store.lineageActions.open(id)}>
          <NameText text={id} most={80} />
        </button>
      ))}
    </p>
  );
};
