import { AppError } from "../schema/errors.ts";
import {
  type SavedView,
  type SavedViewChange,
  type SavedViewDraft,
  SavedViewId,
} from "../schema/saved-view.ts";
import type { SavedViewStore } from "../graph/store/saved-views.ts";
import type { Session } from "./auth/doorkeeper.ts";

export type Asker = Pick<Session, "name" | "role">;

/** Who may keep, rename and remove views: their author, and an operator, who can clear up after somebody who has left. */
export interface SavedViews {
  list(): Promise<readonly SavedView[]>;
  save(draft: SavedViewDraft, by: Asker): Promise<SavedView>;
  /** Fails with NOT_FOUND, FORBIDDEN when it is somebody else's, CONFLICT when it was changed since `revision`. */
  change(id: SavedViewId, change: SavedViewChange, by: Asker): Promise<SavedView>;
  /** Gives what was removed. Fails like change. */
  remove(id: SavedViewId, revision: number, by: Asker): Promise<SavedView>;
}

interface SavedViewDependencies {
  readonly store: SavedViewStore;
  readonly now: () => Date;
  /** A random UUID. */
  readonly newId: () => string;
}

export const createSavedViews = ({ store, now, newId }: SavedViewDependencies): SavedViews => ({
  list: () => store.list(),
  save: (draft, by) => {
    const at = now().toISOString();
    const id = SavedViewId.parse(newId());
    return store.add({ id, ...draft, author: by.name, createdAt: at, updatedAt: at, revision: 1 });
  },
  change: (id, { revision, ...draft }, by) =>
    store.change(id, revision, (view) => {
      refuseStrangers(view, by);
      const { author, createdAt } = view;
      return { id, ...draft, author, createdAt, updatedAt: now().toISOString(), revision: revision + 1 };
    }),
  remove: (id, revision, by) => store.remove(id, revision, (view) => refuseStrangers(view, by)),
});

const refuseStrangers = ({ name, author }: SavedView, by: Asker): void => {
  if (by.role === "operator" || by.name === author) return;
  throw new AppError(`the view ${name} is ${author}'s; only they or an operator may change it`, {
    code: "FORBIDDEN",
    context: { neededRole: "operator" },
  });
};
