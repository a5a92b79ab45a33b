import type { Box } from "../../explorer/box-index.ts";
import { FADED } from "../../explorer/emphasis.ts";
import { placeLabels, type MarkPlace } from "../../explorer/label-placement.ts";
import { drawEdgeSigns } from "./draw-edge-signs.ts";
import { drawMarkSigns } from "./draw-marks.ts";
import { toEdgeTexts } from "./edge-texts.ts";
import { drawHandles, handleBoxes, type HandleBox } from "./handle-boxes.ts";
import { toNodeTexts } from "./node-texts.ts";
import { visibleNodes, type OverlayFrame } from "./overlay-frame.ts";
import { FONT, shorten, type OverlayText } from "./overlay-text.ts";

const HALO_PX = 3.5;
const NOTHING_PICKED: OverlayFrame["emphasis"] = { near: undefined, arriving: new Set(), accent: "" };

/**
 * What WebGL does not draw, on two canvases: everything on the one below, and what is in focus once more on the one above. A hover
 * then paints a handful of marks, and the page dims the rest as a whole.
 */
export const createOverlay = (below: HTMLCanvasElement, above: HTMLCanvasElement) => {
  const ruler = createRuler();
  const innerNodes = createInnerNodes();
  let boxesBelow: readonly HandleBox[] = [];
  let boxesAbove: readonly HandleBox[] = [];
  let textsBelow: ReadonlyMap<string, SetText> = new Map();
  return {
    /** The handles that can be hit: of what is in focus, or of all while nothing is. */
    get handles() {
      return boxesAbove.length > 0 ? boxesAbove : boxesBelow;
    },
    forgetWidths: ruler.forget,
    paintBelow: (frame: OverlayFrame): void => {
      const context = prepare(below, frame);
      const nodes = visibleNodes(frame);
      boxesBelow = handleBoxes(frame, nodes);
      drawEdgeSigns(context, frame);
      drawMarkSigns(context, frame, nodes);
      drawHandles(context, frame, boxesBelow);
      const { texts, obstacles } = toNodeTexts({
        nodes,
        boxes: boxesBelow,
        inner: innerNodes(frame.shape),
        emphasis: NOTHING_PICKED,
      });
      const set = setTexts(context, frame, { texts, obstacles, measure: ruler.measure });
      textsBelow = new Map(set.map((one) => [one.text.id, one]));
      drawTexts(context, frame, set);
    },
    paintAbove: (frame: OverlayFrame): void => {
      const { near, hoveredNode, selectedNode } = frame.emphasis;
      below.style.opacity = near === undefined ? "1" : String(FADED);
      const context = prepare(above, frame);
      boxesAbove = [];
      if (near === undefined) return;
      const nodes = visibleNodes(frame, near.nodes);
      const picked = nodes.filter(({ node }) => node.id === hoveredNode || node.id === selectedNode);
      boxesAbove = handleBoxes(frame, picked, true);
      const { texts, obstacles } = toNodeTexts({
        nodes,
        boxes: boxesAbove,
        inner: innerNodes(frame.shape),
        emphasis: frame.emphasis,
      });
      const set = setTexts(context, frame, {
        texts: [...texts.map((text) => staying(text, textsBelow.get(text.id))), ...toEdgeTexts(frame)],
        obstacles,
        measure: ruler.measure,
      });
      eraseMoved(context, frame, { texts: set, below: textsBelow });
      drawEdgeSigns(context, frame, near.edges);
      drawMarkSigns(context, frame, nodes);
      drawHandles(context, frame, boxesAbove);
      drawTexts(context, frame, set);
    },
  };
};

/** What stands on the canvas above may stand where its dimmed twin on the one below is, and then hides it. */
const staying = (text: OverlayText, before: SetText | undefined): OverlayText =>
  before === undefined ? text : { ...text, last: before.box };

const isSame = (one: SetText, other: SetText): boolean =>
  one.fitting === other.fitting &&
  one.text.font === other.text.font &&
  one.box.left === other.box.left &&
  one.box.top === other.box.top;

