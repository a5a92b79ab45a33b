import type { JSX } from "preact";
import { useApp } from "./app-context.ts";
import { CanvasPane } from "./canvas-pane.tsx";
import { DocumentReader } from "./document-reader.tsx";
import { FiltersPanel } from "./filters-panel.tsx";
import { Inspector } from "./inspector.tsx";
import { TableDrawer } from "./table-drawer.tsx";

export const ExplorerPage = (): JSX.Element => {
  const { store, isFilterSheetOpen } = useApp();
  const { document, selection, trace } = store.view.value;
  const isInspecting = selection !== undefined || trace !== undefined;
  const classes = ["explorer", isInspecting && "is-inspecting", isFilterSheetOpen.value && "is-filtering"];
  return (
    <div class={classes.filter(Boolean).join(" ")}>
      <FiltersPanel />
      <div class="centre">
        <CanvasPane />
        <TableDrawer />
        {document !== undefined && <DocumentReader sha256={document.sha256} />}
      </div>
      <Inspector />
    </div>
  );
};
