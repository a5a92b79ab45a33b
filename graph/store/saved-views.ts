import { AppError } from "../../schema/errors.ts";
import { MAX_SAVED_VIEWS, type SavedView, type SavedViewId } from "../../schema/saved-view.ts";
import type { Database, Transaction } from "../database.ts";
import * as queries from "../queries/saved-views.ts";
import { fromSavedView, toNumber, toSavedView } from "../rows.ts";

/**
 * Views that people keep. They lie beside the lineage, joined to nothing: no version of the graph changes with them, no
 * whole-graph file holds them (it says what is known of datasets, and two services may compare theirs), and no rule of
 * `stemma check` speaks of them.
 */
export interface SavedViewStore {
  /** All, those that were changed last first. */
  list(): Promise<readonly SavedView[]>;
  /** Fails with CONFLICT when there are MAX_SAVED_VIEWS already. */
  add(view: SavedView): Promise<SavedView>;
  /**
   * Puts in place of a view what `change` makes of it. Fails with NOT_FOUND, with CONFLICT when it is no longer at `revision`, and
   * with what `change` throws; then nothing is written.
   */
  change(id: SavedViewId, revision: number, change: (view: SavedView) => SavedView): Promise<SavedView>;
  /** Gives what was removed. Fails like change, with what `check` throws. */
  remove(id: SavedViewId, revision: number, check: (view: SavedView) => void): Promise<SavedView>;
}

export const createSavedViewStore = (database: Database): SavedViewStore => ({
  list: async () => {
    const rows = await database.read(queries.SAVED_VIEWS, { limit: MAX_SAVED_VIEWS });
    return rows.map((row) => toSavedView(row["properties"]));
  },
  add: (view) =>
    database.write(async (transaction) => {
      const [row] = await transaction.run(queries.COUNT_SAVED_VIEWS);
      if (toNumber(row?.["count"]) >= MAX_SAVED_VIEWS) {
        throw new AppError(`there are ${MAX_SAVED_VIEWS} saved views, and no more fit; delete some first`, {
          code: "CONFLICT",
        });
      }
      return put(transaction, view);
    }),
  change: (id, revision, change) =>
    database.write(async (transaction) => put(transaction, change(await findAt(transaction, id, revision)))),
  remove: (id, revision, check) =>
    database.write(async (transaction) => {
      const view = await findAt(transaction, id, revision);
      check(view);
      await transaction.run(queries.DELETE_SAVED_VIEW, { id });
      return view;
    }),
});

const put = async (transaction: Transaction, view: SavedView): Promise<SavedView> => {
  await transaction.run(queries.MERGE_SAVED_VIEW, { id: view.id, properties: fromSavedView(view) });
  return view;
};

const findAt = async (transaction: Transaction, id: SavedViewId, revision: number): Promise<SavedView> => {
  const [row] = await transaction.run(queries.SAVED_VIEW, { id });
  if (row === undefined) throw new AppError(`there is no saved view ${id}`, { code: "NOT_FOUND" });
  const view = toSavedView(row["properties"]);
  if (view.revision === revision) return view;
  throw new AppError(`the view ${view.name} was changed meanwhile; look at it again, then decide`, {
    code: "CONFLICT",
    context: { id, revision: view.revision },
  });
};