/** Ids of nodes with edges to their right, gathered once for each shape. */
const createInnerNodes = () => {
  let inner: ReadonlySet<string> = new Set();
  let innerOf: OverlayFrame["shape"] | undefined;
  return (shape: OverlayFrame["shape"]): ReadonlySet<string> => {
    if (innerOf !== shape) inner = new Set(shape.edges.map((edge) => edge.from));
    innerOf = shape;
    return inner;
  };
};

interface TwoLayers {
  readonly texts: readonly SetText[];
  readonly below: ReadonlyMap<string, SetText>;
}

/** Where a text is not the same as below, what is below goes: else a name that is longer in focus would be read twice. */
const eraseMoved = (
  context: CanvasRenderingContext2D,
  { palette }: OverlayFrame,
  { texts, below }: TwoLayers,
): void => {
  context.fillStyle = palette.paper;
  for (const one of texts) {
    const before = below.get(one.text.id);
    if (before === undefined || isSame(before, one)) continue;
    const { left, top, right, bottom } = before.box;
    context.fillRect(left - 1, top + 1, right - left + 2, bottom - top - 3);
  }
};

const prepare = (canvas: HTMLCanvasElement, { width, height }: OverlayFrame): CanvasRenderingContext2D => {
  const pixelRatio = window.devicePixelRatio;
  const wide = Math.round(width * pixelRatio);
  const high = Math.round(height * pixelRatio);
  if (canvas.width !== wide) canvas.width = wide;
  if (canvas.height !== high) canvas.height = high;
  const context = canvas.getContext("2d");
  if (context === null) throw new TypeError("this browser draws no 2D canvas");
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.clearRect(0, 0, width, height);
  context.lineJoin = "round";
  context.textBaseline = "middle";
  return context;
};

type Measure = (context: CanvasRenderingContext2D, font: string, text: string) => number;

/** Widths of texts, each measured once. */
const createRuler = (): { readonly measure: Measure; readonly forget: () => void } => {
  const widths = new Map<string, number>();
  return {
    measure: (context, font, text) => {
      const key = `${font} ${text}`;
      const known = widths.get(key);
      if (known !== undefined) return known;
      context.font = `${font} ${FONT}`;
      const { width } = context.measureText(text);
      widths.set(key, width);
      return width;
    },
    forget: () => widths.clear(),
  };
};

interface Texts {
  readonly texts: readonly OverlayText[];
  readonly obstacles: readonly MarkPlace[];
  readonly measure: Measure;
}

/** A text with its place, shortened to what fits there. */
interface SetText {
  readonly text: OverlayText;
  readonly fitting: string;
  readonly box: Box;
}

const setTexts = (
  context: CanvasRenderingContext2D,
  frame: OverlayFrame,
  { texts, obstacles, measure }: Texts,
): readonly SetText[] => {
  const byId = new Map(texts.map((text) => [text.id, text]));
  const wishes = texts.map((text) => ({
    ...text,
    get width() {
      return measure(context, text.font, text.text);
    },
  }));
  return placeLabels(wishes, frame, obstacles).flatMap(({ id, x, y, width }): readonly SetText[] => {
    const text = byId.get(id);
    if (text === undefined) return [];
    const fitting = shorten(text.text, width, (part) => measure(context, text.font, part));
    const [top, bottom] = [y - text.height / 2, y + text.height / 2];
    return [{ text, fitting, box: { left: x, right: x + width, top, bottom } }];
  });
};

const drawTexts = (
  context: CanvasRenderingContext2D,
  { palette }: OverlayFrame,
  texts: readonly SetText[],
): void => {
  context.textAlign = "left";
  context.strokeStyle = palette.paper;
  context.lineWidth = HALO_PX;
  for (const { text, fitting, box } of texts) {
    const y = (box.top + box.bottom) / 2;
    context.font = `${text.font} ${FONT}`;
    context.strokeText(fitting, box.left, y);
    context.fillStyle = palette[text.color];
    context.fillText(fitting, box.left, y);
  }
};
