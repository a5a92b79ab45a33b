import type { SessionView } from "../../../../schema/api.ts";
import type {
  SavedView,
  SavedViewChange,
  SavedViewDraft,
  SavedViewList,
} from "../../../../schema/saved-view.ts";
import { ask } from "../ask.ts";

/** The service's saved views. Every write has a key of its own, so that one that is sent twice happens once. */
export interface ViewsClient {
  list(signal?: AbortSignal): Promise<readonly SavedView[]>;
  session(signal?: AbortSignal): Promise<SessionView>;
  save(draft: SavedViewDraft): Promise<SavedView>;
  change(view: SavedView, change: SavedViewChange): Promise<SavedView>;
  remove(view: SavedView): Promise<SavedView>;
}

/** @param newKey a random text, another each time */
export const createViewsClient = (send: typeof fetch, newKey: () => string): ViewsClient => {
  const write = (question: { path: string; body?: unknown; method?: "PUT" | "DELETE" }) =>
    ask<SavedView>(send, { ...question, idempotencyKey: newKey() });
  return {
    list: async (signal) => (await ask<SavedViewList>(send, { path: "/api/views", ...asked(signal) })).items,
    session: (signal) => ask<SessionView>(send, { path: "/api/session", ...asked(signal) }),
    save: (draft) => write({ path: "/api/views", body: draft }),
    change: (view, change) => write({ path: pathOf(view), body: change, method: "PUT" }),
    remove: (view) => write({ path: `${pathOf(view)}?revision=${view.revision}`, method: "DELETE" }),
  };
};

const pathOf = ({ id }: SavedView): string => `/api/views/${encodeURIComponent(id)}`;

const asked = (signal: AbortSignal | undefined) => (signal === undefined ? {} : { signal });
