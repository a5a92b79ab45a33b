import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { FastifyReply, FastifyRequest } from "fastify";
import { GraphSnapshot, Problem, SnapshotQuery } from "../../../schema/api.ts";
import { GraphOverview, OverviewQuery } from "../../../schema/graph-overview.ts";
import type { SnapshotSource } from "../../ports.ts";
import { markTag } from "../entity-tag.ts";
import { createSnapshotCache, type EncodedSnapshot } from "../snapshot-cache.ts";

export const graphRoutes =
  (source: SnapshotSource): FastifyPluginAsyncZod =>
  async (app) => {
    const { version } = source;
    const snapshotOf = createSnapshotCache<SnapshotQuery>({ version, read: source.snapshot });
    const overviewOf = createSnapshotCache<OverviewQuery>({ version, read: source.overview });
    app.get(
      "/graph",
      {
        // It comes compressed already.
        compress: false,
        schema: {
          tags: ["graph"],
          summary: "The whole graph in columns, ready to draw",
          description:
            "Of more datasets than the limit, those with the most edges: raise the limit, or ask for one domain, one group or one owner. Every dataset has its place in a drawing by layers.",
          querystring: SnapshotQuery,
          response: { 200: GraphSnapshot, default: Problem },
        },
      },
      async (request, reply) => sendEncoded(request, reply, await snapshotOf(request.query)),
    );
    app.get(
      "/graph/overview",
      {
        compress: false,
        schema: {
          tags: ["graph"],
          summary: "The whole graph by groups, for one that is too large to draw",
          description:
            "Without parameters the groups are domains; within a domain they are owners, the largest first and all others as one group that `skip` opens; of an owner it says only how much there is.",
          querystring: OverviewQuery,
          response: { 200: GraphOverview, default: Problem },
        },
      },
      async (request, reply) => sendEncoded(request, reply, await overviewOf(request.query)),
    );
  };

/** What is sent is serialised already, or nothing: the type of the answer is the schema's all the same. */
const sendEncoded = (
  request: FastifyRequest,
  reply: FastifyReply,
  { tag, forms }: EncodedSnapshot,
): never => {
  reply.header("vary", "accept-encoding");
  // Not null: that would be serialised as an answer of its own.
  if (markTag(request, reply, tag)) return reply.send("") as never;
  const form = preferredForm(request.headers["accept-encoding"]);
  if (form !== "identity") reply.header("content-encoding", form);
  reply.type("application/json; charset=utf-8");
  return reply.send(forms[form]) as never;
};

const preferredForm = (accepted: string | undefined): keyof EncodedSnapshot["forms"] => {
  const names = (accepted ?? "").split(",").map((one) => one.trim().toLowerCase());
  const takes = (form: string): boolean =>
    names.some((name) => name.split(";")[0]?.trim() === form && !/;\s*q=0(?:\.0*)?$/.test(name));
  if (takes("br")) return "br";
  return takes("gzip") ? "gzip" : "identity";
};
