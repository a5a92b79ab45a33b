import type { Benchmark } from "../../schema/benchmark.ts";
import { AppError } from "../../schema/errors.ts";
import { toNameId } from "../../schema/ids.ts";

/** Where entries come from. A graph remembers it, so that a program without a list leaves alone what that list marked. */
export interface BenchmarkSource {
  readonly list: string;
  readonly entries: readonly Benchmark[];
}

export type ListedBenchmark = Benchmark & { readonly list: string };

/** The benchmarks that a graph is looked through for. */
export interface BenchmarkList {
  readonly entries: readonly ListedBenchmark[];
  /** The lists that were read. */
  readonly lists: ReadonlySet<string>;
  /** Every id under which a node may be one of them: those given, and the typed ids of names that can mean nothing else. */
  idsOf(entry: Benchmark): readonly string[];
  /** By any of its ids, however their letters are written. */
  withId(id: string): ListedBenchmark | undefined;
  /** By id or name, however it is written. */
  find(text: string): ListedBenchmark | undefined;
}

/** An entry replaces one of an earlier list with the same id. Fails with INPUT_INVALID when two entries share another id. */
export const createBenchmarkList = (sources: readonly BenchmarkSource[]): BenchmarkList => {
  const entries = new Map<string, ListedBenchmark>();
  for (const { list, entries: listed } of sources) {
    for (const entry of listed) entries.set(entry.id.toLowerCase(), { ...entry, list });
  }
  const byId = new Map<string, ListedBenchmark>();
  for (const entry of entries.values()) {
    for (const id of idsOf(entry).map((one) => one.toLowerCase())) {
      const other = byId.get(id);
      if (other !== undefined) throw shared(id, entry, other);
      byId.set(id, entry);
    }
  }
  const withId = (id: string): ListedBenchmark | undefined => byId.get(id.toLowerCase());
  const byName = new Map(
    [...entries.values()].flatMap((entry) =>
      [entry.name, ...entry.names].map((name) => [name.toLowerCase(), entry] as const),
    ),
  );
  return {
    entries: [...entries.values()],
    lists: new Set(sources.map(({ list }) => list)),
    idsOf,
    withId,
    find: (text) => withId(text) ?? byName.get(text.toLowerCase()) ?? withId(toNameId(text)),
  };
};

const idsOf = ({ id, ids, name, names }: Benchmark): readonly string[] => [
  ...new Set([id, ...ids, ...[name, ...names].filter(isTypable).map(toNameId)]),
];

/**
 * Whether an unresolved name means the benchmark and nothing else: a plain word, or one in capitals, may mean anything ("math",
 * "ARC"), and a typed id loses the sign that tells HumanEval+ from HumanEval.
 */
const isTypable = (name: string): boolean =>
  !name.includes("+") && /\d|[\p{L})][ -][\p{L}(]|\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}/u.test(name);

const shared = (id: string, one: ListedBenchmark, other: ListedBenchmark): AppError =>
  new AppError(
    `${one.id} of the ${one.list} list and ${other.id} of the ${other.list} list both claim the id ${id}`,
    {
      code: "INPUT_INVALID",
    },
  );
