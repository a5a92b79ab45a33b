import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { Problem } from "../../../schema/api.ts";
import { CalibrationReport, CalibrationRequest } from "../../../schema/calibration.ts";
import { ReviewStatistics } from "../../../schema/review-statistics.ts";
import type { ReviewLearning } from "../../calibrations.ts";

const tags = ["reviews"];

export const reviewStatisticsRoutes =
  (learning: ReviewLearning): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/reviews/statistics",
      {
        schema: {
          tags,
          summary:
            "Agreement of reviewers, precision of what the program says, and how well its confidences are calibrated",
          response: { 200: ReviewStatistics, default: Problem },
        },
      },
      () => learning.statistics(),
    );
    app.post(
      "/reviews/calibrations",
      {
        config: { role: "operator", cost: "heavy" },
        schema: {
          tags,
          summary:
            "Make confidences agree with what people decided, or put them back; with `preview` tells what that would do",
          description:
            "Only edges that nobody decided on change. With too few labels, or no gain by cross-validation, nothing does, and the answer says why (`applied: false`).",
          body: CalibrationRequest,
          response: { 200: CalibrationReport, default: Problem },
        },
      },
      ({ body, session }) => learning.calibrate(body, session.name),
    );
  };
