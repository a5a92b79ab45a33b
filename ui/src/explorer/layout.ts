/** Where nodes and edges lie. Pixels at 100 %, x to the right, y downwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Layout {
  /** How edges run: as curves that leave and arrive level, between columns; or straight. */
  readonly kind?: "layered" | "force";
  readonly nodes: ReadonlyMap<string, Point>;
  /** Points that an edge passes between its ends, from the derived end on; absent for a direct edge. */
  readonly bends: ReadonlyMap<string, readonly Point[]>;
  /** In layers every node's x is a multiple of this. */
  readonly columnGap: number;
}

export const COLUMN_GAP = 230;
export const ROW_GAP = 30;

/** The part of a graph that a layout needs. */
export interface LayoutGraph {
  readonly root: string;
  readonly nodes: readonly { readonly id: string }[];
  readonly edges: readonly { readonly id: string; readonly from: string; readonly to: string }[];
}

export interface Bounds {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The rectangle around the given nodes, without their marks and labels. */
export const boundsOf = (layout: Layout, nodes: readonly { readonly id: string }[]): Bounds => {
  const bounds = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const { id } of nodes) {
    const point = layout.nodes.get(id);
    if (point === undefined) continue;
    const { x, y } = point;
    bounds.left = Math.min(bounds.left, x);
    bounds.right = Math.max(bounds.right, x);
    bounds.top = Math.min(bounds.top, y);
    bounds.bottom = Math.max(bounds.bottom, y);
  }
  return bounds.left > bounds.right ? { left: 0, right: 0, top: 0, bottom: 0 } : bounds;
};
