import { describe, expect, it } from "vitest";
import {
  formatBytes,
  formatConfidence,
  formatDate,
  formatElapsed,
  formatPlural,
  formatRelative,
} from "./format.ts";

const now = new Date("2025-11-24T12:00:00Z");

describe("formats", () => {
  it("writes dates without a place's own order", () => {
    expect(formatDate("2025-11-24T23:30:00Z")).toBe("2025-11-24");
  });

  it.each([
    ["2025-11-24T11:59:50Z", "just now"],
    ["2025-11-24T11:00:00Z", "1 hour ago"],
    ["2025-11-22T12:00:00Z", "2 days ago"],
    ["2023-11-24T12:00:00Z", "2 years ago"],
  ])("says how long ago %s was", (iso, words) => {
    expect(formatRelative(iso, now)).toBe(words);
  });

  it("never rounds doubt away", () => {
    expect(formatConfidence(0.999)).toBe("0.99");
    expect(formatConfidence(1)).toBe("1.00");
    expect(formatConfidence(0)).toBe("0.00");
  });

  it("counts in words", () => {
    expect(formatPlural(1, "source")).toBe("1 source");
    expect(formatPlural(0, "source")).toBe("0 sources");
    expect(formatPlural(12_345, "row")).toBe("12,345 rows");
  });

  it("keeps seconds and hours in their places", () => {
    expect(formatElapsed(65_000)).toBe("1:05");
    expect(formatElapsed(3_725_000)).toBe("1:02:05");
    expect(formatElapsed(-5)).toBe("0:00");
  });

  it("gives bytes a unit", () => {
    expect(formatBytes(999)).toBe("999 B");
    expect(formatBytes(4096)).toBe("4.0 KiB");
  });
});
