import { EXPORT_FORMATS } from "../../graph/exchange/formats.ts";
import { IMPORTERS } from "../../graph/exchange/import-formats.ts";
import type { ExchangeFormats } from "../../schema/exchange.ts";

/** What the graph can be written in and read from, as people and programs are told. */
export const listFormats = (): ExchangeFormats => ({
  exports: EXPORT_FORMATS.map(({ name, title, description, mediaType, extension, scope }) => ({
    name,
    title,
    description,
    mediaType,
    extension,
    scope,
  })),
  imports: IMPORTERS.map(({ name, title, description, reads }) => ({
    name,
    title,
    description,
    reads: [...reads],
  })),
});
