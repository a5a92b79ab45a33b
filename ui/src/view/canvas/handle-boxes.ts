import type { Point } from "../../explorer/layout.ts";
import type { CanvasHandle } from "./canvas-controls.ts";
import { FONT } from "./overlay-text.ts";
import type { OverlayFrame, PlacedNode } from "./overlay-frame.ts";

/** A handle with its place on the screen, in CSS pixels. */
export interface HandleBox extends CanvasHandle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Below this scale handles would lie on each other; those of what is in focus show all the same. */
const FROM_SCALE = 0.5;
const HEIGHT = 16;
const LETTER_WIDTH = 6.4;
const GAP = 4;
/** The pointer need not hit a small pill exactly. */
const REACH = 8;

/** The "+n" of the nodes on the screen: sources on the right, uses on the left. */
export const handleBoxes = (
  { handles, scale }: OverlayFrame,
  nodes: readonly PlacedNode[],
  always = false,
): readonly HandleBox[] =>
  scale < FROM_SCALE && !always
    ? []
    : nodes.flatMap(({ node, at, extent }) => {
        const more = handles.get(node.id);
        if (more === undefined) return [];
        const boxes: HandleBox[] = [];
        if (more.up > 0)
          boxes.push(boxFor({ node: node.id, direction: "upstream", more: more.up }, at, extent));
        if (more.down > 0) {
          boxes.push(boxFor({ node: node.id, direction: "downstream", more: more.down }, at, extent));
        }
        return boxes;
      });

const boxFor = (handle: CanvasHandle, at: Point, extent: number): HandleBox => {
  const width = (String(handle.more).length + 1) * LETTER_WIDTH + 8;
  const left = handle.direction === "upstream" ? at.x + extent + GAP : at.x - extent - GAP - width;
  return { ...handle, left, top: at.y - HEIGHT / 2, width, height: HEIGHT };
};

/** The handle under a point of the screen; the nearest of several. */
export const handleAt = (boxes: readonly HandleBox[], { x, y }: Point): HandleBox | undefined => {
  let best: HandleBox | undefined;
  let nearest = REACH;
  for (const box of boxes) {
    const beside = Math.max(box.left - x, x - box.left - box.width, 0);
    const above = Math.max(box.top - y, y - box.top - box.height, 0);
    const distance = Math.hypot(beside, above);
    if (distance < nearest) {
      best = box;
      nearest = distance;
    }
  }
  return best;
};

export const drawHandles = (
  context: CanvasRenderingContext2D,
  { palette }: OverlayFrame,
  boxes: readonly HandleBox[],
): void => {
  context.font = `600 10px ${FONT}`;
  context.textAlign = "center";
  context.lineWidth = 1;
  for (const { left, top, width, height, more } of boxes) {
    context.beginPath();
    context.roundRect(left, top, width, height, height / 2);
    context.fillStyle = palette.raised;
    context.fill();
    context.strokeStyle = palette.accent;
    context.stroke();
    context.fillStyle = palette.accent;
    context.fillText(`+${more}`, left + width / 2, top + height / 2 + 0.5);
  }
};
