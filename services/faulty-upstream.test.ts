import { describe, expect, test } from "vitest";
import { DatasetId } from "../schema/ids.ts";
import { createClosedNetwork } from "./sources/testing/closed-network.ts";
import { createScriptedUpstream, type ScriptedReply } from "./sources/testing/scripted-upstream.ts";
import {
  anInfo,
  cardPath,
  createScriptedWorld,
  infoPath,
  type RunTrace,
  type ScriptedWorld,
  traceToEnd,
} from "./testing/scripted-world.ts";
import { loadDatasetReport } from "./use-cases/load-dataset-report.ts";
import type { Stemma } from "./main.ts";

const ROOT = "delta/all";
const CARD =
  "# Delta\n\n## Source data\n\nBuilt from [spring](https://huggingface.co/datasets/delta/spring).\n";
const HTML = { "content-type": "text/html; charset=utf-8" };
const PUBLIC = "93.184.216.34";
const HUGE_BYTES = 50_000_000;
/** What a card may have, and what the network's buffers take beyond it. */
const MOST_BYTES = 20_000_000;
/** Of one question; a dataset is asked for when its name is resolved and when it is visited. */
const TRIES = 4;

interface Trouble {
  readonly info?: (id: string) => readonly ScriptedReply[];
  readonly card?: readonly ScriptedReply[];
  /** How the visit ends. */
  readonly outcome: "traced" | "unreachable" | "rate-limited" | "gated" | "not-found";
  readonly reason?: RegExp;
}

const TROUBLES: Readonly<Record<string, Trouble>> = {
  "limited-once": { info: (id) => [tooMany("2"), anInfo(id)], outcome: "traced" },
  limited: { info: () => [tooMany("1")], outcome: "rate-limited", reason: /429/ },
  failing: { info: () => [{ status: 500 }], outcome: "unreachable", reason: /500/ },
  "failing-once": { info: (id) => [{ status: 500 }, anInfo(id)], outcome: "traced" },
  truncated: { card: [{ body: CARD, truncated: true }], outcome: "unreachable", reason: /did not answer/ },
  "truncated-once": { card: [{ body: CARD, truncated: true }, { body: CARD }], outcome: "traced" },
  looping: {
    info: (id) => [{ status: 307, headers: { location: `${infoPath(id)}?again` } }],
    outcome: "unreachable",
    reason: /redirect/,
  },
  "html-for-json": {
    info: () => [{ body: "<html>Sign in</html>", headers: HTML }],
    outcome: "unreachable",
    reason: /text\/html/,
  },
  "html-called-json": {
    info: () => [{ body: "<html></html>", headers: { "content-type": "application/json" } }],
    outcome: "unreachable",
    reason: /not what it was asked for/,
  },
  picture: {
    card: [{ body: "PNG", headers: { "content-type": "image/png" } }],
    outcome: "unreachable",
    reason: /image\/png/,
  },
  huge: { card: [{ endlessBytes: HUGE_BYTES }], outcome: "unreachable", reason: /larger than/ },
  hanging: { info: () => [{ silent: true }], outcome: "unreachable", reason: /no answer within/ },
  reset: { card: [{ reset: true }], outcome: "unreachable", reason: /ECONNRESET|UND_ERR_SOCKET/ },
  gated: {
    card: [{ status: 401, headers: { "x-error-code": "GatedRepo" } }],
    outcome: "gated",
    reason: /GatedRepo/,
  },
  gone: { info: () => [{ status: 404 }], outcome: "not-found", reason: /404/ },
};

function tooMany(seconds: string): ScriptedReply {
  return { status: 429, headers: { "retry-after": seconds } };
}

const idOf = (name: string): string => `delta/${name}`;

const link = (name: string): string => `[${name}](https://huggingface.co/datasets/${idOf(name)})`;

const aTroubledWorld = async (): Promise<ScriptedWorld> => {
  const world = await createScriptedWorld();
  const names = [...Object.keys(TROUBLES), "documented"];
  const links = names.map((name) => `- ${link(name)}`);
  world.addDataset(ROOT, `# All\n\n## Source data\n\nThis dataset was built from:\n\n${links.join("\n")}\n`);
  world.addDataset("delta/spring", "# Spring\n\nWritten by hand.\n");
  for (const [name, { info, card }] of Object.entries(TROUBLES)) {
    world.addDataset(idOf(name), CARD);
    if (info !== undefined) world.upstream.script(infoPath(idOf(name)), ...info(idOf(name)));
    if (card !== undefined) world.upstream.script(cardPath(idOf(name)), ...card);
  }
  return world;
};

const endOf = ({ events }: RunTrace, name: string) =>
  events.find((event) => event.type === "dataset-end" && event.dataset === idOf(name));

const report = ({ lineage }: Stemma, name: string) => loadDatasetReport(lineage, DatasetId.parse(idOf(name)));

