import type { ReadonlySignal } from "@preact/signals";
import type { LaidOut } from "../../explorer/layout-flow.ts";
import type { Emphasised } from "../../state/focus.ts";
import type { Handles } from "../../state/lineage/handles-of.ts";
import type { CameraState, Shade } from "../../state/view-state.ts";
import type { CanvasEvents, CanvasFocus } from "./canvas-controls.ts";

/** What a page draws on the canvas, and what it wants to hear of it. */
export interface CanvasSource {
  readonly laidOut: ReadonlySignal<LaidOut | undefined>;
  /** What the pointer or the keyboard is on, and what is selected. */
  readonly focus: ReadonlySignal<CanvasFocus>;
  /** What stands out while all else steps back; without it, what is in focus with its neighbours. */
  readonly emphasised?: ReadonlySignal<Emphasised | undefined>;
  /** What the marks' colour says; the domain without it. */
  readonly shade?: ReadonlySignal<Shade>;
  /** Where a link says to look; undefined fits the drawing. */
  readonly camera?: ReadonlySignal<CameraState | undefined>;
  /** "+n" at the sides of marks. */
  readonly handles?: ReadonlySignal<ReadonlyMap<string, Handles>>;
  readonly events: CanvasEvents;
}
