/** The rows of a long table that are there: those in sight, and some around them. */
export interface RowWindow {
  readonly start: number;
  readonly end: number;
}

export interface Sight {
  readonly count: number;
  readonly rowHeight: number;
  readonly scrollTop: number;
  readonly height: number;
}

/** So many rows more on either side: a quick scroll must not show empty paper. */
const MARGIN = 10;

export const windowOf = ({ count, rowHeight, scrollTop, height }: Sight): RowWindow => {
  const first = Math.floor(scrollTop / rowHeight);
  const start = Math.max(0, Math.min(first - MARGIN, count));
  return { start, end: Math.min(count, first + Math.ceil(height / rowHeight) + MARGIN) };
};

/** Where to scroll so that a row is in sight below the head; the same place when it is. */
export const scrollTo = (
  row: number,
  { rowHeight, scrollTop, height }: Omit<Sight, "count">,
  headHeight: number,
): number => {
  const top = row * rowHeight;
  if (top < scrollTop) return top;
  const lowest = top + rowHeight + headHeight - height;
  return lowest > scrollTop ? lowest : scrollTop;
};
