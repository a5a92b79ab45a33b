import type { ElkNode } from "elkjs/lib/elk-api.js";
import type { ForceAnswer, ForceRequest } from "../explorer/force-layout.ts";
import type { LayoutWorkers } from "../explorer/layout-engine.ts";

type Layered = (request: ElkNode) => Promise<ElkNode>;

/** Lays graphs out in workers of their own, each fetched when it is first needed (that of the layers is 1.5 MB). */
export const createLayoutWorkers = (): LayoutWorkers => {
  let layered: Promise<Layered> | undefined;
  let force: Promise<LayoutWorkers["force"]> | undefined;
  return {
    layered: async (request) => {
      layered ??= startLayered();
      return (await layered)(request);
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
  return (request) => elk.layout(request);
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
