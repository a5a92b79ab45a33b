import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { Problem } from "../../../schema/api.ts";
import {
  BenchmarkReach,
  ContaminationPage,
  ContaminationQuery,
  ContaminationReport,
} from "../../../schema/contamination.ts";
import { DatasetId } from "../../../schema/ids.ts";
import type { ContaminationReader } from "../../contamination.ts";

const tags = ["contamination"];

export const contaminationRoutes =
  (contamination: Pick<ContaminationReader, "list" | "report" | "benchmarks">): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/contamination",
      {
        schema: {
          tags,
          summary: "What can have seen held-out items of a benchmark, by dataset, benchmark and level",
          querystring: ContaminationQuery,
          response: { 200: ContaminationPage, default: Problem },
        },
      },
      ({ query }) => contamination.list(query),
    );
    app.get(
      "/datasets/:id/contamination",
      {
        schema: {
          tags,
          summary: "A dataset's flags, strongest first, with the edges along their ways and what proves them",
          params: z.object({ id: DatasetId }),
          response: { 200: ContaminationReport, default: Problem },
        },
      },
      ({ params }) => contamination.report(params.id),
    );
    app.get(
      "/benchmarks",
      {
        schema: {
          tags,
          summary: "Every benchmark of the list that the graph has, with how many datasets have which level",
          response: { 200: z.object({ items: z.array(BenchmarkReach) }), default: Problem },
        },
      },
      async () => ({ items: [...(await contamination.benchmarks())] }),
    );
  };
