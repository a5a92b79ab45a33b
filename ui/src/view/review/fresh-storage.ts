import { openStorage, type PlainStorage } from "../open-storage.ts";

/** What all tabs of the browser share: read anew each time, since another tab may have written meanwhile. */
export const freshStorage = (read: () => PlainStorage): PlainStorage => {
  const kept = openStorage(read);
  return {
    ...kept,
    getItem: (key) => openStorage(read).getItem(key) ?? (isReadable(read) ? null : kept.getItem(key)),
  };
};

const isReadable = (read: () => PlainStorage): boolean => {
  try {
    read().getItem("");
    return true;
  } catch {
    return false;
  }
};
