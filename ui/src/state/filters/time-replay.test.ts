import { signal } from "@preact/signals";
import { describe, expect, it } from "vitest";
import { aLineage, filterLineage } from "../../test-data.ts";
import type { ShownLineage } from "../shown-lineage.ts";
import { createNavigation } from "../navigation.ts";
import { DEFAULT_VIEW } from "../view-state.ts";
import { createTimeReplay } from "./time-replay.ts";

const DAYS = ["2024-01-10", "2024-01-25", "2024-03-03", undefined];

/** A lineage of four, one of them without a date, on the 5th of June, with a clock that the test turns. */
const aReplay = (address = "/?dataset=a/root&asof=2024-06-05") => {
  const view = aLineage("a/root", ["a/root>b/one", "a/root>c/two", "a/root>d/three"]);
  const dated = {
    ...view,
    nodes: view.nodes.map((node, index) => {
      const day = DAYS[index];
      return { ...node, ...(day !== undefined && { createdAt: `${day}T10:00:00Z` }) };
    }),
  };
  let at = address;
  let waiting: (() => void) | undefined;
  const delays: number[] = [];
  const navigation = createNavigation({
    read: () => at,
    push: (next) => void (at = next),
    replace: (next) => void (at = next),
    subscribe: () => () => undefined,
  });
  const replay = createTimeReplay({
    placed: signal<ShownLineage | undefined>(filterLineage(dated, DEFAULT_VIEW)),
    navigation,
    after: (delayMs, action) => {
      delays.push(delayMs);
      waiting = action;
      return () => (waiting = undefined);
    },
    now: () => new Date("2024-06-05T12:00:00Z"),
  });
  return {
    replay,
    navigation,
    delays,
    asOf: () => navigation.view.value.filters.asOf,
    tick: () => {
      const due = waiting;
      waiting = undefined;
      due?.();
    },
  };
};

describe("the replay of time", () => {
  it("has a bar for each month up to today, filled up to the shown day", () => {
    const { replay } = aReplay("/?dataset=a/root&asof=2024-01-10");

    expect(replay.bins.value.map(({ shown, all }) => [shown, all])).toEqual([
      [1, 2],
      [0, 0],
      [0, 1],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  it("steps from release to release, and behind the last one to today", () => {
    const { replay, asOf } = aReplay("/?dataset=a/root&asof=2024-01-10");

    const steps = [1, 1, 1, -1, -1, -1, -1] as const;
    const days = steps.map((by) => {
      replay.step(by);
      return asOf();
    });

    expect(days).toEqual([
      "2024-01-25",
      "2024-03-03",
      "2024-06-05",
      "2024-03-03",
      "2024-01-25",
      "2024-01-10",
      "2024-01-10",
    ]);
  });

  it("plays from the first release when it stands at the end, a bar at a time, and stops today", () => {
    const { replay, asOf, tick } = aReplay();

    replay.toggle();
    expect(asOf()).toBe("2024-01-10");
    tick();
    expect(asOf()).toBe("2024-01-25");
    tick();
    expect(asOf()).toBe("2024-03-03");
    expect(replay.isPlaying.value).toBe(true);
    tick();
    expect(asOf()).toBe("2024-06-05");
    expect(replay.isPlaying.value).toBe(false);
  });

  it("goes faster when it is told to", () => {
    const { replay, delays, tick } = aReplay("/?dataset=a/root&asof=2024-01-10");

    replay.toggle();
    replay.speed.value = 4;
    tick();

    expect((delays[0] ?? 0) / (delays[1] ?? 1)).toBe(4);
  });

  it("stops by itself when it is closed, or taken to another day", () => {
    const { replay, navigation, tick, asOf } = aReplay();
    replay.toggle();
    replay.step(1);
    expect(replay.isPlaying.value).toBe(false);

    replay.toggle();
    const { asOf: _day, ...filters } = navigation.view.value.filters;
    navigation.navigate({ filters });
    tick();

    expect(replay.isPlaying.value).toBe(false);
    expect(asOf()).toBeUndefined();
  });

  it("is one step of the history however far it is dragged", () => {
    const { replay, navigation, asOf } = aReplay();

    replay.goTo(3, false);
    replay.goTo(1, true);
    expect(asOf()).toBe("2024-01-31");
    navigation.undo();

    expect(asOf()).toBe("2024-06-05");
  });
});
