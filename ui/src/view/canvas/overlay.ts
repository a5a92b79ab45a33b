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
  let inner: ReadonlySet<string> = new Set();
  let innerOf: OverlayFrame["shape"] | undefined;
  let boxesBelow: readonly HandleBox[] = [];
  let boxesAbove: readonly HandleBox[] = [];
  const innerNodes = (shape: OverlayFrame["shape"]): ReadonlySet<string> => {
    if (innerOf !== shape) inner = new Set(shape.edges.map((edge) => edge.from));
    innerOf = shape;
    return inner;
  };
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
      drawTexts(context, frame, { texts, obstacles, measure: ruler.measure });
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
      drawEdgeSigns(context, frame, near.edges);
      drawMarkSigns(context, frame, nodes);
      drawHandles(context, frame, boxesAbove);
      const { texts, obstacles } = toNodeTexts({
        nodes,
        boxes: boxesAbove,
        inner: innerNodes(frame.shape),
        emphasis: frame.emphasis,
      });
      drawTexts(context, frame, {
        texts: [...texts, ...toEdgeTexts(frame)],
        obstacles,
        measure: ruler.measure,
      });
    },
  };
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

const drawTexts = (
  context: CanvasRenderingContext2D,
  frame: OverlayFrame,
  { texts, obstacles, measure }: Texts,
): void => {
  const byId = new Map(texts.map((text) => [text.id, text]));
  const wishes = texts.map((text) => ({ ...text, width: measure(context, text.font, text.text) }));
  context.textAlign = "left";
  context.strokeStyle = frame.palette.paper;
  context.lineWidth = HALO_PX;
  for (const { id, x, y, width } of placeLabels(wishes, frame, obstacles)) {
    const text = byId.get(id);
    if (text === undefined) continue;
    const fitting = shorten(text.text, width, (part) => measure(context, text.font, part));
    context.font = `${text.font} ${FONT}`;
    context.strokeText(fitting, x, y);
    context.fillStyle = frame.palette[text.color];
    context.fillText(fitting, x, y);
  }
};
