import type { Registry } from "../../../schema/id-text.ts";
import type { NodeState, Relation } from "../../../schema/vocabulary.ts";

/**
 * Small drawings inside marks, as SVG paths to be stroked with round ends, in a box of 8 around the origin: paths,
 * because not every font has a lock.
 */
export const GLYPHS = {
  dots: "M-2.700 0h.01M0 0h.01M2.700 0h.01",
  lock: "M-2.500-.4H2.500V3.200H-2.500ZM-1.500-.4V-1.800A1.500 1.500 0 0 1 1.500-1.800V-.4",
  cross: "M-2.400-2.400 2.400 2.400M2.400-2.400-2.400 2.400",
  exclamation: "M0-3.200V.600M0 2.900V2.910",
  clock: "M0-3.300A3.300 3.300 0 1 1-.010-3.300ZM0-1.700V.200L1.200 1",
  dash: "M-2.600 0H2.600",
  quotes: "M-1.500-2V.700M1.500-2V.700",
  /** The ring of the mark around it is the globe's outline. */
  globe: "M-5 0H5M0-5C-3.200-2.200-3.200 2.200 0 5C3.200 2.200 3.200-2.200 0-5",
  code: "M-1.700-2.600-4 0-1.700 2.600M1.700-2.600 4 0 1.700 2.600",
  page: "M-2.500-3.400H.900L2.500-1.800V3.400H-2.500ZM-1-.2H1M-1 1.500H1",
  k: "M-1.700-3.300V3.300M2-1.600-1.700 1.300M-.3.200 2.200 3.300",
  question: "M-1.900-1.700C-1.900-4.200 2-4.200 2-1.600C2 .2 0-.1 0 1.400M0 3.300V3.310",
  inside: "M3-2.800H.5A2.800 2.800 0 0 0 .5 2.800H3",
  join: "M-3-2.600C0-2.600 0 0 3 0M-3 2.600C0 2.600 0 0 3 0",
  spark: "M0-3.200V3.200M-3.200 0H3.200M-1.900-1.900 1.900 1.900M1.900-1.900-1.900 1.900",
  rise: "M-2.800 0 0-2.800 2.800 0M-2.800 3.200 0 .4 2.800 3.200",
  drop: "M0-3.400C2.500-.5 2.500 .4 2.500 1A2.500 2.500 0 0 1-2.500 1C-2.500 .4-2.500-.5 0-3.400Z",
  tag: "M-3-2.200H1L3.200 0 1 2.200H-3Z",
} as const;
export type Glyph = keyof typeof GLYPHS;

/** States in which nothing could be, or has been, read: such a node must never look like an ordinary leaf. */
export const STATE_GLYPHS = {
  frontier: "dots",
  gated: "lock",
  "not-found": "cross",
  unreachable: "exclamation",
  "rate-limited": "clock",
  skipped: "dash",
  mentioned: "quotes",
  traced: undefined,
  terminal: undefined,
} as const satisfies Record<NodeState, Glyph | undefined>;

export const REGISTRY_GLYPHS = {
  huggingface: undefined,
  website: "globe",
  github: "code",
  paper: "page",
  kaggle: "k",
  name: "question",
} as const satisfies Record<Registry, Glyph | undefined>;

/** At the middle of an edge, when there is room: how the derived dataset came from its source. */
export const RELATION_GLYPHS = {
  inclusion: "inside",
  fusion: "join",
  synthesis: "spark",
  evolution: "rise",
  distillation: "drop",
  annotation: "tag",
} as const satisfies Record<Relation, Glyph>;
