/** Groups values by key, in the order in which the keys first appear. Node 20 has no `Map.groupBy`. */
export const groupBy = <Key, Value>(
  values: readonly Value[],
  keyOf: (value: Value) => Key,
): ReadonlyMap<Key, readonly Value[]> => {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
};

/** The first value of each key, in order. */
export const uniqueBy = <Value>(
  values: readonly Value[],
  keyOf: (value: Value) => string,
): readonly Value[] => {
  const kept = new Map<string, Value>();
  for (const value of values) if (!kept.has(keyOf(value))) kept.set(keyOf(value), value);
  return [...kept.values()];
};
