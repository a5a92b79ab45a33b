import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { Problem } from "../../../schema/api.ts";
import {
  SavedView,
  SavedViewChange,
  SavedViewDraft,
  SavedViewList,
  SavedViewPath,
  SavedViewRemoval,
} from "../../../schema/saved-view.ts";
import type { SavedViews } from "../../saved-views.ts";

const tags = ["views"];
const config = { role: "reviewer" } as const;

export const viewRoutes =
  (views: SavedViews): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/views",
      {
        schema: {
          tags,
          summary: "All saved views, those that were changed last first",
          response: { 200: SavedViewList, default: Problem },
        },
      },
      async () => ({ items: [...(await views.list())] }),
    );
    app.post(
      "/views",
      {
        config,
        schema: {
          tags,
          summary: "Keep an address of the explorer under a name",
          body: SavedViewDraft,
          response: { 201: SavedView, default: Problem },
        },
      },
      async ({ body, session }, reply) => {
        const view = await views.save(body, session);
        return reply.status(201).header("location", `/api/views/${view.id}`).send(view);
      },
    );
    app.put(
      "/views/:id",
      {
        config,
        schema: {
          tags,
          summary: "Rename a saved view of one's own, or give it another note or address",
          description:
            "`revision` is the one that was seen; a view that was changed since then stays as it is (CONFLICT). An operator may change everybody's.",
          params: SavedViewPath,
          body: SavedViewChange,
          response: { 200: SavedView, default: Problem },
        },
      },
      ({ params, body, session }) => views.change(params.id, body, session),
    );
    app.delete(
      "/views/:id",
      {
        config,
        schema: {
          tags,
          summary: "Remove a saved view of one's own; gives it back once more",
          params: SavedViewPath,
          querystring: SavedViewRemoval,
          response: { 200: SavedView, default: Problem },
        },
      },
      ({ params, query, session }) => views.remove(params.id, query.revision, session),
    );
  };
