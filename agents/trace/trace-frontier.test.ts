import { describe, expect, it } from "vitest";
import { AppError } from "../../schema/errors.ts";
import type { TraceEventBody } from "../../schema/events.ts";
import type { Trace } from "../../schema/trace.ts";
import type { LanguageModelPort, ModelQuestion } from "../ports.ts";
import { aDocument, aTrace, cardOf, createScriptedWorld } from "./testing/scripted-world.ts";
import type { Script, ScriptedWorld } from "./testing/scripted-world.ts";
import { traceFrontier } from "./trace-frontier.ts";
import type { TraceFrontierInput } from "./trace-frontier.ts";

const run = async (
  world: ScriptedWorld,
  trace: Trace,
  options: Partial<TraceFrontierInput> = {},
): Promise<{ ended: Trace; events: TraceEventBody[] }> => {
  const events: TraceEventBody[] = [];
  const ended = await traceFrontier({
    ports: world.ports,
    trace,
    emit: (event) => events.push(event),
    signal: new AbortController().signal,
    ...options,
  });
  return { ended, events };
};

const outcomes = (world: ScriptedWorld) =>
  world.commits.map(({ dataset, outcome }) => `${dataset.id} ${outcome}`);
const edgesOf = (world: ScriptedWorld) =>
  [...world.edges.values()].map(({ from, to, status }) => `${from} <- ${to} ${status}`).sort();

const chain = (): Script => ({
  datasets: {
    "acme/rivers": { card: cardOf("acme/lakes") },
    "acme/lakes": { card: cardOf("acme/springs") },
    "acme/springs": { card: "Written by hand." },
  },
});

