import { describe, expect, it, vi } from "vitest";
import { standingIn } from "./earlier-documents.ts";
import { aDocument, aTrace, cardOf, createScriptedWorld } from "./testing/scripted-world.ts";
import type { Script, ScriptedWorld } from "./testing/scripted-world.ts";
import { traceFrontier } from "./trace-frontier.ts";

const run = (world: ScriptedWorld, id: string) =>
  traceFrontier({
    ports: world.ports,
    trace: aTrace(["acme/rivers"], {}, id),
    refresh: true,
    emit: () => undefined,
    signal: new AbortController().signal,
  });

const edgesOf = (world: ScriptedWorld): string[] =>
  [...world.edges.values()].map(({ from, to, status }) => `${from} <- ${to} ${status}`).sort();

describe("a dataset whose documents cannot all be read again", () => {
  it("keeps what a document proved that cannot be read again, until it can", async () => {
    const paper = [aDocument(`${cardOf("delta/lakes")} answers by Oracle.`, "paper")];
    const page = [aDocument(cardOf("delta/ponds"), "github", "https://github.com/acme/rivers")];
    const down = { kind: "unreachable", reason: "no route" } as const;
    const resources: Script["resources"] & object = {
      "paper 2401.00001": paper,
      "github https://github.com/acme/rivers": page,
    };
    const card = "Paper: https://arxiv.org/abs/2401.00001\n\nCode: https://github.com/acme/rivers";
    const world = createScriptedWorld({ datasets: { "acme/rivers": { card } }, resources });
    const again = (id: string) => run(world, id);
    await run(world, "trace-0001");
    const before = edgesOf(world);

    resources["paper 2401.00001"] = down;
    await again("trace-0002");
    const meanwhile = edgesOf(world);
    await again("trace-0003");

    expect(before).toHaveLength(3);
    expect(meanwhile).toEqual(before);
    expect(edgesOf(world)).toEqual(before);
    expect(world.nodes.get("acme/rivers")?.stateReason).toMatch(/not read: .*no route/);

    resources["paper 2401.00001"] = [aDocument("By hand.", "paper")];
    await again("trace-0004");

    expect(edgesOf(world)).toEqual(["acme/rivers <- delta/ponds accepted"]);
    expect(world.nodes.get("acme/rivers")?.stateReason).toBeUndefined();
  });

  it("keeps what a part of a page proved that cannot be read again", async () => {
    const readme = aDocument("Data: docs/data.md", "github", "https://github.com/acme/rivers/README.md");
    const url = "https://github.com/acme/rivers/docs/data.md";
    const data = aDocument(cardOf("delta/lakes"), "github", url);
    const card = "Code: https://github.com/acme/rivers";
    const world = createScriptedWorld({ datasets: { "acme/rivers": { card } } });
    const read = vi
      .spyOn(world.ports.resources, "read")
      .mockResolvedValue({ kind: "found", value: [readme, data] });
    await run(world, "trace-0001");
    read.mockResolvedValue({
      kind: "found",
      value: [readme],
      unread: [{ url, kind: "unreachable", reason: "no route" }],
    });

    await run(world, "trace-0002");

    expect(edgesOf(world)).toEqual(["acme/rivers <- delta/lakes accepted"]);
    expect(world.nodes.get("acme/rivers")?.stateReason).toBe(`not read: ${url}: no route`);
  });

  it("takes away what a document proved that is gone for good", async () => {
    const resources: Script["resources"] & object = {
      "paper 2401.00001": [aDocument(cardOf("delta/lakes"), "paper")],
    };
    const card = "Paper: https://arxiv.org/abs/2401.00001";
    const world = createScriptedWorld({ datasets: { "acme/rivers": { card } }, resources });
    await run(world, "trace-0001");
    resources["paper 2401.00001"] = { kind: "not-found", reason: "withdrawn" };

    await run(world, "trace-0002");

    expect(edgesOf(world)).toEqual([]);
  });
});

describe("standingIn", () => {
  const page = aDocument("Old.", "github", "https://github.com/acme/rivers/blob/HEAD/README.md").document;
  const paper = aDocument("Old.", "paper", "https://arxiv.org/abs/2401.00001v1").document;
  const card = aDocument("Old.").document;

  it("gives documents of the unread kinds alone", () => {
    expect(standingIn([page, paper, card], { unread: new Set(["paper"]), read: [] })).toEqual([paper]);
  });

  it("gives no older copy of what was read again", () => {
    const read = [
      aDocument("New.", "github", page.url).document,
      aDocument("New.", "paper", "https://arxiv.org/abs/2401.00001v2").document,
    ];

    expect(standingIn([page, paper], { unread: new Set(["github", "paper"]), read })).toEqual([]);
  });
});
