import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeLabels, type LabelWish } from "./label-placement.ts";

const SCREEN = { width: 800 };
const wishes = fc
  .array(
    fc.record({
      x: fc.integer({ min: 0, max: 800 }),
      y: fc.integer({ min: 0, max: 600 }),
      width: fc.integer({ min: 10, max: 200 }),
      priority: fc.integer({ min: 0, max: 100 }),
      isLeaf: fc.boolean(),
    }),
    { maxLength: 60 },
  )
  .map((items) =>
    items.map(({ x, y, isLeaf, ...rest }, index): LabelWish => ({
      ...rest,
      id: String(index),
      height: 16,
      at: { kind: "mark", x, y, radius: 5, isLeaf },
    })),
  );
const aWish = (id: string, more: Partial<LabelWish> = {}): LabelWish => ({
  id,
  width: 100,
  height: 16,
  priority: 0,
  at: { kind: "mark", x: 300, y: 300, radius: 5, isLeaf: true },
  ...more,
});

const names = (all: readonly LabelWish[]) => placeLabels(all, SCREEN).map(({ id }) => id);

describe("placing labels", () => {
  it("never lays one over another, and cuts none at the sides", () => {
    fc.assert(
      fc.property(wishes, (all) => {
        const placed = placeLabels(all, SCREEN);

        for (const [index, one] of placed.entries()) {
          expect(one.x).toBeGreaterThanOrEqual(0);
          expect(one.x + one.width).toBeLessThanOrEqual(SCREEN.width);
          for (const other of placed.slice(index + 1)) {
            const apart =
              Math.abs(one.y - other.y) >= 16 ||
              one.x + one.width <= other.x ||
              other.x + other.width <= one.x;
            expect(apart).toBe(true);
          }
        }
      }),
    );
  });

  it("asks nobody how wide a text is that has no room at all", () => {
    const walls = [-1, 0, 1].flatMap((column) =>
      [-1, 0, 1].flatMap((row) =>
        column === 0 && row === 0 ? [] : [{ x: 300 + column * 12, y: 300 + row * 12 }],
      ),
    );
    const obstacles = walls.map((place) => ({ kind: "mark", ...place, radius: 6, isLeaf: true }) as const);
    let asked = 0;
    const counting = (id: string): LabelWish => ({
      ...aWish(id),
      get width() {
        asked += 1;
        return 100;
      },
    });

    expect(placeLabels([counting("walled in")], SCREEN, obstacles)).toEqual([]);
    expect(asked).toBe(0);
    expect(placeLabels([counting("free")], SCREEN)).toHaveLength(1);
    expect(asked).toBeGreaterThan(0);
  });

  it("gives the place to the more important one", () => {
    const at = { kind: "points", points: [{ x: 300, y: 300 }] } as const;

    const placed = placeLabels([aWish("low", { at }), aWish("high", { at, priority: 1 })], SCREEN);

    expect(placed.map((label) => label.id)).toEqual(["high"]);
  });

  it("stands right of a leaf, and above a node that has edges on its right", () => {
    const inner = { kind: "mark", x: 300, y: 300, radius: 5, isLeaf: false } as const;

    expect(placeLabels([aWish("leaf")], SCREEN)[0]).toMatchObject({ x: 310, y: 300 });
    expect(placeLabels([aWish("inner", { at: inner })], SCREEN)[0]).toMatchObject({ x: 250, y: 285 });
  });

  it("shortens a label where the whole one does not fit", () => {
    const neighbour = aWish("neighbour", {
      priority: 9,
      at: { kind: "points", points: [{ x: 435, y: 300 }] },
    });
    const crowded = ["above", "below"].map((id, index) =>
      aWish(id, { priority: 9, at: { kind: "points", points: [{ x: 300, y: 284 + index * 32 }] } }),
    );

    const placed = placeLabels([aWish("long"), neighbour, ...crowded], SCREEN);

    expect(placed.find((label) => label.id === "long")).toMatchObject({ x: 310, width: 62 });
  });

  it("places what must be seen even over others", () => {
    const at = { kind: "points", points: [{ x: 300, y: 300 }] } as const;

    const placed = placeLabels(
      [aWish("one", { at, priority: Infinity }), aWish("two", { at, priority: Infinity })],
      SCREEN,
    );

    expect(placed).toHaveLength(2);
  });

  it("leaves room for a letter at the mark's upper right", () => {
    const at = { kind: "mark", x: 300, y: 300, radius: 5, isLeaf: true, hasLetter: true } as const;

    expect(placeLabels([aWish("leaf", { at })], SCREEN)[0]).toMatchObject({ x: 319, y: 300 });
    expect(placeLabels([aWish("inner", { at: { ...at, isLeaf: false } })], SCREEN)[0]).toMatchObject({
      x: 250,
      y: 278,
    });
  });

  it("lets a letter touch its own mark and no other one", () => {
    const letter = aWish("letter", {
      owner: "leaf",
      width: 8,
      height: 11,
      priority: 9,
      at: { kind: "points", points: [{ x: 308, y: 293 }] },
    });
    const above = aWish("above", { at: { kind: "mark", x: 304, y: 290, radius: 5, isLeaf: true } });

    expect(names([letter, aWish("leaf")])).toContain("letter");
    expect(names([letter, aWish("leaf"), above])).not.toContain("letter");
  });

  it("stays on the side where the text stood last", () => {
    const last = { left: 250, right: 350, top: 307, bottom: 323 };

    expect(placeLabels([aWish("leaf", { last })], SCREEN)[0]).toMatchObject({ x: 250, y: 315 });
  });

  it("moves a text above its mark aside to keep it on the screen", () => {
    const at = { kind: "mark", x: 30, y: 300, radius: 5, isLeaf: false } as const;

    expect(placeLabels([aWish("edge", { at })], SCREEN)[0]).toMatchObject({ x: 4, y: 285 });
  });
});
