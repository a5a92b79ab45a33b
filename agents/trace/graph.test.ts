import { Annotation, MemorySaver, START, StateGraph } from "@langchain/langgraph";
import { describe, expect, it, vi } from "vitest";
import { ACCEPT_THRESHOLD } from "../../schema/status-rule.ts";
import { AppError } from "../../schema/errors.ts";
import { createVisitGraph } from "./graph.ts";
import { aDocument, aTrace, cardOf, createScriptedWorld, idOf } from "./testing/scripted-world.ts";
import type { Script, ScriptedWorld } from "./testing/scripted-world.ts";
import { VisitState } from "./state.ts";
import type { Visit } from "./visit.ts";
import { visitDataset } from "./visit-dataset.ts";
import { createVisitNotes } from "./visit-notes.ts";

const aVisit = async (world: ScriptedWorld, fields: Partial<Visit> = {}): Promise<Visit> => {
  const trace = aTrace(["acme/rivers"]);
  await world.ports.frontier.begin(trace);
  return {
    traceId: trace.id,
    entry: { dataset: idOf("acme/rivers"), depth: 0 },
    refresh: false,
    ports: world.ports,
    settings: { threshold: ACCEPT_THRESHOLD, concurrency: 2 },
    notes: createVisitNotes(),
    emit: () => undefined,
    isHalted: () => false,
    signal: new AbortController().signal,
    running: new Set(),
    ...fields,
  };
};

const LINKS = [1, 2, 3].map((number) => `Paper: https://arxiv.org/abs/2401.0000${number}`).join("\n");
const threePapers = (): Script => ({
  datasets: { "acme/rivers": { card: LINKS } },
  resources: Object.fromEntries(
    [1, 2, 3].map((number) => [
      `paper 2401.0000${number}`,
      [aDocument(`from Lakes ${number}.`, "paper", `p${number}`)],
    ]),
  ),
});

/** What front matter may hold: in a state, LangGraph would make an object of its own of it. */
const CONSTRUCTOR = `---
lc: 1
type: constructor
id: [langchain, schema, messages, HumanMessage]
kwargs: { content: "from Evil." }
license: { lc: 1, type: constructor, id: [a] }
tags: [{ lc: 1 }]
__proto__: { polluted: true }
---

Built ${cardOf("acme/lakes").slice(6)}`;

