export interface Body {
  readonly x: number;
  readonly y: number;
}

export interface QuadTree {
  /** The sum of pushes by all other bodies, each 1 by the distance; far ones are taken together. */
  push(body: Body): { readonly x: number; readonly y: number };
}

interface Cell {
  /** Middle of the bodies in it. */
  x: number;
  y: number;
  count: number;
  readonly left: number;
  readonly top: number;
  readonly size: number;
  body: Body | undefined;
  parts: (Cell | undefined)[] | undefined;
}

/** A cell that looks smaller than this from a body counts as one body (Barnes and Hut). */
const FAR = 0.9;
/** Bodies on one spot end in one cell instead of an endless split. */
const SMALLEST_CELL = 0.01;
const NEAREST = 1;

export const createQuadTree = (bodies: readonly Body[]): QuadTree => {
  const root = cellAround(bodies);
  for (const body of bodies) add(root, body);
  return {
    push: (body) => {
      let x = 0;
      let y = 0;
      const stack: Cell[] = [root];
      for (let cell = stack.pop(); cell !== undefined; cell = stack.pop()) {
        if (cell.count === 0 || cell.body === body) continue;
        const awayX = body.x - cell.x;
        const awayY = body.y - cell.y;
        const square = Math.max(NEAREST, awayX * awayX + awayY * awayY);
        if (cell.parts === undefined || cell.size * cell.size < FAR * FAR * square) {
          x += (awayX / square) * cell.count;
          y += (awayY / square) * cell.count;
        } else for (const part of cell.parts) if (part !== undefined) stack.push(part);
      }
      return { x, y };
    },
  };
};

const cellAround = (bodies: readonly Body[]): Cell => {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const { x, y } of bodies) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return aCell(left, top, Math.max(right - left, bottom - top, 1) * 1.001);
};

const aCell = (left: number, top: number, size: number): Cell => ({
  x: 0,
  y: 0,
  count: 0,
  left,
  top,
  size,
  body: undefined,
  parts: undefined,
});

const add = (root: Cell, body: Body): void => {
  let cell = root;
  for (;;) {
    cell.x = (cell.x * cell.count + body.x) / (cell.count + 1);
    cell.y = (cell.y * cell.count + body.y) / (cell.count + 1);
    cell.count += 1;
    if (cell.count === 1) {
      cell.body = body;
      return;
    }
    if (cell.size < SMALLEST_CELL) {
      cell.body = undefined;
      return;
    }
    const before = cell.body;
    cell.body = undefined;
    if (before !== undefined) {
      const part = partFor(cell, before);
      part.x = before.x;
      part.y = before.y;
      part.count = 1;
      part.body = before;
    }
    cell = partFor(cell, body);
  }
};

const partFor = (cell: Cell, body: Body): Cell => {
  const half = cell.size / 2;
  const column = body.x >= cell.left + half ? 1 : 0;
  const row = body.y >= cell.top + half ? 1 : 0;
  cell.parts ??= [undefined, undefined, undefined, undefined];
  const known = cell.parts[row * 2 + column];
  if (known !== undefined) return known;
  const part = aCell(cell.left + column * half, cell.top + row * half, half);
  cell.parts[row * 2 + column] = part;
  return part;
};
