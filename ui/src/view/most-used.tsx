import type { JSX } from "preact";
import { formatPlural } from "../state/format.ts";
import { useApp } from "./app-context.ts";
import { LoadableView } from "./loadable-view.tsx";
import { NodeMark } from "./node-mark.tsx";
import { ViewLink } from "./view-link.tsx";

export const MostUsed = (): JSX.Element => {
  const { store } = useApp();
  return (
    <section class="card" aria-labelledby="most-used">
      <h2 id="most-used">Most used datasets</h2>
      <LoadableView resource={store.mostUsed} what="the datasets">
        {(items) =>
          items.length === 0 ? (
            <p class="muted empty">
              The graph is empty. Datasets that others were built from will be listed here.
            </p>
          ) : (
            <ul class="rows">
              {items.map((dataset) => (
                <li key={dataset.id}>
                  <ViewLink to={{ root: dataset.id }} class="row-link">
                    <NodeMark dataset={dataset} />
                    <span class="row-name">
                      {dataset.owner !== undefined && <span class="muted">{dataset.owner}/</span>}
                      {dataset.name}
                    </span>
                    <span class="row-facts muted tabular">
                      <span>{formatPlural(dataset.uses, "use")}</span>
                      <span>{formatPlural(dataset.sources, "source")}</span>
                    </span>
                  </ViewLink>
                </li>
              ))}
            </ul>
          )
        }
      </LoadableView>
    </section>
  );
};