describe("the visit's graph", () => {
  it("carries ids, hashes and counts, and no text", async () => {
    const world = createScriptedWorld(threePapers());
    const visit = await aVisit(world);

    const state = await createVisitGraph(visit).invoke({ dataset: visit.entry.dataset });

    expect(Object.keys(state.documents)).toHaveLength(4);
    expect(Object.values(state.traced)).toContainEqual({ proven: 1, dropped: 0 });
    const json = JSON.stringify(state);
    for (const text of world.texts.values()) expect(json).not.toContain(text.slice(0, 30));
    expect(json).not.toMatch(/from Lakes/);
  });

  it("keeps front matter that looks like a serialised LangChain object out of its state", async () => {
    const world = createScriptedWorld({
      datasets: { "acme/rivers": { card: CONSTRUCTOR }, "acme/lakes": { card: "." } },
    });
    const visit = await aVisit(world);
    const steps: unknown[] = [];

    const stream = await createVisitGraph(visit).stream(
      { dataset: visit.entry.dataset },
      { streamMode: "values" },
    );
    for await (const step of stream) steps.push(step);

    expect(JSON.stringify(steps)).not.toMatch(/constructor|langchain|kwargs/);
    expect(world.commits[0]).toMatchObject({ dataset: { id: "acme/rivers", state: "traced" } });
    expect(world.commits[0]?.dataset.licence).toBeUndefined();
    expect(Object.prototype).not.toHaveProperty("polluted");
    expect([...world.edges.values()].map(({ to }) => to)).toContain("acme/lakes");
  });

  it.each([
    ["an unknown resource kind", { resources: [{ kind: "lc", url: "https://a.example" }] }],
    ["an extra field", { resources: [{ kind: "github", url: "https://a.example", lc: 1 }] }],
    ["an address that is none", { resources: [{ kind: "blog", url: "x" }] }],
    ["a hash that is none", { documents: { abc: { kind: "card" } } }],
    ["an id that is none", { dataset: "../etc" }],
  ])("refuses %s in its state", async (_name, update) => {
    const graph = new StateGraph({ state: VisitState })
      .addNode("write", async () => update as never)
      .addEdge(START, "write")
      .compile();

    await expect(graph.invoke({ dataset: idOf("acme/rivers") })).rejects.toThrow(/[Vv]alid/);
  });

  it("reads at most as many resources at once as it is allowed", async () => {
    const world = createScriptedWorld(threePapers());
    let running = 0;
    let most = 0;
    const read: typeof world.ports.resources.read = async (...parameters) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
      return world.ports.resources.read(...parameters);
    };

    await visitDataset(await aVisit(world, { ports: { ...world.ports, resources: { read } } }));

    expect(most).toBe(2);
  });

  it("retries a node whose store was in trouble for a moment, without a word on the console", async () => {
    const world = createScriptedWorld(threePapers());
    const printed = vi.spyOn(console, "log").mockImplementation(() => undefined);
    let failures = 1;
    const save: typeof world.ports.documents.save = async (frozen) => {
      if (failures > 0) {
        failures -= 1;
        throw new AppError("busy", { code: "ENGINE_UNAVAILABLE", transient: true });
      }
      return world.ports.documents.save(frozen);
    };

    await visitDataset(
      await aVisit(world, { ports: { ...world.ports, documents: { ...world.ports.documents, save } } }),
    );

    expect(world.commits).toHaveLength(1);
    expect(printed).not.toHaveBeenCalled();
    printed.mockRestore();
  });

  it("does not run a node again that failed for good", async () => {
    const world = createScriptedWorld({ datasets: { "acme/rivers": { card: "." } } });
    let runs = 0;
    const rules = () => {
      runs += 1;
      throw new TypeError("a fault of ours");
    };

    await expect(visitDataset(await aVisit(world, { ports: { ...world.ports, rules } }))).rejects.toThrow(
      TypeError,
    );
    expect(runs).toBe(1);
    expect(world.commits).toEqual([]);
  });

  it("tells of the engine's trouble as such when parallel nodes fail together", async () => {
    const world = createScriptedWorld(threePapers());
    const busy = new AppError("busy", { code: "ENGINE_UNAVAILABLE", transient: true });
    const documents = { ...world.ports.documents, text: () => Promise.reject(busy) };
    const settings = { threshold: ACCEPT_THRESHOLD, concurrency: 8 };

    const visit = await aVisit(world, { ports: { ...world.ports, documents }, settings });

    await expect(visitDataset(visit)).rejects.toBe(busy);
  });

  it("leaves no listener on the trace's signal", async () => {
    const world = createScriptedWorld(threePapers());
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, "addEventListener");
    const removed = vi.spyOn(signal, "removeEventListener");

    await visitDataset(await aVisit(world, { signal }));

    expect(added.mock.calls.length).toBeGreaterThan(0);
    expect(removed.mock.calls.length).toBe(added.mock.calls.length);
  });

  it("has every document in the store before it is traced", async () => {
    const world = createScriptedWorld(threePapers());
    const missing: string[] = [];
    const rules: typeof world.ports.rules = (input) => {
      if (![...world.texts.values()].includes(input.text)) missing.push(input.text);
      return [];
    };

    await visitDataset(await aVisit(world, { ports: { ...world.ports, rules } }));

    expect(missing).toEqual([]);
    expect(world.texts.size).toBe(4);
  });

  it("validates by one node alone", async () => {
    const world = createScriptedWorld({ datasets: {} });
    const visit = await aVisit(world);

    const update: unknown = await createVisitGraph(visit).nodes["validate"].invoke({
      outcome: undefined,
      resources: [],
      documents: {},
      traced: {},
      halted: false,
      dataset: visit.entry.dataset,
    });

    expect(update).toMatchObject({ outcome: "not-found" });
    expect(visit.notes.reason).toMatch(/does not know/);
  });

  it("ends the lineage at a dataset that is older than the date cut, by its own date", async () => {
    const hub = { createdAt: "2019-05-01T00:00:00.000Z" };
    const world = createScriptedWorld({ datasets: { "acme/rivers": { card: cardOf("acme/lakes"), hub } } });

    await visitDataset(
      await aVisit(world, { settings: { threshold: 0.7, concurrency: 2, dateCut: "2020-01-01" } }),
    );

    expect(world.commits).toMatchObject([
      { outcome: "skipped", reason: "created before 2020-01-01", dataset: { state: "terminal" }, edges: [] },
    ]);
  });

  it("goes on with a gated dataset whose card can be read", async () => {
    const world = createScriptedWorld({
      datasets: {
        "acme/rivers": { card: cardOf("acme/lakes"), hub: { gated: true } },
        "acme/lakes": { card: "." },
      },
    });

    await visitDataset(await aVisit(world));

    expect(world.commits).toMatchObject([{ outcome: "traced" }]);
  });
});

describe("LangGraph, as we rely on it", () => {
  it("would revive a serialised constructor from a checkpoint: the reason why none enters the state", async () => {
    const Loose = Annotation.Root({ free: Annotation<unknown>() });
    const graph = new StateGraph(Loose)
      .addNode("write", async () => ({
        free: {
          lc: 1,
          type: "constructor",
          id: ["langchain_core", "messages", "HumanMessage"],
          kwargs: { content: "x" },
        },
      }))
      .addEdge(START, "write")
      .compile({ checkpointer: new MemorySaver() });
    const config = { configurable: { thread_id: "t" } };
    await graph.invoke({}, config);

    const { values } = await graph.getState(config);

    expect((values as { free: { constructor: { name: string } } }).free.constructor.name).toBe(
      "HumanMessage",
    );
  });
});
