import { type Box, createBoxIndex, sharedArea } from "./box-index.ts";

/** A text that wants a place on the screen. Pixels; y downwards. */
export interface LabelWish {
  readonly id: string;
  /** Asked for only where the text may find room: to measure a text costs more than to place it. */
  readonly width: number;
  readonly height: number;
  /** Higher goes first; Infinity is placed whatever it covers, while it is on the screen. */
  readonly priority: number;
  /** The mark that the text may touch, when it is not the one of its own id. */
  readonly owner?: string;
  /** Where the text stood last: it stays on that side when it can. */
  readonly last?: Box;
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
        /** Whether a letter may stand at the mark's upper right. */
        readonly hasLetter?: boolean;
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

const GAP = 5;
/** Between a text and the sides of the screen. */
const SIDE = 4;
/** What a letter at a mark's upper right takes from the places of its label, right of it and above it. */
const LETTER_RIGHT = 9;
const LETTER_ABOVE = 7;
/** A label that does not fit whole may be shortened to this part of it, and not below so many pixels. */
const SHORTENED = 0.62;
const SHORTEST = 54;
/** No text is narrower. */
const NARROWEST = 4;

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
    if (!hasRoom(wish, screen, taken)) continue;
    const boxes = candidates(wish, screen).filter(
      (box) => box.left >= SIDE && box.right <= screen.width - SIDE,
    );
    const box =
      boxes.find((candidate) => !taken.hits(candidate, wish.owner ?? wish.id)) ??
      (wish.priority === Infinity ? boxes[0] : undefined);
    if (box === undefined) continue;
    taken.add(box);
    placed.push({ id: wish.id, x: box.left, y: (box.top + box.bottom) / 2, width: box.right - box.left });
  }
  return placed;
};

/**
 * Whether the narrowest of texts could stand beside the mark: every wider one covers its place. Where many marks are close this spares
 * most texts being measured, which takes longer than all else here.
 */
const hasRoom = (wish: LabelWish, screen: Screen, taken: ReturnType<typeof createBoxIndex>): boolean => {
  const { at, height, priority } = wish;
  if (at.kind === "points" || priority === Infinity) return true;
  const narrowest = besideMark(at, { width: NARROWEST, height }, screen);
  return narrowest.some((box) => !taken.hits(box, wish.owner ?? wish.id));
};

export type MarkPlace = Extract<LabelWish["at"], { kind: "mark" }>;

const markBox = ({ x, y, radius, before = 0, after = 0 }: MarkPlace): Box => ({
  left: x - radius - before,
  right: x + radius + after,
  top: y - radius,
  bottom: y + radius,
});

const candidates = (wish: LabelWish, screen: Screen): readonly Box[] => {
  const { at, width, height, priority, last } = wish;
  if (at.kind === "points") {
    return at.points.map(({ x, y }) => boxAt({ left: x - width / 2, top: y - height / 2, width, height }));
  }
  const short = Math.max(SHORTEST, width * SHORTENED);
  const whole = besideMark(at, { width, height }, screen);
  const boxes =
    short < width && priority < Infinity
      ? [...whole, ...besideMark(at, { width: short, height }, screen)]
      : whole;
  if (last === undefined) return boxes;
  return [...boxes].sort((one, other) => sharedArea(other, last) - sharedArea(one, last));
};

interface Screen {
  readonly width: number;
}

/** Leaves have free space to their right; inner nodes have edges there. */
const besideMark = (
  { x, y, radius, isLeaf, hasLetter = false, before = 0, after = 0 }: MarkPlace,
  { width, height }: { readonly width: number; readonly height: number },
  screen: Screen,
): readonly Box[] => {
  const centred = onScreen(x, width, screen);
  const letter = hasLetter ? { right: LETTER_RIGHT, above: LETTER_ABOVE } : { right: 0, above: 0 };
  const beside = x + radius + Math.max(after, letter.right) + GAP;
  const right = boxAt({ left: beside, top: y - height / 2, width, height });
  const above = boxAt({ left: centred, top: y - radius - 2 - letter.above - height, width, height });
  const below = boxAt({ left: centred, top: y + radius + 2, width, height });
  const left = boxAt({ left: x - radius - before - GAP - width, top: y - height / 2, width, height });
  return isLeaf ? [right, above, below] : [above, below, right, left];
};

/** Left end of a text that is centred at a mark, or as much aside as keeps it on the screen and at the mark. */
const onScreen = (x: number, width: number, screen: Screen): number => {
  const left = Math.min(Math.max(x - width / 2, SIDE), screen.width - SIDE - width);
  return left <= x && x <= left + width ? left : x - width / 2;
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
