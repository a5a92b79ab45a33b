import { z } from "zod";
import { AppError } from "../../../schema/errors.ts";
import type { DocumentKind, Domain, Relation } from "../../../schema/vocabulary.ts";

/** The published names of the relations, in lower case. */
const RELATION_NAMES: Readonly<Record<string, Relation>> = {
  "direct inclusion/subset": "inclusion",
  "structured fusion": "fusion",
  "synthetic generation": "synthesis",
  "semantic evolution": "evolution",
  "cot distillation": "distillation",
};

const DOCUMENT_NAMES: Readonly<Record<string, DocumentKind>> = {
  "huggingface readme": "card",
  github: "github",
  blog: "blog",
  paper: "paper",
};

const DOMAIN_NAMES: Readonly<Record<string, Domain>> = {
  math: "math",
  code: "code",
  science: "science",
  general: "general",
  reasoning: "reasoning",
  spatial: "spatial",
  infographic: "infographic",
};

/** An unknown name fails, naming it: a silent default would put a wrong fact into the graph. */
const named = <Value>(table: Readonly<Record<string, Value>>, what: string) =>
  z.string().transform((text, context): Value => {
    const value = table[text.trim().toLowerCase()];
    if (value !== undefined) return value;
    context.addIssue({ code: "custom", message: `unknown ${what} ${JSON.stringify(text)}` });
    return z.NEVER;
  });

const Month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/);
const optionalMonth = z.union([Month, z.literal(""), z.null()]).optional();

/** A line of `*-graph.jsonl`; `meta_info` is JSON inside a string. */
export const PublishedEdgeRow = z.object({
  target: z.string().min(1),
  source: z.string().min(1),
  meta_info: z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: "custom", message: "meta_info is not JSON" });
        return z.NEVER;
      }
    })
    .pipe(
      z.object({
        /** Kinds of document, joined with "; ", one as often as it was read. */
        source: z
          .string()
          .default("")
          .transform((text) => text.split(";").filter((part) => part.trim() !== ""))
          .pipe(z.array(named(DOCUMENT_NAMES, "document type"))),
        confidence: z.number().min(0).max(1),
        relationship: named(RELATION_NAMES, "relationship"),
        /** Quotes, joined with " || "; looked at, and never kept. */
        evidence: z.string().default(""),
        exists: z.boolean(),
      }),
    ),
});
export type PublishedEdgeRow = z.output<typeof PublishedEdgeRow>;

/** A line of `*-data.jsonl`. Descriptions and summaries are not even read. */
export const PublishedDatasetRow = z.object({
  name: z.string().min(1),
  categories: z.array(named(DOMAIN_NAMES, "category")).default([]),
  hf_year: optionalMonth,
  paper_year: optionalMonth,
  data_type: z.enum(["synthetic", "manual", ""]).default(""),
  exists_on_hf: z.string().nullish(),
  terminal_reason: z.string().nullish(),
  downloads: z.int().min(0).nullish(),
});
export type PublishedDatasetRow = z.output<typeof PublishedDatasetRow>;

/** Parses JSON lines; fails with INPUT_INVALID, naming file and line, at the first that is not as expected. */
export const parseLines = <Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  file: string,
): readonly z.output<Schema>[] =>
  text.split("\n").flatMap((line, index) => {
    if (line.trim() === "") return [];
    const parsed = schema.safeParse(parseJson(line));
    if (parsed.success) return [parsed.data];
    const [issue] = parsed.error.issues;
    const where = issue === undefined || issue.path.length === 0 ? "" : ` ${issue.path.join(".")}:`;
    throw new AppError(`${file}, line ${index + 1}:${where} ${issue?.message ?? "not as expected"}`, {
      code: "INPUT_INVALID",
      context: { file, line: index + 1 },
    });
  });

const parseJson = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    // The schema refuses it with the line's number.
    return undefined;
  }
};
