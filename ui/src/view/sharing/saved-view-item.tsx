import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import type { SavedView } from "../../../../schema/saved-view.ts";
import type { NamedNote, SavedViewsStore } from "../../state/saved-views/create-saved-views.ts";
import { exportWords } from "../../words/export-words.ts";
import { useApp } from "../app-context.ts";
import { CopyButton } from "../copy-button.tsx";
import { Icon } from "../icons.tsx";
import { MarkedText } from "../marked-text.tsx";
import { NameText } from "../name-text.tsx";
import { TimeText } from "../time-text.tsx";
import { ViewForm } from "./view-form.tsx";

export interface SavedViewItemProps {
  readonly view: SavedView;
  readonly views: SavedViewsStore;
}

export const SavedViewItem = ({ view, views }: SavedViewItemProps): JSX.Element => {
  const isChanging = useSignal(false);
  const change = useRef<HTMLButtonElement>(null);
  const words = exportWords().views;
  const stop = (): void => {
    isChanging.value = false;
    queueMicrotask(() => change.current?.focus());
  };
  const rename = async (named: NamedNote): Promise<void> => {
    if (await views.rename(view, named)) stop();
  };
  if (isChanging.value) {
    return (
      <li data-saved-view={view.id}>
        <ViewForm
          title={words.renameOf(view.name)}
          submit={words.keep}
          start={{ name: view.name, note: view.note ?? "" }}
          onSubmit={rename}
          onCancel={stop}
        />
      </li>
    );
  }
  return (
    <li data-saved-view={view.id}>
      <div class="saved-view-text">
        <OpenLink view={view} />
        {view.note !== undefined && (
          <p dir="auto">
            <MarkedText text={view.note} />
          </p>
        )}
        <p class="muted">
          {words.by(view.author)}, <TimeText iso={view.updatedAt} />
        </p>
      </div>
      <CopyButton
        text={() => `${location.origin}${view.address}`}
        label={words.linkOf(view.name)}
        icon="link"
      />
      {views.mayChange(view) && (
        <>
          <button
            ref={change}
            type="button"
            class="icon-button"
            aria-label={words.renameOf(view.name)}
            title={words.change}
            onClick={() => (isChanging.value = true)}
          >
            <Icon name="rename" />
          </button>
          <RemoveButton view={view} views={views} />
        </>
      )}
    </li>
  );
};

const RemoveButton = ({ view, views }: SavedViewItemProps): JSX.Element => {
  const words = exportWords().views;
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={words.removeOf(view.name)}
      title={words.removeOf(view.name)}
      onClick={() => void views.remove(view)}
    >
      <Icon name="remove" />
    </button>
  );
};

/** A real link: it can be opened elsewhere, and a plain click stays here. */
const OpenLink = ({ view }: { readonly view: SavedView }): JSX.Element => {
  const { store, sharing } = useApp();
  const open = (event: MouseEvent): void => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    sharing.value = undefined;
    store.navigation.open(view.address);
  };
  return (
    <a href={view.address} onClick={open}>
      <NameText text={view.name} />
    </a>
  );
};
