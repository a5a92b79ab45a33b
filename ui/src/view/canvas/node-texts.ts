import type { Emphasis } from "../../explorer/emphasis.ts";
import type { ShapeNode } from "../../explorer/graph-shape.ts";
import type { MarkPlace } from "../../explorer/label-placement.ts";
import { markHidden } from "../../state/hidden-characters.ts";
import type { HandleBox } from "./handle-boxes.ts";
import type { PlacedNode } from "./overlay-frame.ts";
import type { OverlayText } from "./overlay-text.ts";

const LINE_PX = 16;
const LONGEST_LABEL = 36;
const BENCHMARKS_FIRST = 1_000;
const GROUPS_FIRST = 500;
/** More labels than these nobody reads, and each costs a measure and a search for its place. */
export const MOST_LABELS = 260;
const MOST_OBSTACLES = 1_500;

export interface NodeTextsRequest {
  readonly nodes: readonly PlacedNode[];
  readonly boxes: readonly HandleBox[];
  /** Ids of nodes with edges to their right: their labels go above. */
  readonly inner: ReadonlySet<string>;
  readonly emphasis: Emphasis;
}

export interface NodeTexts {
  readonly texts: readonly OverlayText[];
  /** Marks that no label may cover, beside those that have one. */
  readonly obstacles: readonly MarkPlace[];
}

/** Labels of the most important nodes on the screen. */
export const toNodeTexts = ({ nodes, boxes, inner, emphasis }: NodeTextsRequest): NodeTexts => {
  const room = roomOf(boxes);
  const ranked = nodes
    .map((placed) => ({ placed, priority: priorityOf(placed.node, emphasis) }))
    .sort((one, other) => (other.priority === one.priority ? 0 : other.priority - one.priority));
  const place = (placed: PlacedNode): MarkPlace => {
    const { node, at, extent } = placed;
    return {
      kind: "mark",
      ...at,
      radius: extent,
      isLeaf: !inner.has(node.id),
      hasLetter: hasLetter(placed),
      ...room.get(node.id),
    };
  };
  const labels = ranked.slice(0, MOST_LABELS).map(({ placed, priority }): OverlayText => {
    const { node, look } = placed;
    return {
      id: node.id,
      text: textOf(node, emphasis),
      font: node.isRoot || isPicked(node, emphasis) ? "650 13px" : "450 12px",
      color: node.kind === "model" || look.outline === "dotted" ? "muted" : "ink",
      height: LINE_PX,
      priority,
      at: place(placed),
    };
  });
  const letters = nodes.filter(hasLetter).map((placed) => letterOf(placed, place(placed)));
  return {
    texts: [...letters, ...labels],
    obstacles: ranked.slice(MOST_LABELS, MOST_LABELS + MOST_OBSTACLES).map(({ placed }) => place(placed)),
  };
};

/** A letter of contamination stays readable while its mark shrinks, until marks are dots. */
const SMALLEST_LETTER_RADIUS = 2.2;
const LETTER_PX = 11;
/** Letters go before names, the graver level first: where there is no room for all, the rings still tell. */
const LETTERS_FIRST = 100_000;
const GRAVEST_FIRST = "ISDM";

const hasLetter = ({ look, radius }: PlacedNode): boolean =>
  look.letter !== "" && radius >= SMALLEST_LETTER_RADIUS;

/** At the mark's upper right, where no edge arrives; right of it where a column is too dense for that. */
const letterOf = ({ node, look, at, extent }: PlacedNode, { after = 0 }: MarkPlace): OverlayText => ({
  id: `letter ${node.id}`,
  owner: node.id,
  text: look.letter,
  font: "700 10px",
  color: "rubric",
  height: LETTER_PX,
  priority: LETTERS_FIRST * (1 + GRAVEST_FIRST.indexOf(look.letter)) + node.uses,
  at: {
    kind: "points",
    points: [
      { x: at.x + extent * 0.72 + 4, y: at.y - extent * 0.72 - 3 },
      { x: at.x + extent + after + 6, y: at.y },
    ],
  },
});

const HANDLE_GAP = 4;

const roomOf = (
  boxes: readonly HandleBox[],
): ReadonlyMap<string, { readonly before: number; readonly after: number }> => {
  const room = new Map<string, { before: number; after: number }>();
  for (const { node, direction, width } of boxes) {
    const known = room.get(node) ?? { before: 0, after: 0 };
    known[direction === "upstream" ? "after" : "before"] = width + HANDLE_GAP;
    room.set(node, known);
  }
  return room;
};

const isPicked = (node: ShapeNode, emphasis: Emphasis): boolean =>
  node.id === emphasis.hoveredNode || node.id === emphasis.selectedNode;

const textOf = (node: ShapeNode, emphasis: Emphasis): string => {
  const showsId = isPicked(node, emphasis) && node.kind !== "group";
  const text = visible(showsId ? node.id.replace(/^model /, "") : node.name);
  const isShort = showsId || node.kind === "group" || text.length <= LONGEST_LABEL;
  return isShort ? text.slice(0, 2 * LONGEST_LABEL) : `${text.slice(0, LONGEST_LABEL - 1)}…`;
};

/** What a name hides shows, and so cannot turn the letters after it around. */
const visible = (name: string): string =>
  /^[\x20-\x7e]*$/.test(name)
    ? name
    : markHidden(name)
        .map((piece) => (piece.kind === "text" ? piece.text : `[${piece.code}]`))
        .join("");

const priorityOf = (node: ShapeNode, emphasis: Emphasis): number => {
  if (node.isRoot || isPicked(node, emphasis)) return Infinity;
  const kind = node.kind === "benchmark" ? BENCHMARKS_FIRST : node.kind === "group" ? GROUPS_FIRST : 0;
  return kind + node.uses - Math.abs(node.level) / 100;
};
