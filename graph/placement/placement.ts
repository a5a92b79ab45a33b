/** A graph by numbers: nodes are counted from 0, edge n runs from the derived `from[n]` to its source `to[n]`. */
export interface PlainGraph {
  readonly size: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/** Pixels at 100 %. */
export interface Spacing {
  /** Between the columns of one layer. */
  readonly column: number;
  /** Between two layers, beside a column's own width. */
  readonly layer: number;
  readonly row: number;
}

/** Pixels at 100 %, x to the right, y downwards, the middle of everything at the origin. */
export interface Places {
  readonly x: Int32Array;
  readonly y: Int32Array;
}
