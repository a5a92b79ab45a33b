import { z } from "zod";
import { DIRECTIONS } from "./query-choices.ts";
import { LineageQuery } from "./api.ts";
import { DatasetId } from "./ids.ts";

/** A format that the graph can be written in. */
export const ExportFormatInfo = z
  .object({
    name: z.string(),
    title: z.string(),
    description: z.string(),
    mediaType: z.string(),
    /** Of a file, without a dot. */
    extension: z.string(),
    /** graph: the whole graph or one dataset's surroundings; whole: nothing but the whole; dataset: one dataset must be named. */
    scope: z.enum(["graph", "whole", "dataset"]),
  })
  .meta({ id: "ExportFormatInfo" });

/** A format that can be read in. */
export const ImportFormatInfo = z
  .object({
    name: z.string(),
    title: z.string(),
    description: z.string(),
    /** What it reads; what is sent over HTTP is a file. */
    reads: z.array(z.enum(["file", "folder"])),
  })
  .meta({ id: "ImportFormatInfo" });

export const ExchangeFormats = z
  .object({ exports: z.array(ExportFormatInfo), imports: z.array(ImportFormatInfo) })
  .meta({ id: "ExchangeFormats" });
export type ExchangeFormats = z.infer<typeof ExchangeFormats>;

/** Absent or anything but these two words is refused, rather than taken for a no. */
const Switch = z.enum(["true", "false"]).default("false");

export const ExportQuery = z.object({
  format: z.string().min(1).max(50),
  /** Absent for the whole graph. */
  dataset: DatasetId.optional(),
  direction: z.enum(DIRECTIONS).default("upstream"),
  depth: LineageQuery.shape.depth.default(30),
  status: LineageQuery.shape.status,
  withDocuments: Switch,
  /** Begins the addresses of what has none of its own; ends in "/" or ":". */
  baseUrl: z
    .string()
    .max(300)
    .regex(/^[a-z][a-z0-9+.-]*:[\x21-\x7e]*[/:]$/, { error: "expected an address that ends in / or :" })
    .default("urn:stemma:"),
});

export const ImportQuery = z.object({
  format: z.string().min(1).max(50).default("auto"),
  merge: Switch,
  dryRun: Switch,
});

/** One thing that an import adds or changes, or would with `dryRun`. */
export const ImportChange = z
  .object({
    change: z.enum(["added", "changed", "proposed", "ignored"]),
    /** What it concerns: `owner/name -> owner/name`, a dataset id. */
    subject: z.string(),
    /** What changes, or why nothing does. */
    detail: z.string(),
  })
  .readonly()
  .meta({ id: "ImportChange" });
export type ImportChange = z.infer<typeof ImportChange>;

export const ImportReport = z
  .object({
    format: z.string(),
    dryRun: z.boolean(),
    /** What was written, or would be, by kind: { datasets: 3, derivations: 7 }. */
    counts: z.record(z.string(), z.int()).readonly(),
    /** At most 1,000; `counts` tells of all. */
    changes: z.array(ImportChange).readonly(),
    /** Whole sentences for the person. */
    notes: z.array(z.string()).readonly(),
  })
  .readonly()
  .meta({ id: "ImportReport" });
export type ImportReport = z.infer<typeof ImportReport>;
