import type { JSX } from "preact";
import { openTarget } from "../state/lineage/targets.ts";
import { homeWords } from "../words/home-words.ts";
import { useApp } from "./app-context.ts";
import { LoadableView } from "./loadable-view.tsx";
import { NodeMark } from "./node-mark.tsx";
import { OwnedName } from "./owned-name.tsx";
import { ViewLink } from "./view-link.tsx";

export const MostUsed = (): JSX.Element => {
  const { store } = useApp();
  const words = homeWords();
  return (
    <section class="card" aria-labelledby="most-used">
      <h2 id="most-used">{words.mostUsed}</h2>
      <LoadableView resource={store.mostUsed} what={words.theDatasets}>
        {(items) =>
          items.length === 0 ? (
            <p class="muted empty">{words.emptyTitle}</p>
          ) : (
            <ul class="rows">
              {items.map((dataset) => (
                <li key={dataset.id}>
                  <ViewLink to={openTarget(dataset.id)} class="row-link">
                    <NodeMark dataset={dataset} />
                    <OwnedName dataset={dataset} class="row-name" />
                    <span class="row-facts muted tabular">
                      <span>{words.uses(dataset.uses)}</span>
                      <span>{words.sources(dataset.sources)}</span>
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
