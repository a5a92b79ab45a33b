import { describe, expect, it } from "vitest";
import type { TraceEventBody } from "../../schema/events.ts";
import type { Trace } from "../../schema/trace.ts";
import { aTrace, cardOf, createScriptedWorld } from "./scripted-world.ts";
import type { Script, ScriptedWorld } from "./scripted-world.ts";
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

const CHAIN: Script = {
  datasets: {
    "acme/rivers": { card: cardOf("acme/lakes") },
    "acme/lakes": { card: cardOf("acme/springs") },
    "acme/springs": { card: "Written by hand." },
  },
};

describe("traceFrontier", () => {
  it("follows accepted sources to the end, depth first, and keeps the quote of each edge", async () => {
    const world = createScriptedWorld(CHAIN);

    const { ended, events } = await run(world, aTrace(["acme/rivers"]));

    expect(ended.state).toBe("finished");
    expect(world.commits.map(({ dataset, outcome }) => [dataset.id, outcome])).toEqual([
      ["acme/rivers", "traced"],
      ["acme/lakes", "traced"],
      ["acme/springs", "traced"],
    ]);
    expect([...world.edges.values()].map(({ from, to, status }) => [from, to, status])).toEqual([
      ["acme/rivers", "acme/lakes", "accepted"],
      ["acme/lakes", "acme/springs", "accepted"],
    ]);
    for (const { document, quote, span } of world.evidence.values()) {
      expect(world.texts.get(document)?.slice(span.start, span.end)).toBe(quote);
    }
    expect(events.map(({ type }) => type)).toEqual([
      "trace-start",
      ...["dataset-start", "document-read", "claims-found", "edge-decided", "dataset-end"],
      ...["dataset-start", "document-read", "claims-found", "edge-decided", "dataset-end"],
      ...["dataset-start", "document-read", "dataset-end"],
      "trace-end",
    ]);
    expect(ended.summary).toMatchObject({ datasets: { traced: 3 }, documents: 3, edges: { accepted: 2 } });
  });
});
