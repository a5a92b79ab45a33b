import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { PLAIN_PAGE_HEADERS } from "./security-headers.ts";

/** The parts of our own OpenAPI document that the page shows. */
const OpenApi = z.object({
  info: z.object({ title: z.string(), version: z.string(), description: z.string().default("") }),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        summary: z.string().default(""),
        tags: z.array(z.string()).default([]),
        parameters: z
          .array(
            z.object({
              name: z.string(),
              in: z.string(),
              required: z.boolean().default(false),
              schema: z.record(z.string(), z.unknown()).default({}),
            }),
          )
          .default([]),
      }),
    ),
  ),
});
type OpenApi = z.output<typeof OpenApi>;
type Operation = OpenApi["paths"][string][string];

/** Serves the OpenAPI document and a page to read it, without any script. */
export const registerReference = (api: FastifyInstance): void => {
  api.get("/openapi.json", { schema: { hide: true } }, async () => api.swagger());
  api.get("/", { schema: { hide: true } }, async (_request, reply) =>
    reply.headers(PLAIN_PAGE_HEADERS).send(toPage(OpenApi.parse(api.swagger()))),
  );
};

const toPage = ({ info, paths }: OpenApi): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escape(info.title)} API</title>
<style>
  :root { color-scheme: light dark }
  body { font: 16px/26px system-ui, sans-serif; max-width: 80ch; margin: 48px auto; padding: 0 16px }
  h2 { margin: 32px 0 0; font: 600 15px/24px ui-monospace, monospace; overflow-wrap: anywhere }
  table { border-collapse: collapse; font-size: 14px; line-height: 20px }
  td, th { text-align: left; padding: 4px 16px 4px 0; vertical-align: top }
  code { font: 13px/20px ui-monospace, monospace }
</style>
<h1>${escape(info.title)} API ${escape(info.version)}</h1>
<p>${escape(info.description)} Errors are problem documents (RFC 9457) with a stable <code>code</code>.
The machine-readable description is <a href="/api/openapi.json">openapi.json</a>.
<code>/api/events</code> is a websocket: send <code>{"type":"subscribe","traceId":"...","afterSeq":0}</code>.</p>
${Object.entries(paths).flatMap(toOperations).join("\n")}
</html>`;

const toOperations = ([path, operations]: [string, Record<string, Operation>]): string[] =>
  Object.entries(operations).map(
    ([method, operation]) =>
      `<section><h2>${escape(method.toUpperCase())} ${escape(path)}</h2>\n<p>${escape(operation.summary)}</p>${toTable(operation)}</section>`,
  );

const toTable = ({ parameters }: Operation): string => {
  if (parameters.length === 0) return "";
  const rows = parameters.map(
    (one) =>
      `<tr><td><code>${escape(one.name)}</code><td>${escape(one.in)}${one.required ? ", required" : ""}<td>${escape(toHint(one.schema))}`,
  );
  return `\n<table>${rows.join("\n")}</table>`;
};

const toHint = (schema: Readonly<Record<string, unknown>>): string =>
  ["type", "enum", "default", "minimum", "maximum", "pattern"]
    .filter((key) => schema[key] !== undefined)
    .map((key) => `${key} ${JSON.stringify(schema[key])}`)
    .join(", ");

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
