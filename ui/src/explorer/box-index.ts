/** On the screen, in pixels; y downwards. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const CELL = 64;

/** Boxes by the cells that they touch, so that a thousand labels do not compare with each other. */
export const createBoxIndex = () => {
  const cells = new Map<string, { readonly box: Box; readonly owner?: string }[]>();
  const keysOf = (box: Box): string[] => {
    const keys: string[] = [];
    for (let column = Math.floor(box.left / CELL); column <= Math.floor(box.right / CELL); column += 1) {
      for (let row = Math.floor(box.top / CELL); row <= Math.floor(box.bottom / CELL); row += 1) {
        keys.push(`${column} ${row}`);
      }
    }
    return keys;
  };
  return {
    add: (box: Box, owner?: string): void => {
      const entry = owner === undefined ? { box } : { box, owner };
      for (const key of keysOf(box)) {
        const cell = cells.get(key);
        if (cell === undefined) cells.set(key, [entry]);
        else cell.push(entry);
      }
    },
    hits: (box: Box, owner: string): boolean =>
      keysOf(box).some((key) =>
        (cells.get(key) ?? []).some((entry) => entry.owner !== owner && overlaps(entry.box, box)),
      ),
  };
};

const overlaps = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** In square pixels; 0 when they do not touch. */
export const sharedArea = (one: Box, other: Box): number =>
  Math.max(0, Math.min(one.right, other.right) - Math.max(one.left, other.left)) *
  Math.max(0, Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top));
