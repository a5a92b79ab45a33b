import type { Value } from "../../database.ts";

interface WithProperties {
  readonly properties: { readonly [key: string]: Value };
}

/** Items with the names of all their properties, in order. */
export interface PropertyColumns<Item> {
  readonly names: readonly string[];
  readonly items: readonly Item[];
}

/** Nodes and edges have some twenty properties; past this the names alone would fill a statement. */
const MAX_NAMES = 100;

/** Items one after another, cut where their properties together would have too many names for one statement. */
export function* inPropertyColumns<Item extends WithProperties>(
  all: readonly Item[],
): Generator<PropertyColumns<Item>> {
  let names = new Set<string>();
  let items: Item[] = [];
  for (const item of all) {
    const own = Object.keys(item.properties).filter((name) => !names.has(name));
    if (items.length > 0 && names.size + own.length > MAX_NAMES) {
      yield { names: [...names].sort(), items };
      names = new Set(Object.keys(item.properties));
      items = [];
    } else for (const name of own) names.add(name);
    items.push(item);
  }
  if (items.length > 0) yield { names: [...names].sort(), items };
}

/** The values in the order of the names; null where there is none. */
export const valuesOf = (item: WithProperties, names: readonly string[]): readonly Value[] =>
  names.map((name) => item.properties[name] ?? null);
