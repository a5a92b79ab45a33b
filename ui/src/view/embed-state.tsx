import type { JSX } from "preact";
import { canvasWords } from "../words/canvas-words.ts";
import { sharingWords } from "../words/sharing-words.ts";
import { useApp } from "./app-context.ts";
import { Failure } from "./failure.tsx";

/** What a frame says while there is no graph in it, or when there will be none. */
export const EmbedState = (): JSX.Element | null => {
  const { store, layouts, stage } = useApp();
  const lineage = store.lineage.current.value;
  const words = sharingWords().embedded;
  const { root } = store.view.value;
  if (root === undefined) return <p class="canvas-note">{words.empty}</p>;
  // With a sandbox that gives it no origin, the frame's own service is another site to the browser.
  if (self.origin === "null") return <p class="canvas-note">{words.sandboxed}</p>;
  if (stage.failed.value) return <p class="canvas-note">{canvasWords().rendererFailed}</p>;
  if (layouts.failure.value !== undefined) return <p class="canvas-note">{canvasWords().layoutFailed}</p>;
  if (lineage.state === "failed" && lineage.previous === undefined) {
    const { error } = lineage;
    if (error.code === "UNAUTHENTICATED") return <p class="canvas-note">{words.needsToken}</p>;
    return (
      <div class="canvas-note">
        <Failure error={error} what={canvasWords().theLineage} onRetry={store.lineage.reload} />
      </div>
    );
  }
  if (layouts.current.value?.shape.root === root) return null;
  return (
    <div class="canvas-note canvas-loading" role="status">
      <span class="spinner" aria-hidden="true" /> {canvasWords().loading}
    </div>
  );
};
