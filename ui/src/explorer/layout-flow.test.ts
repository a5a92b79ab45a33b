import { signal } from "@preact/signals";
import type { ElkNode } from "elkjs/lib/elk-api.js";
import { describe, expect, it } from "vitest";
import { aLineage } from "../test-data.ts";
import { filterLineage } from "../state/graph-filter.ts";
import { DEFAULT_VIEW } from "../state/view-state.ts";
import { toGraphShape, type GraphShape } from "./graph-shape.ts";
import { createLayoutFlow } from "./layout-flow.ts";

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
  return { requests, layered };
};
const settled = () => new Promise((resolve) => void setTimeout(resolve, 0));

const aDrawnFlow = async (first: GraphShape) => {
  const shape = signal<GraphShape | undefined>(first);
  const { requests, layered } = aWorker();
  const flow = createLayoutFlow(shape, layered);
  requests[0]?.answer();
  await settled();
  return { shape, requests, flow };
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
    const { requests, layered } = aWorker();
    const flow = createLayoutFlow(shape, layered);
    shape.value = fan("a/root", 4);
    requests[0]?.answer();
    await settled();

    expect(requests).toHaveLength(1);
    expect(flow.current.value?.shape.nodes).toHaveLength(5);
    expect(flow.current.value?.layout.nodes.size).toBe(5);
  });

  it("drops a layout of a root that is no longer shown", async () => {
    const shape = signal<GraphShape | undefined>(fan("a/root", 2));
    const { requests, layered } = aWorker();
    const flow = createLayoutFlow(shape, layered);
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

  it("says when the worker fails, and keeps what is drawn", async () => {
    const { flow, requests } = await aDrawnFlow(fan("a/root", 3));
    flow.tidy();
    requests[1]?.fail(new Error("out of memory"));
    await settled();

    expect(flow.failure.value).toBe("out of memory");
    expect(flow.current.value?.layout.nodes.size).toBe(4);
  });
});
