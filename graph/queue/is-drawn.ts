import { createHash } from "node:crypto";

interface Draw {
  /** Tells one draw from another: an edge that is drawn for one purpose is not for that reason drawn for the next. */
  readonly seed: string;
  /** 0 to 1. */
  readonly share: number;
}

const BYTES = 6;
const ALL = 2 ** (8 * BYTES);

/** Whether an edge is in a random share of all: the same answer each time, on every machine, whatever other edges there are. */
export const isDrawn = (id: string, { seed, share }: Draw): boolean =>
  createHash("sha256").update(`${seed} ${id}`).digest().readUIntBE(0, BYTES) < share * ALL;
