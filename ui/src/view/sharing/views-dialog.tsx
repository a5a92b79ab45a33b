import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import { createSavedViews, type SavedViewsStore } from "../../state/saved-views/create-saved-views.ts";
import { createViewsClient } from "../../state/saved-views/views-client.ts";
import { formatView } from "../../state/view-url.ts";
import { exportWords } from "../../words/export-words.ts";
import { useApp } from "../app-context.ts";
import { randomId } from "../random-id.ts";
import { DialogFrame } from "./dialog-frame.tsx";
import { ViewForm } from "./view-form.tsx";
import { ViewsList } from "./views-list.tsx";
import { ViewsOutcomeNote } from "./views-outcome-note.tsx";

export interface ViewsDialogProps {
  /** Opened to save the view that is shown. */
  readonly isSaving: boolean;
}

/** The saved views of the service, and a form to save the one that is shown. */
export const ViewsDialog = ({ isSaving }: ViewsDialogProps): JSX.Element => {
  const { service } = useApp();
  const views = useMemo(() => createSavedViews(createViewsClient(service.send, randomId)), [service]);
  useEffect(() => views.close, [views]);
  const words = exportWords().views;
  return (
    <DialogFrame title={words.title}>
      <SavePart views={views} isOpen={isSaving} />
      <ViewsOutcomeNote views={views} />
      <ViewsList views={views} />
    </DialogFrame>
  );
};

interface SavePartProps {
  readonly views: SavedViewsStore;
  readonly isOpen: boolean;
}

const SavePart = ({ views, isOpen }: SavePartProps): JSX.Element => {
  const { store } = useApp();
  const isSaving = useSignal(isOpen);
  const words = exportWords().views;
  if (views.maySave.value === false) return <p class="muted">{words.mayNot}</p>;
  if (!isSaving.value) {
    return (
      <button type="button" class="button" onClick={() => (isSaving.value = true)}>
        {words.saveThis}
      </button>
    );
  }
  // Written anew: what is in the address bar may be an older spelling of the view.
  const save = async (named: { readonly name: string; readonly note: string }): Promise<void> => {
    if (await views.save(named, formatView(store.view.peek()))) isSaving.value = false;
  };
  return (
    <ViewForm
      title={words.saveTitle}
      submit={views.isBusy.value ? words.saving : words.save}
      start={{ name: suggestName(store.view.value), note: "" }}
      onSubmit={save}
      onCancel={() => (isSaving.value = false)}
    />
  );
};

const suggestName = ({ root, page }: { readonly root?: string; readonly page: string }): string =>
  page === "explore" ? (root ?? "") : page;
