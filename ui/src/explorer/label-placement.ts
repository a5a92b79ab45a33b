/** A text that wants a place on the screen. Pixels; y downwards. */
export interface LabelWish {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Higher goes first; Infinity is placed whatever it covers, while it is on the screen. */
  readonly priority: number;
  /** Beside a mark, or centred on the first free one of some points. */
  readonly at:
    | {
        readonly kind: "mark";
        readonly x: number;
        readonly y: number;
        readonly radius: number;
        /** Room beside the mark that is taken already, by its handles. */
        readonly before?: number;
        readonly after?: number;
        readonly isLeaf: boolean;
      }
    | { readonly kind: "points"; readonly points: readonly { readonly x: number; readonly y: number }[] };
}

export interface PlacedLabel {
  readonly id: string;
  /** Left end and middle of the text. */
  readonly x: number;
  readonly y: number;
  /** Room for the text: less than it asked for when it has to be shortened. */
  readonly width: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const GAP = 5;
const CELL = 64;
/** A label that does not fit whole may be shortened to this part of it, and not below so many pixels. */
const SHORTENED = 0.62;
const SHORTEST = 54;

/**
 * Places as many labels as fit, the most important first: none is cut by the sides of the screen, none lies over
 * another one, nor over a mark that is not its own, except those of infinite priority.
 */
export const placeLabels = (
  wishes: readonly LabelWish[],
  screen: { readonly width: number },
  /** Marks without a label of their own to place, which labels keep off too. */
  obstacles: readonly MarkPlace[] = [],
): readonly PlacedLabel[] => {
  const taken = createBoxIndex();
  for (const mark of obstacles) taken.add(markBox(mark));
  for (const { id, at } of wishes) if (at.kind === "mark") taken.add(markBox(at), id);
  const placed: PlacedLabel[] = [];
  for (const wish of [...wishes].sort((one, other) => other.priority - one.priority)) {
    const boxes = candidates(wish).filter((box) => box.left >= 0 && box.right <= screen.width);
    const box =
      boxes.find((candidate) => !taken.hits(candidate, wish.id)) ??
      (wish.priority === Infinity ? boxes[0] : undefined);
    if (box === undefined) continue;
    taken.add(box);
    placed.push({ id: wish.id, x: box.left, y: (box.top + box.bottom) / 2, width: box.right - box.left });
  }
  return placed;
};

export type MarkPlace = Extract<LabelWish["at"], { kind: "mark" }>;

const markBox = ({ x, y, radius, before = 0, after = 0 }: MarkPlace): Box => ({
  left: x - radius - before,
  right: x + radius + after,
  top: y - radius,
  bottom: y + radius,
});

const candidates = ({ at, width, height, priority }: LabelWish): readonly Box[] => {
  if (at.kind === "points") {
    return at.points.map(({ x, y }) => boxAt({ left: x - width / 2, top: y - height / 2, width, height }));
  }
  const short = Math.max(SHORTEST, width * SHORTENED);
  const whole = besideMark(at, width, height);
  return short < width && priority < Infinity ? [...whole, ...besideMark(at, short, height)] : whole;
};

/** Leaves have free space to their right; inner nodes have edges there. */
const besideMark = (
  { x, y, radius, isLeaf, before = 0, after = 0 }: MarkPlace,
  width: number,
  height: number,
): readonly Box[] => {
  const right = boxAt({ left: x + radius + after + GAP, top: y - height / 2, width, height });
  const above = boxAt({ left: x - width / 2, top: y - radius - 2 - height, width, height });
  const below = boxAt({ left: x - width / 2, top: y + radius + 2, width, height });
  const left = boxAt({ left: x - radius - before - GAP - width, top: y - height / 2, width, height });
  return isLeaf ? [right, above, below] : [above, below, right, left];
};

interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const boxAt = ({ left, top, width, height }: Rectangle): Box => ({
  left,
  right: left + width,
  top,
  bottom: top + height,
});

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
