import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { DatasetId } from "../../../../schema/ids.ts";
import { RELATIONS } from "../../../../schema/vocabulary.ts";
import type { RuleInput } from "../rule-input.ts";

const GoldSource = z.object({
  name: z.string(),
  hf_id: z.string().nullish(),
  relationship: z.enum(RELATIONS).nullish(),
  certainty: z.enum(["sure", "arguable"]).default("sure"),
});
export type GoldSource = z.infer<typeof GoldSource>;

const GoldLine = z.object({
  doc: z.string(),
  target: z.string().nullish(),
  sources: z.array(GoldSource),
});

/** A labelled document with its text. */
export interface GoldDocument {
  readonly doc: string;
  readonly input: RuleInput;
  readonly sources: readonly GoldSource[];
}

const kindOf = (doc: string): RuleInput["kind"] => {
  if (doc.startsWith("github/")) return "github";
  return doc.startsWith("arxiv/") ? "paper" : "card";
};

/** A card's own id, from its path `huggingface/datasets/OWNER/NAME/README.md`. */
const targetFromPath = (doc: string): string =>
  doc.replace(/^\w+\/(?:datasets\/)?(?:_canonical\/)?/, "").replace(/\/[^/]+$|\.(?:fulltext\.)?md$/, "");

/** Reads labelled documents, one JSON object a line, and their texts below `root`. */
export const readGold = (file: string, root: string): readonly GoldDocument[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const gold = GoldLine.parse(JSON.parse(line));
      const target = DatasetId.safeParse(gold.target ?? targetFromPath(gold.doc));
      return {
        doc: gold.doc,
        sources: gold.sources,
        input: {
          text: readFileSync(join(root, gold.doc), "utf8"),
          kind: kindOf(gold.doc),
          target: target.success ? target.data : DatasetId.parse("name:unknown"),
        },
      };
    });
