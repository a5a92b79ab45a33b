import { BLANK_MARK, type DrawnEdge } from "../../explorer/drawn-graph.ts";
import type { LineageSigma } from "./lineage-camera.ts";

/** Longer than any machine takes to draw; then it is shown as far as it is. */
const LONGEST_WAIT_MS = 5_000;
const LOOK_EVERY_MS = 8;

/**
 * Has the graphics card, or the program that stands in for one, compile what the marks and edges need: by drawing two marks and an edge
 * that nobody can see. It does so while the page still waits for what there is to draw.
 */
export const warmUp = (sigma: LineageSigma): void => {
  const graph = sigma.getGraph();
  graph.addNode("one", BLANK_MARK);
  graph.addNode("other", BLANK_MARK);
  graph.addEdge("one", "other", UNSEEN_EDGE);
  sigma.refresh();
};

/**
 * Calls back when all that was asked of the graphics card until now is done. The browser itself would wait for it in one long task
 * when it next shows the page; a canvas that is hidden until then is shown at once. Gives back how to stop waiting.
 */
export const whenDrawn = (sigma: LineageSigma, done: () => void): (() => void) => {
  const contexts = [sigma.getCanvases()["edges"], sigma.getCanvases()["nodes"]].flatMap(
    (canvas) => canvas?.getContext("webgl2") ?? [],
  );
  const fences = contexts.map((gl) => ({ gl, fence: gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0) }));
  contexts.forEach((gl) => gl.flush());
  const startedAt = performance.now();
  const isPassed = ({ gl, fence }: (typeof fences)[number]): boolean =>
    fence === null || gl.isContextLost() || gl.getSyncParameter(fence, gl.SYNC_STATUS) === gl.SIGNALED;
  const look = (): void => {
    if (!fences.every(isPassed) && performance.now() - startedAt < LONGEST_WAIT_MS) {
      timer = setTimeout(look, LOOK_EVERY_MS);
      return;
    }
    for (const { gl, fence } of fences) gl.deleteSync(fence);
    done();
  };
  // What a fence says changes between tasks only.
  let timer = setTimeout(look, LOOK_EVERY_MS);
  return () => clearTimeout(timer);
};

const UNSEEN_EDGE: DrawnEdge = {
  size: 1,
  color: "",
  dash: 0,
  alpha: 0,
  near: 0,
  arriving: 0,
  head: 1,
  zIndex: 0,
  edgeId: "",
  from: "one",
  to: "other",
};
