import type { ElkNode } from "elkjs/lib/elk-api.js";
import type { ForceAnswer, ForceRequest } from "../explorer/force-layout.ts";
import { toLayeredRequest } from "../explorer/layered-layout.ts";
import type { LayoutWorkers } from "../explorer/layout-engine.ts";
import { warmUpGraph } from "../explorer/warm-up-graph.ts";

/** A first picture is mostly small, and its reader looks at it before asking for more. */
const WARM_UP_AFTER_MS = 800;

type Layered = (request: ElkNode) => Promise<ElkNode>;

/** Lays graphs out in workers of their own, each fetched when it is first needed (that of the layers is 1.5 MB). */
export const createLayoutWorkers = (): LayoutWorkers & { readonly preload: () => void } => {
  let layered: Promise<Layered> | undefined;
  let force: Promise<LayoutWorkers["force"]> | undefined;
  return {
    layered: async (request) => {
      layered ??= startLayered();
      return (await layered)(request);
    },
    /** Starts the one for layers before it is needed. */
    preload: () => {
      layered ??= startLayered();
    },
    force: async (request) => {
      force ??= startForce();
      return (await force)(request);
    },
  };
};

const startLayered = async (): Promise<Layered> => {
  const [{ default: Elk }, { default: ElkWorker }] = await Promise.all([
    import("elkjs/lib/elk-api.js"),
    import("elkjs/lib/elk-worker.min.js?worker"),
  ]);
  const elk = new Elk({ workerFactory: () => new ElkWorker() });
  let isWarm = false;
  return async (request) => {
    const answer = await elk.layout(request);
    if (!isWarm) setTimeout(() => void elk.layout(toLayeredRequest(warmUpGraph())), WARM_UP_AFTER_MS);
    isWarm = true;
    return answer;
  };
};

interface Waiting {
  readonly resolve: (answer: ForceAnswer) => void;
  readonly reject: (reason: Error) => void;
}

const startForce = async (): Promise<LayoutWorkers["force"]> => {
  const { default: ForceWorker } = await import("./force-worker.ts?worker");
  const worker = new ForceWorker();
  const waiting: Waiting[] = [];
  worker.addEventListener("message", ({ data }: MessageEvent<ForceAnswer>) => waiting.shift()?.resolve(data));
  worker.addEventListener("error", (event) => {
    for (const one of waiting.splice(0)) one.reject(new Error(event.message));
  });
  return (request: ForceRequest) =>
    new Promise((resolve, reject) => {
      waiting.push({ resolve, reject });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
      worker.postMessage(request);
    });
};
