import type { JSX } from "preact";
import { useApp } from "./app-context.ts";
import { CanvasPane } from "./canvas-pane.tsx";
import { DocumentReader } from "./document-reader.tsx";
import { FiltersRegion } from "./filters-region.tsx";
import { titleOf } from "./follow-title.ts";
import { Inspector } from "./inspector.tsx";
import { ChosenBar } from "./sharing/chosen-bar.tsx";
import { TableDrawer } from "./table-drawer.tsx";
import { TimeRegion } from "./time-region.tsx";
import { TargetsBar } from "./targets-bar.tsx";

export const ExplorerPage = (): JSX.Element => {
  const { store, isFilterSheetOpen } = useApp();
  const { document, selection, trace, chosen, foldsFilters } = store.view.value;
  const isInspecting = selection !== undefined || trace !== undefined;
  const classes = [
    "explorer",
    isInspecting && "is-inspecting",
    isFilterSheetOpen.value && "is-filtering",
    foldsFilters && "folds-filters",
  ];
  return (
    <div class={classes.filter(Boolean).join(" ")}>
      <h1 class="visually-hidden">{titleOf(store.view.value)}</h1>
      <FiltersRegion />
      <div class="centre">
        <TargetsBar />
        <CanvasPane />
        <TimeRegion />
        {chosen.length > 0 && <ChosenBar />}
        <TableDrawer />
        {document !== undefined && <DocumentReader sha256={document.sha256} />}
      </div>
      <Inspector />
    </div>
  );
};
