import { expect, it } from "vitest";
import { openStorage, type PlainStorage } from "./open-storage.ts";

const aStorage = (...refused: readonly (keyof PlainStorage)[]): PlainStorage => {
  const values = new Map([["theme", "light"]]);
  const check = (name: keyof PlainStorage): void => {
    if (refused.includes(name)) throw new Error("Access is denied for this document");
  };
  return {
    getItem: (key) => {
      check("getItem");
      return values.get(key) ?? null;
    },
    setItem: (key, value) => {
      check("setItem");
      values.set(key, value);
    },
    removeItem: (key) => {
      check("removeItem");
      values.delete(key);
    },
  };
};

it("is the browser's own where there is one", () => {
  const own = aStorage();
  const storage = openStorage(() => own);
  expect(storage.getItem("theme")).toBe("light");

  storage.setItem("theme", "dark");

  expect(own.getItem("theme")).toBe("dark");
  storage.removeItem("theme");
  expect(own.getItem("theme")).toBeNull();
});

it.each([
  [
    "itself",
    (): PlainStorage => {
      throw new Error("Access is denied for this document");
    },
  ],
  ["every access", () => aStorage("getItem", "setItem", "removeItem")],
])("remembers for the page alone where the browser refuses %s", (_what, read) => {
  const storage = openStorage(read);
  expect(storage.getItem("theme")).toBeNull();

  storage.setItem("theme", "dark");

  expect(storage.getItem("theme")).toBe("dark");
  storage.removeItem("theme");
  expect(storage.getItem("theme")).toBeNull();
});

it("has what was set last where the browser's room is full", () => {
  const storage = openStorage(() => aStorage("setItem"));

  storage.setItem("theme", "dark");

  expect(storage.getItem("theme")).toBe("dark");
});
