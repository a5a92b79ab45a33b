import type { JSX } from "preact";
import type { AppError } from "../../../schema/errors.ts";
import type { DatasetId } from "../../../schema/ids.ts";
import { canvasWords } from "../words/canvas-words.ts";
import { useApp } from "./app-context.ts";
import { Failure } from "./failure.tsx";
import { LineageTooLarge } from "./lineage-too-large.tsx";
import { NotInGraph } from "./not-in-graph.tsx";

export interface CanvasStateProps {
  readonly rendererFailed: boolean;
}

/** What stands in for the graph while there is none to see. */
export const CanvasState = ({ rendererFailed }: CanvasStateProps): JSX.Element | null => {
  const { store, layouts } = useApp();
  const words = canvasWords();
  const lineage = store.lineage.current.value;
  const { root, others } = store.view.value;
  const tooLarge = store.tooLarge.value;
  if (rendererFailed) return <p class="canvas-note">{words.rendererFailed}</p>;
  if (lineage.state === "failed" && lineage.previous === undefined && root !== undefined) {
    return (
      <div class="canvas-note">
        {lineage.error.code === "NOT_FOUND" ? (
          <NotInGraph id={missingOf([root, ...others], lineage.error)} />
        ) : (
          <Failure error={lineage.error} what={words.theLineage} onRetry={store.lineage.reload} />
        )}
      </div>
    );
  }
  if (tooLarge !== undefined) return <LineageTooLarge size={tooLarge} />;
  if (layouts.failure.value !== undefined) return <p class="canvas-note">{words.layoutFailed}</p>;
  const isDrawn = layouts.current.value?.shape.root === root;
  return isDrawn ? null : (
    <div class="canvas-note canvas-loading" role="status">
      <span class="spinner" aria-hidden="true" />
      {store.placed.value === undefined ? words.loading : words.layingOut(store.placed.value.nodes.length)}
    </div>
  );
};

/** Of several targets the one that the service's answer names: the longest, as an id may be part of another. */
const missingOf = (targets: readonly [DatasetId, ...DatasetId[]], { message }: AppError): DatasetId =>
  targets.filter((id) => message.includes(id)).toSorted((one, other) => other.length - one.length)[0] ??
  targets[0];
