export type PlainStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/**
 * What the browser remembers for the page; where it lets nothing be remembered (in a frame of somebody else's page, with cookies
 * turned off), it lasts as long as the page.
 */
export const openStorage = (read: () => PlainStorage): PlainStorage => {
  try {
    const storage = read();
    storage.getItem("");
    return storage;
  } catch {
    const kept = new Map<string, string>();
    return {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    };
  }
};
