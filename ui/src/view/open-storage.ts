export type PlainStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/**
 * What the browser remembers for the page. Where it lets nothing be remembered (in a frame of somebody else's page, with cookies
 * turned off), or no more (its room is full), it lasts as long as the page.
 */
export const openStorage = (read: () => PlainStorage): PlainStorage => {
  const kept = new Map<string, string>();
  const tried = <Value>(action: (storage: PlainStorage) => Value): Value | undefined => {
    try {
      return action(read());
    } catch {
      return undefined;
    }
  };
  return {
    getItem: (key) => kept.get(key) ?? tried((storage) => storage.getItem(key)) ?? null,
    setItem: (key, value) => {
      kept.set(key, value);
      tried((storage) => storage.setItem(key, value));
    },
    removeItem: (key) => {
      kept.delete(key);
      tried((storage) => storage.removeItem(key));
    },
  };
};
