import type { Layout, Point } from "./layout.ts";

export interface LayoutCache {
  get(hash: string): Layout | undefined;
  set(hash: string, layout: Layout): void;
}

/** Where layouts outlive a reload; a browser's session storage. */
export type LayoutStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** A layout of 500 nodes is about 40 kB as text: twelve of them leave room for others in the 5 MB of a session. */
const MOST_KEPT = 12;
const MOST_NODES = 3_000;
const PREFIX = "stemma.layout.";
const INDEX = `${PREFIX}index`;

/** Layouts by the hash of their graph, the latest used dozen. What storage holds is read as far as it makes sense. */
export const createLayoutCache = (storage?: LayoutStorage): LayoutCache => {
  const kept = new Map<string, Layout>();
  const keep = (hash: string, layout: Layout): void => {
    kept.delete(hash);
    kept.set(hash, layout);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  };
  return {
    get: (hash) => {
      const layout = kept.get(hash) ?? (storage && read(storage, hash));
      if (layout !== undefined) keep(hash, layout);
      return layout;
    },
    set: (hash, layout) => {
      keep(hash, layout);
      if (storage !== undefined && layout.nodes.size <= MOST_NODES) write(storage, hash, layout);
    },
  };
};

const write = (storage: LayoutStorage, hash: string, layout: Layout): void => {
  const hashes = [...indexOf(storage).filter((one) => one !== hash), hash];
  for (const old of hashes.splice(0, Math.max(0, hashes.length - MOST_KEPT)))
    storage.removeItem(PREFIX + old);
  const { kind, columnGap } = layout;
  const text = JSON.stringify({ kind, columnGap, nodes: [...layout.nodes], bends: [...layout.bends] });
  try {
    storage.setItem(PREFIX + hash, text);
    storage.setItem(INDEX, JSON.stringify(hashes));
  } catch {
    // A full storage costs a layout after the next reload, and nothing else.
    storage.removeItem(PREFIX + hash);
  }
};

const indexOf = (storage: LayoutStorage): readonly string[] => {
  const hashes = parse(storage.getItem(INDEX));
  return Array.isArray(hashes) ? hashes.filter((hash): hash is string => typeof hash === "string") : [];
};

const read = (storage: LayoutStorage, hash: string): Layout | undefined => {
  const stored = parse(storage.getItem(PREFIX + hash));
  if (typeof stored !== "object" || stored === null) return undefined;
  const { kind, columnGap, nodes, bends } = stored as Partial<Record<string, unknown>>;
  if (!isList(nodes, isPoint) || !isList(bends, isPoints) || typeof columnGap !== "number") return undefined;
  return {
    kind: kind === "force" ? "force" : "layered",
    columnGap,
    nodes: new Map(nodes),
    bends: new Map(bends),
  };
};

const parse = (text: string | null): unknown => {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
};

const isList = <Value>(
  list: unknown,
  isValue: (value: unknown) => value is Value,
): list is readonly (readonly [string, Value])[] =>
  Array.isArray(list) &&
  list.every((pair) => Array.isArray(pair) && typeof pair[0] === "string" && isValue(pair[1]));

const isPoint = (value: unknown): value is Point => {
  if (typeof value !== "object" || value === null) return false;
  const { x, y } = value as Partial<Record<string, unknown>>;
  return Number.isFinite(x) && Number.isFinite(y);
};

const isPoints = (value: unknown): value is readonly Point[] => Array.isArray(value) && value.every(isPoint);
