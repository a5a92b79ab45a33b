export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

const PAGE = 10;

/** Where a key leads in a grid, within its edges; undefined when the key is none of the grid's. */
export const moveInGrid = (
  { row, column }: GridPlace,
  { key, ctrlKey, metaKey }: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey">,
  { rows, columns }: GridSize,
): GridPlace | undefined => {
  const within = (place: GridPlace): GridPlace => ({
    row: Math.max(0, Math.min(rows - 1, place.row)),
    column: Math.max(0, Math.min(columns - 1, place.column)),
  });
  const far = ctrlKey || metaKey;
  switch (key) {
    case "ArrowLeft":
      return within({ row, column: far ? 0 : column - 1 });
    case "ArrowRight":
      return within({ row, column: far ? columns - 1 : column + 1 });
    case "ArrowUp":
      return within({ row: far ? 0 : row - 1, column });
    case "ArrowDown":
      return within({ row: far ? rows - 1 : row + 1, column });
    case "PageUp":
      return within({ row: row - PAGE, column });
    case "PageDown":
      return within({ row: row + PAGE, column });
    case "Home":
      return within({ row: far ? 0 : row, column: 0 });
    case "End":
      return within({ row: far ? rows - 1 : row, column: columns - 1 });
    default:
      return undefined;
  }
};