const SCALE = { inputTokens: 100, outputTokens: 20, cost: 0.5 };
/** A model that answers every question in the way that a test says, and counts. */
const aModel = (
  answer: (question: ModelQuestion<unknown>) => unknown,
): LanguageModelPort & { asked: number } => {
  const model = {
    name: "scripted-model",
    asked: 0,
    ask: async <Answer>(question: ModelQuestion<Answer>) => {
      model.asked += 1;
      const value = question.schema.parse(answer(question as ModelQuestion<unknown>));
      return { kind: "answered" as const, value, usage: SCALE, reused: false };
    },
  };
  return model;
};
const agreeing = ({ user }: ModelQuestion<unknown>) => ({
  verdicts: Object.fromEntries([...user.matchAll(/^(c\d+): "/gm)].map(([, key]) => [key, "inclusion"])),
  additional: [],
});

describe("traceFrontier", () => {
  it("follows accepted sources to the end, depth first, and keeps the quote of each edge", async () => {
    const world = createScriptedWorld(chain());

    const { ended, events } = await run(world, aTrace(["acme/rivers"]));

    expect(ended.state).toBe("finished");
    expect(outcomes(world)).toEqual(["acme/rivers traced", "acme/lakes traced", "acme/springs traced"]);
    expect(edgesOf(world)).toEqual([
      "acme/lakes <- acme/springs accepted",
      "acme/rivers <- acme/lakes accepted",
    ]);
    for (const { document, quote, span } of world.evidence.values()) {
      expect(world.texts.get(document)?.slice(span.start, span.end)).toBe(quote);
    }
    expect(events.map(({ type }) => type)).toEqual([
      "trace-start",
      "dataset-start",
      "document-read",
      "claims-found",
      "edge-decided",
      "dataset-end",
      "dataset-start",
      "document-read",
      "claims-found",
      "edge-decided",
      "dataset-end",
      "dataset-start",
      "document-read",
      "dataset-end",
      "trace-end",
    ]);
    expect(ended.summary).toMatchObject({ datasets: { traced: 3 }, documents: 3, edges: { accepted: 2 } });
  });

  it("goes down one branch before the next", async () => {
    const world = createScriptedWorld({
      datasets: {
        "acme/mix": { card: cardOf("acme/a", "acme/b") },
        "acme/a": { card: cardOf("acme/a1") },
        "acme/a1": { card: "." },
        "acme/b": { card: "." },
      },
    });

    await run(world, aTrace(["acme/mix"]));

    expect(world.commits.map(({ dataset }) => dataset.id)).toEqual([
      "acme/mix",
      "acme/a",
      "acme/a1",
      "acme/b",
    ]);
  });

  it("visits a dataset once, however many are built from it, and ends on a cycle with its edge flagged", async () => {
    const world = createScriptedWorld({
      datasets: { "acme/a": { card: cardOf("acme/b") }, "acme/b": { card: cardOf("acme/a") } },
    });

    const { ended } = await run(world, aTrace(["acme/a"]));

    expect(ended.state).toBe("finished");
    expect(edgesOf(world)).toEqual(["acme/a <- acme/b accepted", "acme/b <- acme/a flagged"]);
  });

  it("traces roots and sources under the Hub's own spelling", async () => {
    const world = createScriptedWorld({
      datasets: { "acme/rivers": { card: cardOf("lakes") }, "acme/lakes": { card: "." } },
      redirects: { "old/rivers": "acme/rivers", lakes: "acme/lakes" },
    });

    const { ended } = await run(world, aTrace(["old/rivers"]));

    expect(ended.roots).toEqual(["acme/rivers"]);
    expect(outcomes(world)).toEqual(["acme/rivers traced", "acme/lakes traced"]);
    expect(world.commits[0]?.aliases).toEqual([{ key: "lakes", datasetId: "acme/lakes", reason: "legacy" }]);
  });

  it.each(["not-found", "gated", "unreachable", "rate-limited"] as const)(
    "keeps the edge to a source that is %s, and says so of its node",
    async (kind) => {
      const script = chain();
      script.datasets["acme/lakes"] = { trouble: { kind, reason: `it is ${kind}` } };
      const world = createScriptedWorld(script);

      const { ended, events } = await run(world, aTrace(["acme/rivers"]));

      expect(ended).toMatchObject({ state: "finished", summary: { datasets: { traced: 1, [kind]: 1 } } });
      expect(edgesOf(world)).toEqual(["acme/rivers <- acme/lakes accepted"]);
      expect(world.nodes.get("acme/lakes")).toMatchObject({ state: kind, stateReason: `it is ${kind}` });
      expect(events).toContainEqual({
        type: "dataset-end",
        dataset: "acme/lakes",
        outcome: kind,
        reason: `it is ${kind}`,
      });
    },
  );

  it("picks up in a later trace what was unreachable in an earlier one", async () => {
    const script = chain();
    script.datasets["acme/lakes"] = { trouble: { kind: "unreachable", reason: "no route" } };
    const world = createScriptedWorld(script);
    await run(world, aTrace(["acme/rivers"]));
    script.datasets["acme/lakes"] = { card: cardOf("acme/springs") };

    await run(world, aTrace(["acme/rivers"], {}, "trace-0002"));

    expect(outcomes(world).slice(2)).toEqual([
      "acme/rivers skipped",
      "acme/lakes traced",
      "acme/springs traced",
    ]);
    expect(edgesOf(world)).toHaveLength(2);
  });

  it("follows what an earlier trace found below a dataset that cannot be reached now", async () => {
    const script = chain();
    script.datasets["acme/springs"] = { trouble: { kind: "unreachable", reason: "no route" } };
    const world = createScriptedWorld(script);
    await run(world, aTrace(["acme/rivers"]));
    script.datasets["acme/lakes"] = { trouble: { kind: "unreachable", reason: "no route" } };
    script.datasets["acme/springs"] = { card: "Written by hand." };

    await run(world, aTrace(["acme/rivers"], {}, "trace-0002"));

    expect(outcomes(world).slice(3)).toEqual([
      "acme/rivers skipped",
      "acme/lakes unreachable",
      "acme/springs traced",
    ]);
    expect(edgesOf(world)).toHaveLength(2);
    expect(world.nodes.get("acme/lakes")?.state).toBe("traced");
  });

  it("reads a dataset again in a later trace when one of its documents could not be read", async () => {
    const resources: Script["resources"] & object = {
      "paper 2401.00001": { kind: "unreachable", reason: "arXiv is down" },
    };
    const script = { ...chain(), resources };
    script.datasets["acme/rivers"] = { card: "Paper: https://arxiv.org/abs/2401.00001" };
    const world = createScriptedWorld(script);
    await run(world, aTrace(["acme/rivers"]));
    expect(world.nodes.get("acme/rivers")?.stateReason).toMatch(/not read: .*arXiv is down/);
    resources["paper 2401.00001"] = [aDocument(cardOf("delta/lakes"), "paper")];

    await run(world, aTrace(["acme/rivers"], {}, "trace-0002"));

    expect(edgesOf(world)).toContain("acme/rivers <- delta/lakes accepted");
    expect(world.nodes.get("acme/rivers")?.stateReason).toBeUndefined();
  });

  it("reads an unchanged dataset again only when it is asked to, or when its card has changed", async () => {
    const script = chain();
    const world = createScriptedWorld(script);
    await run(world, aTrace(["acme/rivers"]));

    await run(world, aTrace(["acme/rivers"], {}, "trace-0002"));
    await run(world, aTrace(["acme/rivers"], {}, "trace-0003"), { refresh: true });
    script.datasets["acme/lakes"] = { card: "Now written by hand." };
    await run(world, aTrace(["acme/rivers"], {}, "trace-0004"));

    expect(outcomes(world).slice(3)).toEqual([
      "acme/rivers skipped",
      "acme/lakes skipped",
      "acme/springs skipped",
      "acme/rivers traced",
      "acme/lakes traced",
      "acme/springs traced",
      "acme/rivers skipped",
      "acme/lakes traced",
    ]);
    expect(edgesOf(world)).toEqual(["acme/rivers <- acme/lakes accepted"]);
  });

  it("records a dataset whose visit throws, and goes on with the others", async () => {
    const world = createScriptedWorld({
      datasets: {
        "acme/mix": { card: cardOf("acme/a", "acme/b") },
        "acme/a": { card: "BOOM" },
        "acme/b": { card: "." },
      },
    });
    const rules: typeof world.ports.rules = (input) => {
      if (input.text.includes("BOOM")) throw new TypeError("no such property");
      return world.ports.rules(input);
    };

    const { ended } = await run(world, aTrace(["acme/mix"]), { ports: { ...world.ports, rules } });

    expect(ended.state).toBe("finished");
    expect(outcomes(world)).toEqual(["acme/mix traced", "acme/a failed", "acme/b traced"]);
    expect(world.commits[1]).toMatchObject({ reason: "its visit failed: no such property" });
  });

  it("breaks off when the store is in trouble, and goes on from there when it is called again", async () => {
    const world = createScriptedWorld(chain());
    const { lineage } = world.ports;
    let broken = true;
    let tries = 0;
    const ports = {
      ...world.ports,
      lineage: {
        ...lineage,
        commit: async (commit: Parameters<typeof lineage.commit>[0]) => {
          if (broken && commit.dataset.id === "acme/lakes") {
            tries += 1;
            throw new AppError("the engine restarts", { code: "ENGINE_UNAVAILABLE", transient: true });
          }
          return lineage.commit(commit);
        },
      },
    };
    const events: TraceEventBody[] = [];

    await expect(
      run(world, aTrace(["acme/rivers"]), { ports, emit: (event) => events.push(event) }),
    ).rejects.toThrow(AppError);
    broken = false;
    const { ended } = await run(world, aTrace(["acme/rivers"]), { ports, resumed: true });

    expect(tries).toBe(3);
    expect(events.at(-1)).toMatchObject({
      type: "trace-end",
      state: "failed",
      reason: "the engine restarts",
    });
    expect(ended.state).toBe("finished");
    expect(outcomes(world)).toEqual(["acme/rivers traced", "acme/lakes traced", "acme/springs traced"]);
  });

  it("stops by signal with what it has, and goes on from the frontier to the same graph", async () => {
    const whole = createScriptedWorld(chain());
    await run(whole, aTrace(["acme/rivers"]));
    const world = createScriptedWorld(chain());
    const controller = new AbortController();

    const { ended } = await run(world, aTrace(["acme/rivers"]), {
      signal: controller.signal,
      emit: ({ type }) => type === "document-read" && world.commits.length === 1 && controller.abort(),
    });
    const resumed = await run(world, aTrace(["acme/rivers"]), { resumed: true });

    expect(ended.state).toBe("stopped");
    expect(resumed.events[0]).toMatchObject({ type: "trace-start", resumed: true });
    expect(resumed.ended.state).toBe("finished");
    expect([...world.edges.keys()].sort()).toEqual([...whole.edges.keys()].sort());
    expect([...world.evidence.keys()].sort()).toEqual([...whole.evidence.keys()].sort());
  });

  it("tells nothing after trace-end, also when it is stopped in the middle of a visit", async () => {
    const world = createScriptedWorld(chain());
    const controller = new AbortController();
    const events: string[] = [];
    const hub = {
      ...world.ports.hub,
      card: async (...parameters: Parameters<typeof world.ports.hub.card>) => {
        controller.abort();
        await new Promise((resolve) => setTimeout(resolve, 20));
        return world.ports.hub.card(...parameters);
      },
    };

    await run(world, aTrace(["acme/rivers"]), {
      ports: { ...world.ports, hub },
      signal: controller.signal,
      emit: ({ type }) => events.push(type),
    });
    await new Promise((resolve) => setTimeout(resolve, 50));

    expect(events.at(-1)).toBe("trace-end");
  });

  describe("budgets", () => {
    it("reads nothing that lies deeper than the depth limit, and finishes", async () => {
      const world = createScriptedWorld(chain());

      const { ended } = await run(world, aTrace(["acme/rivers"], { depth: 1 }));

      expect(outcomes(world)).toEqual(["acme/rivers traced", "acme/lakes traced", "acme/springs skipped"]);
      expect(ended).toMatchObject({
        state: "finished",
        endReason: expect.stringMatching(/^1 datasets lie deeper/),
      });
      expect(world.nodes.get("acme/springs")?.state).toBe("frontier");
    });

    it("goes on below an earlier trace's depth limit when a later one allows it", async () => {
      const world = createScriptedWorld(chain());
      await run(world, aTrace(["acme/rivers"], { depth: 0 }));

      await run(world, aTrace(["acme/rivers"], {}, "trace-0002"));

      expect(edgesOf(world)).toHaveLength(2);
      expect(world.nodes.get("acme/springs")?.state).toBe("traced");
    });

    it("ends cleanly when its datasets are used up, and goes on when it is called again", async () => {
      const world = createScriptedWorld(chain());

      const first = await run(world, aTrace(["acme/rivers"], { datasets: 2 }));
      const second = await run(world, aTrace(["acme/rivers"], { datasets: 2 }));

      expect(first.ended).toMatchObject({
        state: "budget-reached",
        endReason: "the budget of 2 datasets is used up",
      });
      expect(second.ended.state).toBe("finished");
      expect(world.commits).toHaveLength(3);
    });

    it("does not call a trace unfinished that needed exactly its budget", async () => {
      expect(
        (await run(createScriptedWorld(chain()), aTrace(["acme/rivers"], { datasets: 3 }))).ended.state,
      ).toBe("finished");
    });

    it("finishes the dataset in which its documents are used up", async () => {
      const world = createScriptedWorld(chain());

      const { ended } = await run(world, aTrace(["acme/rivers"], { documents: 1 }));

      expect(ended.state).toBe("budget-reached");
      expect(outcomes(world)).toEqual(["acme/rivers traced"]);
    });

    it.each([
      [{ tokens: 200 }, "200 tokens"],
      [{ cost: 0.9 }, "0.9 US dollars"],
    ])("asks the model nothing more once %j is used up", async (budget, limit) => {
      const world = createScriptedWorld(chain());
      const model = aModel(agreeing);

      const { ended } = await run(world, aTrace(["acme/rivers"], budget), {
        ports: { ...world.ports, model },
      });

      expect(model.asked).toBe(2);
      expect(ended).toMatchObject({
        state: "budget-reached",
        endReason: `the budget of ${limit} is used up`,
      });
      expect(ended.summary).toMatchObject({ inputTokens: 200, outputTokens: 40, cost: 1, modelCalls: 2 });
    });

    it("writes nothing of a dataset whose questions could not all be asked", async () => {
      const world = createScriptedWorld({
        datasets: {
          "acme/rivers": { card: `${cardOf("acme/a")}\n\nPaper: https://arxiv.org/abs/2401.00001` },
        },
        resources: { "paper 2401.00001": [aDocument("from Lakes.", "paper")] },
      });
      const model = aModel(agreeing);

      const { ended } = await run(world, aTrace(["acme/rivers"], { tokens: 1 }), {
        ports: { ...world.ports, model },
        settings: { concurrency: 1 },
      });

      expect(ended.state).toBe("budget-reached");
      expect(world.commits).toEqual([]);
    });
  });

  it("counts what was asked, reused, read and sent", async () => {
    const world = createScriptedWorld(chain());
    let requests = 0;
    const model = aModel(agreeing);

    const { ended } = await run(world, aTrace(["acme/rivers"]), {
      ports: {
        ...world.ports,
        model,
        requestsByHost: () => ({ "hub.example": (requests += 3), "old.example": 5 }),
      },
    });

    expect(ended.summary).toMatchObject({
      modelCalls: 3,
      modelAnswersReused: 0,
      inputTokens: 300,
      cost: 1.5,
      requestsByHost: { "hub.example": 3 },
      edges: { accepted: 2, flagged: 0, rejected: 0 },
    });
  });

  it("ends before its first visit when the signal has aborted already", async () => {
    const world = createScriptedWorld(chain());

    const { ended, events } = await run(world, aTrace(["acme/rivers"]), { signal: AbortSignal.abort() });

    expect(ended.state).toBe("stopped");
    expect(events.map(({ type }) => type)).toEqual(["trace-start", "trace-end"]);
  });
});
