import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { EdgePath, Problem } from "../../../schema/api.ts";
import { DecisionReport } from "../../../schema/contamination.ts";
import { EdgeAddition, EdgeChange } from "../../../schema/decision.ts";
import type { EdgeDecisions } from "../../decisions.ts";

const tags = ["edges"];

export const edgeDecisionRoutes =
  (decisions: EdgeDecisions): FastifyPluginAsyncZod =>
  async (app) => {
    app.patch(
      "/edges/:id",
      {
        config: { role: "reviewer" },
        schema: {
          tags,
          summary: "Accept, reject or edit an edge; gives the edge that stands afterwards",
          description:
            "The edge keeps its id and evidence, unless the edit leads it to another source: then the answer is the new edge. No later trace goes against the decision.",
          params: EdgePath,
          body: EdgeChange,
          response: { 200: DecisionReport, default: Problem },
        },
      },
      ({ params, body, session }) => decisions.decide(params.id, body, session),
    );
    app.post(
      "/edges",
      {
        config: { role: "reviewer" },
        schema: {
          tags,
          summary: "Add a derivation, with a quote of a document that was read, or a note",
          body: EdgeAddition,
          response: { 201: DecisionReport, default: Problem },
        },
      },
      async ({ body, session }, reply) => {
        const report = await decisions.add(body, session);
        return reply.status(201).header("location", `/api/edges/${report.edge.id}`).send(report);
      },
    );
  };
