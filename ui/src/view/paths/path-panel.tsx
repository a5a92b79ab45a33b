import type { JSX } from "preact";
import type { DatasetId } from "../../../../schema/ids.ts";
import { PATH_KINDS } from "../../../../schema/query-choices.ts";
import type { PathView } from "../../../../schema/paths.ts";
import { pathsWords } from "../../words/paths-words.ts";
import { useApp } from "../app-context.ts";
import { LoadableView } from "../loadable-view.tsx";
import { NameText } from "../name-text.tsx";
import { ViewLink } from "../view-link.tsx";
import { NoWay } from "./no-way.tsx";
import { WayItem } from "./way-item.tsx";

export interface PathPanelProps {
  readonly from: DatasetId;
  readonly to: DatasetId;
}

/** The ways between two datasets, step by step. */
export const PathPanel = ({ from, to }: PathPanelProps): JSX.Element => {
  const { reading, navigation, view } = useApp().store;
  const words = pathsWords();
  const { pathKind } = view.value;
  return (
    <article class="panel" aria-labelledby="panel-title" data-panel="paths">
      <button type="button" class="text-button" onClick={reading.leavePaths}>
        ← {words.close}
      </button>
      <p class="panel-kind">{words.title}</p>
      <h2 id="panel-title" class="path-ends">
        {[from, to].map((id) => (
          <ViewLink key={id} to={{ selection: { kind: "dataset", id }, pathTo: undefined }}>
            <NameText text={id} />
          </ViewLink>
        ))}
      </h2>
      <div class="segmented path-kinds" role="group" aria-label={words.kindTitle}>
        {PATH_KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            data-paths={kind}
            aria-pressed={pathKind === kind}
            onClick={() => navigation.navigate({ pathKind: kind })}
          >
            {words.kind[kind]}
          </button>
        ))}
      </div>
      <LoadableView resource={reading.paths} what={words.theWays}>
        {(found) => (found.paths.length === 0 ? <NoWay view={found} /> : <Ways view={found} />)}
      </LoadableView>
    </article>
  );
};

const Ways = ({ view }: { readonly view: PathView }): JSX.Element => {
  const { reading } = useApp().store;
  const words = pathsWords();
  const edges = new Map(view.edges.map((edge) => [edge.id, edge]));
  const missing = reading.missing.value.length;
  return (
    <>
      <p class="ways-count" role="status">
        <strong>{words.count(view.paths.length, view.hasMore)}</strong>{" "}
        <span class="muted">
          <NameText text={words.builtFrom(view.from, view.to)} />
        </span>
      </p>
      {missing > 0 && (
        <p class="muted">
          {words.missing(missing)}{" "}
          <button
            type="button"
            class="text-button"
            data-action="whole-way"
            title={words.showWholeTitle}
            onClick={reading.drawMissing}
          >
            {words.showWhole}
          </button>
        </p>
      )}
      <ol class="ways">
        {view.paths.map((path, place) => (
          <WayItem key={path.edges.join()} path={path} place={place} edges={edges} />
        ))}
      </ol>
    </>
  );
};
