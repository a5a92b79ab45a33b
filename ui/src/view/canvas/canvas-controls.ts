import type { ReadonlySignal } from "@preact/signals";
import type { Bounds, Point } from "../../explorer/layout.ts";
import type { CameraState, Expansion } from "../../state/view-state.ts";

/** A node or an edge of the canvas; empty when it is neither. Models and groups keep their canvas ids. */
export interface CanvasTarget {
  readonly node?: string;
  readonly edge?: string;
}

export interface CanvasFocus {
  readonly hovered: CanvasTarget;
  readonly selected: CanvasTarget;
}

/** A "+n" at the side of a mark. */
export interface CanvasHandle {
  readonly node: string;
  readonly direction: Expansion["direction"];
  /** Neighbours that it would bring. */
  readonly more: number;
}

export interface CanvasEvents {
  readonly onHover: (target: CanvasTarget) => void;
  /** `isSecond`: with Shift, beside what is selected. */
  readonly onPick: (target: CanvasTarget, isSecond?: boolean) => void;
  /** A node was double-clicked. */
  readonly onOpen: (node: string) => void;
  readonly onHandle?: (handle: CanvasHandle) => void;
  /** What a handle does, in words, for its tooltip. */
  readonly handleTitle?: (handle: CanvasHandle) => string;
  /** The reader has moved the view and stopped; undefined: it follows the drawing again. */
  readonly onCamera?: (camera: CameraState | undefined) => void;
}

interface OnPage {
  readonly id: string;
  /** Pixels from the page's top left corner. */
  readonly x: number;
  readonly y: number;
}

export interface DrawnNodeOnPage extends OnPage {
  readonly kind: string;
  /** M, D, S or I; "" without contamination. */
  readonly letter: string;
  /** Nodes that a group stands for; 1 for a node of its own. */
  readonly count: number;
  readonly handles: readonly (CanvasHandle & { readonly x: number; readonly y: number })[];
}

export interface CanvasControls {
  fit(): void;
  zoomIn(): void;
  zoomOut(): void;
  /** Moves the view when the node lies outside it. */
  reveal(id: string): void;
  /** Puts a point of the layout in the middle. */
  lookAt(point: Point): void;
  /** The part of the layout that the canvas shows. */
  readonly viewport: ReadonlySignal<Bounds>;
  /** Where each drawn node lies; empty while anything moves. */
  nodes(): readonly DrawnNodeOnPage[];
  /** A point on each drawn edge; empty while anything moves. */
  edges(): readonly (OnPage & { readonly from: string; readonly to: string; readonly count: number })[];
}
