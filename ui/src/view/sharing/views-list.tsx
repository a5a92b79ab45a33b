import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { findViews, type SavedViewsStore } from "../../state/saved-views/create-saved-views.ts";
import { exportWords } from "../../words/export-words.ts";
import { LoadableView } from "../loadable-view.tsx";
import { SavedViewItem } from "./saved-view-item.tsx";

/** So many are seen at one look. */
const FEW = 8;

/** The saved views, to open, copy, change and delete. */
export const ViewsList = ({ views }: { readonly views: SavedViewsStore }): JSX.Element => {
  const search = useSignal("");
  const words = exportWords().views;
  return (
    <LoadableView resource={views.list} what={words.what} lines={3}>
      {(all) => {
        const found = findViews(all, search.value);
        if (all.length === 0) return <p class="empty muted">{words.empty}</p>;
        return (
          <>
            {all.length > FEW && (
              <input
                type="search"
                class="field"
                aria-label={words.search}
                placeholder={words.search}
                value={search.value}
                onInput={(event) => (search.value = event.currentTarget.value)}
              />
            )}
            <p class="muted tabular">{words.count(found.length)}</p>
            {found.length === 0 && <p class="empty">{words.none(search.value)}</p>}
            <ul class="saved-views">
              {found.map((view) => (
                <SavedViewItem key={view.id} view={view} views={views} />
              ))}
            </ul>
          </>
        );
      }}
    </LoadableView>
  );
};
