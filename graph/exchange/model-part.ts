import type { ModelRole } from "../../schema/vocabulary.ts";

/** What a model in this role did: it wrote what is in the rows, or it only chose among them. */
export const MODEL_PARTS = {
  generator: "wrote",
  answerer: "wrote",
  transformer: "wrote",
  annotator: "wrote",
  judge: "chose",
  filter: "chose",
} as const satisfies Record<ModelRole, "wrote" | "chose">;
