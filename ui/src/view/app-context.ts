import type { ReadonlySignal, Signal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { AppError } from "../../../schema/errors.ts";
import type { Drawing } from "../explorer/drawing.ts";
import type { LayoutEngine } from "../explorer/layout-engine.ts";
import type { LayoutFlow } from "../explorer/layout-flow.ts";
import type { CommandRegistry } from "../state/commands.ts";
import type { ExplorerStore } from "../state/explorer-store.ts";
import type { SharingDialog } from "../state/sharing.ts";
import type { ServiceWatch } from "../state/service-watch.ts";
import type { Theme } from "../state/theme.ts";
import type { LanguageChoice } from "../words/language.ts";
import type { CanvasControls } from "./canvas/canvas-controls.ts";
import type { CanvasStage } from "./canvas/canvas-stage.tsx";

/** What every component may use; built once in main.tsx. */
export interface App {
  readonly store: ExplorerStore;
  /** What of the lineage is drawn. */
  readonly drawing: Drawing;
  readonly layouts: LayoutFlow;
  /** Lays out what other pages draw, with the same workers and the same memory. */
  readonly layoutEngine: LayoutEngine;
  readonly controls: Signal<CanvasControls | undefined>;
  /** The one canvas, which moves from page to page. */
  readonly stage: CanvasStage;
  readonly theme: Signal<Theme>;
  readonly language: LanguageChoice;
  /** What can be done; the list under Ctrl or Cmd K and the keys run it. */
  readonly commands: CommandRegistry;
  /** Whether the service answers. */
  readonly service: ServiceWatch;
  readonly isCommandListOpen: Signal<boolean>;
  readonly isKeySheetOpen: Signal<boolean>;
  /** The filters as a sheet, on a narrow page only. */
  readonly isFilterSheetOpen: Signal<boolean>;
  /** What the share menu has opened. */
  readonly sharing: Signal<SharingDialog | undefined>;
  /** Ticks each second, for running times. */
  readonly clock: ReadonlySignal<Date>;
}

export const AppContext = createContext<App | undefined>(undefined);

export const useApp = (): App => {
  const app = useContext(AppContext);
  if (app === undefined) throw new AppError("a component lies outside the application", { code: "INTERNAL" });
  return app;
};
