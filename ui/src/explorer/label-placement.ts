/** A label that wants a place beside its mark. Pixels on the screen; y downwards. */
export interface LabelWish {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
  readonly height: number;
  /** Higher goes first; Infinity is placed whatever it covers. */
  readonly priority: number;
  /** Leaves have free space to their right; inner nodes have edges there. */
  readonly isLeaf: boolean;
}

export interface PlacedLabel {
  readonly id: string;
  /** Left end and middle of the text. */
  readonly x: number;
  readonly y: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const GAP = 5;
const CELL = 64;

/** Places as many labels as fit: none lies over another one or over a mark that is not its own. */
export const placeLabels = (wishes: readonly LabelWish[]): readonly PlacedLabel[] => {
  const taken = createBoxIndex();
  for (const wish of wishes) taken.add(markBox(wish), wish.id);
  const placed: PlacedLabel[] = [];
  for (const wish of [...wishes].sort((one, other) => other.priority - one.priority)) {
    const boxes = candidates(wish);
    const box =
      boxes.find((candidate) => !taken.hits(candidate, wish.id)) ??
      (wish.priority === Infinity ? boxes[0] : undefined);
    if (box === undefined) continue;
    taken.add(box);
    placed.push({ id: wish.id, x: box.left, y: (box.top + box.bottom) / 2 });
  }
  return placed;
};

const markBox = ({ x, y, radius }: LabelWish): Box => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
});

const candidates = (wish: LabelWish): readonly Box[] => {
  const { x, y, radius, width, height } = wish;
  const boxAt = (left: number, top: number): Box => ({ left, right: left + width, top, bottom: top + height });
  const right = boxAt(x + radius + GAP, y - height / 2);
  const above = boxAt(x - width / 2, y - radius - 2 - height);
  const below = boxAt(x - width / 2, y + radius + 2);
  const left = boxAt(x - radius - GAP - width, y - height / 2);
  return wish.isLeaf ? [right, above, below] : [above, below, right, left];
};

/** Boxes by the cells that they touch, so that a thousand labels do not compare with each other. */
const createBoxIndex = () => {
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
      for (const key of keysOf(box)) cells.set(key, [...(cells.get(key) ?? []), entry]);
    },
    hits: (box: Box, owner: string): boolean =>
      keysOf(box).some((key) =>
        (cells.get(key) ?? []).some((entry) => entry.owner !== owner && overlaps(entry.box, box)),
      ),
  };
};

const overlaps = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
