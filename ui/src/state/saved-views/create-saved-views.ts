import { computed, signal, type ReadonlySignal } from "@preact/signals";
import type { SessionView } from "../../../../schema/api.ts";
import type { AppError } from "../../../../schema/errors.ts";
import type { SavedView } from "../../../../schema/saved-view.ts";
import { createResource, type Resource, toAppError } from "../resource.ts";
import type { ViewsClient } from "./views-client.ts";

/** What became of the last thing that was done. */
export type ViewsOutcome =
  | { readonly kind: "saved" | "changed" | "restored"; readonly view: SavedView }
  /** What was removed can be brought back. */
  | { readonly kind: "removed"; readonly view: SavedView }
  | { readonly kind: "failed"; readonly error: AppError };

export interface NamedNote {
  readonly name: string;
  /** Empty for none. */
  readonly note: string;
}

export interface SavedViewsStore {
  readonly list: Resource<readonly SavedView[]>;
  readonly session: Resource<SessionView>;
  /** Undefined until the service has said who asks. */
  readonly maySave: ReadonlySignal<boolean | undefined>;
  /** Whether somebody may change a view; it is decided by the service, this only spares a refusal. */
  mayChange(view: SavedView): boolean;
  readonly outcome: ReadonlySignal<ViewsOutcome | undefined>;
  readonly isBusy: ReadonlySignal<boolean>;
  /** Each says whether it worked; the list is read again either way, as a refusal may mean that somebody else was first. */
  save(named: NamedNote, address: string): Promise<boolean>;
  rename(view: SavedView, named: NamedNote): Promise<boolean>;
  remove(view: SavedView): Promise<boolean>;
  /** Saves what was removed last once more. */
  restore(): Promise<boolean>;
  close(): void;
}

/** The saved views of the service, for the time that their dialog is open. */
export const createSavedViews = (client: ViewsClient): SavedViewsStore => {
  const list = createResource(signal("views"), (_key, abort) => client.list(abort));
  const session = createResource(signal("session"), (_key, abort) => client.session(abort));
  const outcome = signal<ViewsOutcome | undefined>(undefined);
  const isBusy = signal(false);
  const act = async (work: () => Promise<ViewsOutcome>): Promise<boolean> => {
    // A second press while the first one is under way is a slip.
    if (isBusy.peek()) return false;
    isBusy.value = true;
    try {
      outcome.value = await work();
      return true;
    } catch (error) {
      outcome.value = { kind: "failed", error: toAppError(error) };
      return false;
    } finally {
      isBusy.value = false;
      list.reload();
    }
  };
  return {
    list,
    session,
    outcome,
    isBusy,
    maySave: computed(() => session.value.value && session.value.value.role !== "viewer"),
    mayChange: (view) => {
      const who = session.value.value;
      return (
        who !== undefined &&
        (who.role === "operator" || (who.role === "reviewer" && who.name === view.author))
      );
    },
    save: (named, address) =>
      act(async () => ({ kind: "saved", view: await client.save({ ...toFields(named), address }) })),
    rename: (view, named) =>
      act(async () => {
        const { address, revision } = view;
        const change = { ...toFields(named), address, revision };
        return { kind: "changed", view: await client.change(view, change) };
      }),
    remove: (view) => act(async () => ({ kind: "removed", view: await client.remove(view) })),
    restore: async () => {
      const last = outcome.peek();
      if (last?.kind !== "removed") return false;
      const { name, note, address } = last.view;
      const draft = { name, address, ...(note === undefined ? {} : { note }) };
      return act(async () => ({ kind: "restored", view: await client.save(draft) }));
    },
    close: () => {
      list.close();
      session.close();
    },
  };
};

const toFields = ({ name, note }: NamedNote) => ({
  name: name.trim(),
  ...(note.trim() === "" ? {} : { note: note.trim() }),
});

/** Those whose name, note or author has every word of a text. */
export const findViews = (views: readonly SavedView[], text: string): readonly SavedView[] => {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return views.filter(({ name, note = "", author }) => {
    const all = `${name}\n${note}\n${author}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
};