describe("a trace over an upstream with every kind of trouble", () => {
  test("ends, tells the kinds apart, keeps what it found, and a later one reads what was missing and nothing else", async () => {
    const world = await aTroubledWorld();
    const { upstream } = world;
    const pages = await createScriptedUpstream();
    const { network } = createClosedNetwork({
      names: { "pages.example.org": [PUBLIC] },
      servers: { [PUBLIC]: pages.origin },
    });
    const sources = { network, limits: { timeoutMs: 400 } };
    world.addDataset(
      idOf("documented"),
      `# Documented\n\n- Paper: [our paper](https://arxiv.org/abs/2401.90001)\n- Repository: [our code](https://github.com/delta/documented)\n- Homepage: [project page](http://pages.example.org/documented)\n`,
    );
    upstream.script("/arxiv/html/2401.90001", tooMany("1"));
    upstream.script("/raw/delta/documented/HEAD/README.md", { status: 503 });
    pages.script("/documented", { body: "PNG", headers: { "content-type": "image/png" } });
    const before = await world.open(sources);

    const first = await traceToEnd(before, ROOT);
    const firstPaths = upstream.paths();
    const reports = new Map<string, Awaited<ReturnType<typeof report>>>();
    for (const name of [...Object.keys(TROUBLES), "documented", "all"])
      reports.set(name, await report(before, name));
    const faults = await before.check();
    await before.close();

    expect(first.trace.state).toBe("finished");
    for (const [name, { outcome, reason }] of Object.entries(TROUBLES)) {
      expect(endOf(first, name), name).toMatchObject({ outcome });
      const { state, stateReason } = reports.get(name)?.dataset ?? {};
      expect(state, name).toBe(outcome);
      if (reason !== undefined) expect(stateReason, name).toMatch(reason);
    }
    const failures = first.events.filter(
      (event) => event.type === "resource-failed" && event.dataset === idOf("documented"),
    );
    expect(failures.map((event) => "outcome" in event && event.outcome).toSorted()).toEqual([
      "rate-limited",
      "unreachable",
      "unreachable",
    ]);
    expect(reports.get("documented")?.dataset.stateReason).toMatch(/not read/);
    expect(reports.get("all")?.sources).toHaveLength(Object.keys(TROUBLES).length + 1);
    expect(faults).toEqual([]);
    expect(upstream.sentBytes()).toBeLessThan(MOST_BYTES);
    expect(firstPaths.filter((path) => path.startsWith(infoPath(idOf("failing"))))).toHaveLength(2 * TRIES);

    for (const name of Object.keys(TROUBLES)) world.addDataset(idOf(name), CARD);
    upstream.script("/arxiv/html/2401.90001", {
      body: `<article class="ltx_document"><h1 class="ltx_title_document">Documented</h1><p class="ltx_p">${"We describe documented. ".repeat(100)}</p></article>`,
      headers: HTML,
    });
    upstream.script("/raw/delta/documented/HEAD/README.md", { body: CARD });
    pages.script("/documented", {
      body: `<p>${"This page describes documented. ".repeat(20)}</p>`,
      headers: HTML,
    });
    const after = await world.open(sources);

    const second = await traceToEnd(after, ROOT);
    const asked = upstream.paths().slice(firstPaths.length);
    await pages.close();

    expect(second.trace.state).toBe("finished");
    for (const [name, { outcome }] of Object.entries(TROUBLES)) {
      expect(endOf(second, name), name).toMatchObject({
        outcome: outcome === "traced" ? "skipped" : "traced",
      });
      expect((await report(after, name)).sources, name).toHaveLength(1);
    }
    expect((await report(after, "documented")).dataset.documents).toHaveLength(4);
    expect((await report(after, "documented")).dataset.stateReason).toBeUndefined();
    const read = [
      "all",
      "spring",
      ...Object.keys(TROUBLES).filter((name) => TROUBLES[name]?.outcome === "traced"),
    ];
    const known = read.flatMap((name) => [infoPath(idOf(name)), cardPath(idOf(name))]);
    expect(asked.filter((path) => known.includes(path.split("?")[0] ?? path))).toEqual([]);
    expect(await after.check()).toEqual([]);
  }, 60_000);

  test("ends when the Hub asks for an hour of quiet, and a later one goes on from what was found", async () => {
    const world = await createScriptedWorld();
    const { upstream } = world;
    world.addDataset(ROOT, `# All\n\n## Source data\n\nBuilt from ${link("one")} and ${link("two")}.\n`);
    upstream.script(infoPath("delta/one"), tooMany("3600"));
    world.addDataset("delta/two", CARD);
    world.addDataset("delta/spring", "# Spring\n\nWritten by hand.\n");
    const before = await world.open();

    const first = await traceToEnd(before, ROOT);
    const asked = upstream.paths().length;
    await before.close();
    world.addDataset("delta/one", CARD);
    const second = await traceToEnd(await world.open(), ROOT);

    expect(first.trace.state).toBe("finished");
    expect(endOf(first, "one")).toMatchObject({ outcome: "rate-limited" });
    expect(endOf(first, "two")).toMatchObject({ outcome: "rate-limited" });
    expect(asked).toBeLessThan(6);
    expect(endOf(second, "one")).toMatchObject({ outcome: "traced" });
    expect(endOf(second, "two")).toMatchObject({ outcome: "traced" });
  });
});
