import { signal } from "@preact/signals";
import type { ElkNode } from "elkjs/lib/elk-api.js";
import { describe, expect, it } from "vitest";
import { aLineage, filterLineage } from "../test-data.ts";
import { DEFAULT_VIEW } from "../state/view-state.ts";
import { toGraphShape, type GraphShape } from "./graph-shape.ts";
import { createLayoutCache } from "./layout-cache.ts";
import { createLayoutEngine } from "./layout-engine.ts";
import { createLayoutFlow } from "./layout-flow.ts";
import { forceLayout } from "./force-layout.ts";
import type { LayoutKind } from "../state/view-state.ts";

const shapeOf = (root: string, pairs: readonly string[]): GraphShape =>
  toGraphShape(filterLineage(aLineage(root, pairs), DEFAULT_VIEW), []);
const fan = (root: string, count: number) =>
  shapeOf(
    root,
    Array.from({ length: count }, (_, index) => `${root}>leaf/number-${index}`),
  );

/** Stands in for the worker: one column per node, answers when the test says so. */
const aWorker = () => {
  const requests: { request: ElkNode; answer: () => void; fail: (error: Error) => void }[] = [];
  const layered = (request: ElkNode) =>
    new Promise<ElkNode>((resolve, fail) => {
      const children = (request.children ?? []).map((child, index) => ({ ...child, x: index * 100, y: 0 }));
      requests.push({ request, answer: () => resolve({ ...request, children }), fail });
    });
  const engine = createLayoutEngine(
    { layered, force: async (request) => forceLayout(request) },
    createLayoutCache(),
  );
  return { requests, engine };
};
const aKind = (kind: LayoutKind = "layered") => signal(kind);
const settled = () => new Promise((resolve) => void setTimeout(resolve, 0));

const aDrawnFlow = async (first: GraphShape) => {
  const shape = signal<GraphShape | undefined>(first);
  const kind = aKind();
  const { requests, engine } = aWorker();
  const flow = createLayoutFlow({ shape, kind }, engine);
  requests[0]?.answer();
  await settled();
  return { shape, kind, requests, flow };
};

describe("the flow of layouts", () => {
  it("lays the first graph of a root out in the worker", async () => {
    const { flow, requests } = await aDrawnFlow(fan("a/root", 3));

    expect(requests).toHaveLength(1);
    expect(flow.current.value?.layout.nodes.size).toBe(4);
  });

  it("keeps every place when more arrives, without asking the worker", async () => {
    const { shape, flow, requests } = await aDrawnFlow(fan("a/root", 3));
    const before = new Map(flow.current.value?.layout.nodes);

    shape.value = fan("a/root", 5);

    expect(requests).toHaveLength(1);
    for (const [id, point] of before) expect(flow.current.value?.layout.nodes.get(id)).toEqual(point);
    expect(flow.current.value?.layout.nodes.size).toBe(6);
  });

  it("adds what arrived while the worker was busy", async () => {
    const shape = signal<GraphShape | undefined>(fan("a/root", 2));
    const { requests, engine } = aWorker();
    const flow = createLayoutFlow({ shape, kind: aKind() }, engine);
    shape.value = fan("a/root", 4);
    requests[0]?.answer();
    await settled();

    expect(requests).toHaveLength(1);
    expect(flow.current.value?.shape.nodes).toHaveLength(5);
    expect(flow.current.value?.layout.nodes.size).toBe(5);
  });

  it("drops a layout of a root that is no longer shown", async () => {
    const shape = signal<GraphShape | undefined>(fan("a/root", 2));
    const { requests, engine } = aWorker();
    const flow = createLayoutFlow({ shape, kind: aKind() }, engine);
    shape.value = fan("b/other", 2);
    requests[1]?.answer();
    requests[0]?.answer();
    await settled();

    expect(flow.current.value?.shape.root).toBe("b/other");
  });

  it("settles afresh only when much was added", async () => {
    const { shape, flow, requests } = await aDrawnFlow(fan("a/root", 10));
    shape.value = fan("a/root", 12);
    flow.settle();
    expect(requests).toHaveLength(1);

    shape.value = fan("a/root", 30);
    flow.settle();
    expect(requests).toHaveLength(2);
  });

  it("does not ask twice for the same graph", async () => {
    const { shape, flow, requests } = await aDrawnFlow(fan("a/root", 3));
    shape.value = fan("b/other", 3);
    requests[1]?.answer();
    await settled();

    shape.value = fan("a/root", 3);

    expect(requests).toHaveLength(2);
    expect(flow.current.value?.shape.root).toBe("a/root");
  });

  it("lays the same graph out by forces when asked to, and back", async () => {
    const { kind, flow, requests } = await aDrawnFlow(fan("a/root", 3));
    const layered = flow.current.value?.layout;

    kind.value = "force";
    await settled();
    expect(flow.current.value?.layout.kind).toBe("force");

    kind.value = "layered";
    expect(flow.current.value?.layout).toBe(layered);
    expect(requests).toHaveLength(1);
  });

  it("keeps every place of a force layout when more arrives", async () => {
    const { shape, kind, flow } = await aDrawnFlow(fan("a/root", 8));
    kind.value = "force";
    await settled();
    const before = flow.current.value?.layout.nodes;

    shape.value = fan("a/root", 10);
    await settled();

    expect(flow.current.value?.layout.nodes.size).toBe(11);
    for (const [id, point] of before ?? []) {
      const now = flow.current.value?.layout.nodes.get(id);
      expect(now?.x).toBeCloseTo(point.x);
      expect(now?.y).toBeCloseTo(point.y);
    }
  });

  it("says when the worker fails, and keeps what is drawn", async () => {
    const { shape, flow, requests } = await aDrawnFlow(fan("a/root", 3));
    shape.value = fan("b/other", 3);
    requests[1]?.fail(new Error("out of memory"));
    await settled();

    expect(flow.failure.value).toBe("out of memory");
    expect(flow.current.value?.layout.nodes.size).toBe(4);
  });
});
