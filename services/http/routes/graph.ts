import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { GraphSnapshot, Problem, SnapshotQuery } from "../../../schema/api.ts";
import type { SnapshotSource } from "../../ports.ts";
import { markTag } from "../entity-tag.ts";
import { createSnapshotCache, type EncodedSnapshot } from "../snapshot-cache.ts";

export const graphRoutes =
  (source: SnapshotSource): FastifyPluginAsyncZod =>
  async (app) => {
    const snapshotOf = createSnapshotCache(source);
    app.get(
      "/graph",
      {
        // It comes compressed already.
        compress: false,
        schema: {
          tags: ["graph"],
          summary: "The whole graph in columns, ready to draw",
          description:
            "Of more datasets than the limit, those with the most edges: raise the limit, or ask for one domain.",
          querystring: SnapshotQuery,
          response: { 200: GraphSnapshot, default: Problem },
        },
      },
      async (request, reply) => {
        const { tag, forms } = await snapshotOf(request.query);
        // What is sent is serialised already, or nothing: the type of the answer is the schema's all the same.
        reply.header("vary", "accept-encoding");
        // Not null: that would be serialised as an answer of its own.
        if (markTag(request, reply, tag)) return reply.send("" as never);
        const form = preferredForm(request.headers["accept-encoding"]);
        if (form !== "identity") reply.header("content-encoding", form);
        reply.type("application/json; charset=utf-8");
        return reply.send(forms[form] as never);
      },
    );
  };

const preferredForm = (accepted: string | undefined): keyof EncodedSnapshot["forms"] => {
  const names = (accepted ?? "").split(",").map((one) => one.trim().toLowerCase());
  const takes = (form: string): boolean =>
    names.some((name) => name.split(";")[0]?.trim() === form && !/;\s*q=0(?:\.0*)?$/.test(name));
  if (takes("br")) return "br";
  return takes("gzip") ? "gzip" : "identity";
};
