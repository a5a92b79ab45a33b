import type { CanvasEvents, CanvasTarget } from "./canvas-controls.ts";
import { handleAt, type HandleBox } from "./handle-boxes.ts";
import type { LineageSigma } from "./lineage-camera.ts";

export interface PointerParts {
  readonly events: CanvasEvents;
  readonly handles: () => readonly HandleBox[];
}

interface AtPoint {
  readonly event: { readonly x: number; readonly y: number; readonly original: Event };
}

/** Tells what the pointer does on the canvas. A handle lies above marks and edges. */
export const bindPointer = (sigma: LineageSigma, { events, handles }: PointerParts): void => {
  const edgeOf = (key: string): string => sigma.getGraph().getEdgeAttribute(key, "edgeId");
  const host = sigma.getContainer();
  const pick = ({ event }: AtPoint, target: CanvasTarget): void => {
    const handle = events.onHandle && handleAt(handles(), event);
    const isSecond = event.original instanceof MouseEvent && event.original.shiftKey;
    if (handle === undefined) events.onPick(target, isSecond);
    else events.onHandle?.(handle);
  };
  sigma.on("enterNode", ({ node }) => events.onHover({ node }));
  sigma.on("leaveNode", () => events.onHover({}));
  sigma.on("enterEdge", ({ edge }) => events.onHover({ edge: edgeOf(edge) }));
  sigma.on("leaveEdge", () => events.onHover({}));
  let lastClicked: string | undefined;
  sigma.on("clickNode", ({ node, event }) => {
    lastClicked = node;
    pick({ event }, { node });
  });
  sigma.on("clickEdge", ({ edge, event }) => pick({ event }, { edge: edgeOf(edge) }));
  sigma.on("clickStage", ({ event }) => pick({ event }, {}));
  sigma.on("doubleClickNode", ({ node, event, preventSigmaDefault }) => {
    preventSigmaDefault();
    // Sigma looks at the time alone: two quick clicks on two marks are two clicks.
    if (node === lastClicked) events.onOpen(node);
    else pick({ event }, { node });
    lastClicked = node;
  });
  sigma.on("moveBody", ({ event }) => {
    const handle = handleAt(handles(), event);
    host.classList.toggle("is-on-handle", handle !== undefined);
    const title = handle === undefined ? "" : (events.handleTitle?.(handle) ?? "");
    if (host.title !== title) host.title = title;
  });
};
