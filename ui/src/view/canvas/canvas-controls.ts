/** A node or an edge of the canvas; empty when it is neither. Model nodes keep their canvas id. */
export interface CanvasTarget {
  readonly node?: string;
  readonly edge?: string;
}

export interface CanvasFocus {
  readonly hovered: CanvasTarget;
  readonly selected: CanvasTarget;
}

export interface CanvasEvents {
  readonly onHover: (target: CanvasTarget) => void;
  readonly onPick: (target: CanvasTarget) => void;
  /** A node was double-clicked. */
  readonly onOpen: (node: string) => void;
}

interface OnPage {
  readonly id: string;
  /** Pixels from the page's top left corner. */
  readonly x: number;
  readonly y: number;
}

export interface CanvasControls {
  fit(): void;
  zoomIn(): void;
  zoomOut(): void;
  /** Moves the view when the node lies outside it. */
  reveal(id: string): void;
  /** Where each drawn node lies; empty while anything moves. */
  nodes(): readonly OnPage[];
  /** A point on each drawn edge; empty while anything moves. */
  edges(): readonly (OnPage & { readonly from: string; readonly to: string })[];
}
