import type { ElkNode } from "elkjs/lib/elk-api.js";

/** Lays graphs out in a worker of its own, which is fetched when the first graph is there (1.5 MB). */
export const createLayoutWorker = (): ((request: ElkNode) => Promise<ElkNode>) => {
  let layered: Promise<(request: ElkNode) => Promise<ElkNode>> | undefined;
  const start = async () => {
    const [{ default: Elk }, { default: ElkWorker }] = await Promise.all([
      import("elkjs/lib/elk-api.js"),
      import("elkjs/lib/elk-worker.min.js?worker"),
    ]);
    const elk = new Elk({ workerFactory: () => new ElkWorker() });
    return (request: ElkNode) => elk.layout(request);
  };
  return async (request) => {
    layered ??= start();
    return (await layered)(request);
  };
};
