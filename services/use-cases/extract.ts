import { createHash } from "node:crypto";
import { readFile, realpath } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import { z } from "zod";
import { gateClaims } from "../../agents/evidence/gate.ts";
import type { KnownNames, RuleInput } from "../../agents/source-tracing/rules/rule-input.ts";
import { traceByRules } from "../../agents/source-tracing/rules/trace-by-rules.ts";
import { ExtractInput } from "../../schema/api.ts";
import type { ExtractOutput } from "../../schema/api.ts";
import type { Claim } from "../../schema/claim.ts";
import { AppError } from "../../schema/errors.ts";
import { DatasetId, Sha256, toNameId } from "../../schema/ids.ts";
import type { DocumentKind } from "../../schema/vocabulary.ts";
import { mergeClaims } from "./merge-document-claims.ts";

export interface ExtractRequest {
  /** JSONL: one `{"doc": path in the mirror, "target"?: dataset id}` a line; blank lines are skipped. */
  readonly lines: AsyncIterable<string> | Iterable<string>;
  readonly mirrorFolder: string;
  readonly knownNames?: KnownNames;
  /** Number of the first line, which failures count from; default 1. */
  readonly firstLine?: number;
}

/**
 * Reads the claims of single documents, one output for each input line in order, one document in memory at a time.
 * Throws INPUT_INVALID for a broken line or a path outside the mirror, NOT_FOUND for a document that is not there;
 * both name the line.
 */
export async function* extractDocuments(request: ExtractRequest): AsyncGenerator<ExtractOutput> {
  let number = (request.firstLine ?? 1) - 1;
  for await (const line of request.lines) {
    number += 1;
    if (line.trim() === "") continue;
    const input = parseLine(line, number);
    const text = await readInside(request.mirrorFolder, { doc: input.doc, line: number });
    yield extractDocument({ ...input, text, ...(request.knownNames && { knownNames: request.knownNames }) });
  }
}

export interface DocumentToExtract {
  readonly doc: string;
  readonly target?: string | null | undefined;
  readonly text: string;
  readonly knownNames?: KnownNames;
}

/** The claims of one text, as `extract` writes them. */
export const extractDocument = ({ doc, target, text, knownNames }: DocumentToExtract): ExtractOutput => {
  const input: RuleInput = {
    text,
    kind: kindOf(doc),
    target: toTarget(target ?? targetFromPath(doc)),
    ...(knownNames !== undefined && { knownNames }),
  };
  const { proven } = gateClaims({
    document: Sha256.parse(createHash("sha256").update(text).digest("hex")),
    documentKind: input.kind,
    text,
    claims: traceByRules(input).filter(isListed),
  });
  return { doc, ...mergeClaims(proven.map(({ claim }) => claim)) };
};

/** Candidates that were rejected are not written, so nothing of them needs proof. */
const isListed = (claim: Claim): boolean => claim.kind !== "source" || claim.rejected === undefined;

const InputLine = ExtractInput.extend({ target: z.string().nullish() });

const parseLine = (line: string, number: number): z.output<typeof InputLine> => {
  const parsed = InputLine.safeParse(parseJson(line, number));
  if (parsed.success) return parsed.data;
  const fault = z.prettifyError(parsed.error).replaceAll("\n", "; ");
  throw new AppError(`line ${number}: expected {"doc", "target"?}: ${fault}`, {
    code: "INPUT_INVALID",
    context: { line: number },
  });
};

const parseJson = (line: string, number: number): unknown => {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new AppError(`line ${number}: not JSON`, {
      code: "INPUT_INVALID",
      context: { line: number },
      cause,
    });
  }
};

interface DocumentAt {
  readonly doc: string;
  readonly line: number;
}

/** Reads a file below the mirror; neither `..` nor a symbolic link leads out of it. */
const readInside = async (mirrorFolder: string, { doc, line }: DocumentAt): Promise<string> => {
  const root = await realpath(resolve(mirrorFolder));
  const path = resolve(join(root, doc));
  const context = { line, doc };
  if (!path.startsWith(root + sep)) throw outside(context);
  const real = await realpath(path).catch((cause: unknown) => {
    throw notFound(context, cause);
  });
  if (!real.startsWith(root + sep)) throw outside(context);
  return readFile(real, "utf8").catch((cause: unknown) => {
    throw notFound(context, cause);
  });
};

const outside = (context: DocumentAt): AppError =>
  new AppError(`line ${context.line}: ${context.doc} is outside the mirror`, {
    code: "INPUT_INVALID",
    context: { ...context },
  });

const notFound = (context: DocumentAt, cause: unknown): AppError =>
  new AppError(`line ${context.line}: ${context.doc} is not in the mirror`, {
    code: "NOT_FOUND",
    context: { ...context },
    cause,
  });

const kindOf = (doc: string): DocumentKind => {
  if (doc.startsWith("github/")) return "github";
  if (doc.startsWith("arxiv/")) return "paper";
  return doc.startsWith("huggingface/") ? "card" : "blog";
};

const targetFromPath = (doc: string): string => {
  const parts = doc.split("/");
  const [registry = "", ...rest] = parts;
  if (registry === "huggingface") {
    const [owner = "", name = ""] = rest[0] === "datasets" ? rest.slice(1) : rest;
    return owner.startsWith("_") ? name : `${owner}/${name}`;
  }
  if (registry === "github") return `github:${rest.slice(0, 2).join("/")}`;
  if (registry === "arxiv") return `paper:${(rest.at(-1) ?? "").replace(/(?:\.fulltext)?\.md$/, "")}`;
  return doc;
};

const toTarget = (target: string): DatasetId => {
  const id = DatasetId.safeParse(target);
  return id.success ? id.data : toNameId(target);
};
