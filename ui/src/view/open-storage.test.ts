import { expect, it } from "vitest";
import { openStorage } from "./open-storage.ts";

it("is the browser's own where there is one", () => {
  const own = {
    getItem: (key: string) => `of ${key}`,
    setItem: () => undefined,
    removeItem: () => undefined,
  };

  expect(openStorage(() => own)).toBe(own);
});

it("remembers for the page alone where the browser refuses", () => {
  const storage = openStorage(() => {
    throw new Error("Access is denied for this document");
  });
  expect(storage.getItem("theme")).toBeNull();

  storage.setItem("theme", "dark");

  expect(storage.getItem("theme")).toBe("dark");
  storage.removeItem("theme");
  expect(storage.getItem("theme")).toBeNull();
});
