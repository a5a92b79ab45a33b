import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { BenchmarkList } from "../../../graph/contamination/create-benchmark-list.ts";
import type { Database } from "../../../graph/database.ts";
import { createDocumentStore } from "../../../graph/store/documents.ts";
import { createLineageStore } from "../../../graph/store/lineage.ts";
import type { GraphRecord } from "../../../graph/store/read/read-graph.ts";
import { DERIVATION_TYPES } from "../../../graph/rows.ts";
import { readEventFile } from "../../event-file.ts";
import { recordsOfImport } from "./import-file.ts";
import type { WriteLog } from "./write-log.ts";

interface Written {
  readonly database: Database;
  /** The service's data folder. */
  readonly data: string;
  readonly benchmarks: BenchmarkList;
}

/** What the graph lacks of what was acknowledged, and what it has by half; empty when it survived. */
export const findLosses = async (written: Written, log: WriteLog): Promise<readonly string[]> => {
  const { database, data, benchmarks } = written;
  const store = createLineageStore(database, { benchmarks });
  const names = new Set<string>();
  const edges = new Map<string, string>();
  for await (const record of store.records()) {
    names.add(nameOf(record));
    if (record.kind === "relationship") edges.set(String(record.properties["id"]), record.type);
  }
  // As every start does: marks follow an import in a write of their own, which a kill may come before.
  await store.applyBenchmarks();
  const faults = await store.faults(createDocumentStore({ folder: join(data, "documents") }));
  const flags = await store.recomputeContamination();
  const staleFlags = flags.added + flags.changed + flags.removed;
  return [
    ...importLosses(names, log),
    ...decisionLosses(edges, log),
    ...[...log.traces].filter((id) => !names.has(`Trace ${id}`)).map((id) => `trace ${id} is lost`),
    ...(await visitLosses(names, join(data, "events"))),
    ...faults.map(({ rule, subject, detail }) => `fault ${rule} ${subject}: ${detail}`),
    ...(staleFlags === 0 ? [] : [`${staleFlags} flags of contamination are not what the edges say`]),
  ];
};

const nameOf = (record: GraphRecord): string => {
  if (record.kind === "node") return `${record.label} ${record.key}`;
  const { from, type, to, properties } = record;
  const said = type === "VISITED" ? ` ${String(properties["outcome"])}` : "";
  return `${from.key} ${DERIVATIONS.includes(type) ? "derives" : type} ${to.key}${said}`;
};

/** A decision changes an edge's type and leaves it there. */
const DERIVATIONS: readonly string[] = Object.values(DERIVATION_TYPES);

const importLosses = (names: ReadonlySet<string>, { imports }: WriteLog): readonly string[] =>
  [...imports.asked].flatMap((name) => {
    const own = recordsOfImport(name).filter((record) => nameOf(record).includes(`${name}/`));
    const there = own.filter((record) => names.has(nameOf(record))).length;
    if (there === own.length || (there === 0 && !imports.done.has(name))) return [];
    const promise = imports.done.has(name) ? "acknowledged" : "not acknowledged";
    return [`${name}, ${promise}: ${there} of ${own.length} records`];
  });

const decisionLosses = (edges: ReadonlyMap<string, string>, { decisions }: WriteLog): readonly string[] =>
  [...decisions].flatMap(([edge, { done, asked }]) => {
    const found = edges.get(edge);
    const possible = [done, asked].filter((verdict) => verdict !== undefined);
    if (done === undefined || possible.some((verdict) => DERIVATION_TYPES[verdict] === found)) return [];
    return [`edge ${edge} was ${done}, and is ${found ?? "gone"}`];
  });

/** A visit that an event tells of was committed before: whoever saw the event believes so. */
const visitLosses = async (names: ReadonlySet<string>, folder: string): Promise<readonly string[]> => {
  const losses: string[] = [];
  for (const file of await readdir(folder).catch(() => [])) {
    for await (const event of readEventFile(join(folder, file), 0)) {
      if (event.type !== "dataset-end") continue;
      const visited = `${event.traceId} VISITED ${event.movedTo ?? event.dataset} ${event.outcome}`;
      if (!names.has(visited)) losses.push(`the visit ${visited} is lost`);
    }
  }
  return losses;
};
