import { createHash } from "node:crypto";
import { EdgeId } from "./ids.ts";
import type { EdgeKind } from "./vocabulary.ts";

/** 96 bits: at a billion edges the odds of two meeting are below one in a hundred billion. */
const HEX_DIGITS = 24;

/** The first 96 bits of a hash over the parts, in hex. */
export const shortHash = (...parts: readonly string[]): string =>
  createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, HEX_DIGITS);

/** The id of the edge between two nodes, the same whoever finds it. */
export const toEdgeId = (kind: EdgeKind, from: string, to: string): EdgeId =>
  EdgeId.parse(shortHash(kind, from, to));
