import type { ElkNode } from "elkjs/lib/elk-api.js";

type Layered = (request: ElkNode) => Promise<ElkNode>;

/** Lays graphs out in a worker of its own, which is fetched when the first graph is there (1.5 MB). */
export const createLayoutWorker = (): Layered => {
  let layered: Promise<Layered> | undefined;
  return async (request) => {
    layered ??= startWorker();
    return (await layered)(request);
  };
};

const startWorker = async (): Promise<Layered> => {
  const [{ default: Elk }, { default: ElkWorker }] = await Promise.all([
    import("elkjs/lib/elk-api.js"),
    import("elkjs/lib/elk-worker.min.js?worker"),
  ]);
  const elk = new Elk({ workerFactory: () => new ElkWorker() });
  return (request) => elk.layout(request);
};
