import type { JSX } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import { type Citing, createCiting, type CitingState } from "../../state/export/create-citing.ts";
import { toFileName } from "../../state/export/file-name.ts";
import { DEFAULT_VIEW } from "../../state/view-state.ts";
import { exportWords } from "../../words/export-words.ts";
import { useApp, type App } from "../app-context.ts";
import { CopyButton } from "../copy-button.tsx";
import { Failure } from "../failure.tsx";
import { DialogFrame } from "./dialog-frame.tsx";
import { saveFile } from "./save-file.ts";

/** As deep as the service walks. */
const DEEPEST = 30;

/** A list of references of what is shown, or of the whole ancestry. */
export const CiteDialog = (): JSX.Element => {
  const app = useApp();
  const citing = useMemo(() => openCiting(app), [app]);
  useEffect(() => citing.close, [citing]);
  const words = exportWords().cite;
  const shown = app.store.shown.value?.nodes.length ?? 0;
  return (
    <DialogFrame title={words.title}>
      <p class="muted">{words.hint}</p>
      <fieldset class="choices">
        <legend>{words.of}</legend>
        {(["ancestry", "shown"] as const).map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="cite-scope"
              checked={citing.scope.value === one}
              onChange={() => (citing.scope.value = one)}
            />
            {one === "ancestry" ? words.ancestry : words.shown(shown)}
          </label>
        ))}
      </fieldset>
      <fieldset class="choices">
        <legend>{words.format}</legend>
        {(["bibtex", "text"] as const).map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="cite-format"
              checked={citing.format.value === one}
              onChange={() => (citing.format.value = one)}
            />
            {words[one]}
          </label>
        ))}
      </fieldset>
      <CiteState citing={citing} />
      <CiteList citing={citing} root={app.store.view.value.root} />
    </DialogFrame>
  );
};

const openCiting = ({ store }: App): Citing => {
  const { root, others } = store.view.peek();
  return createCiting({
    shown: () => store.shown.peek()?.nodes ?? [],
    ancestry: async (abort) => {
      if (root === undefined) return { nodes: [], truncated: false };
      const { statuses } = DEFAULT_VIEW;
      return store.api.lineage({ root, others, direction: "upstream", depth: DEEPEST, statuses }, abort);
    },
    detail: (id, abort) => store.api.dataset(id, abort),
  });
};

const CiteState = ({ citing }: { readonly citing: Citing }): JSX.Element => {
  const state = citing.state.value;
  const words = exportWords().cite;
  if (state.kind === "failed") {
    return <Failure error={state.error} what={words.what} onRetry={citing.retry} />;
  }
  return (
    <div class="cite-state" role="status">
      {state.kind === "reading" && (
        <>
          <progress value={state.progress.done} max={state.progress.of} aria-label={words.list} />
          <button type="button" class="button" onClick={citing.stop}>
            {words.stop}
          </button>
        </>
      )}
      <span class="muted tabular">{sayState(state)}</span>
    </div>
  );
};

const sayState = (state: Exclude<CitingState, { kind: "failed" }>): string => {
  const words = exportWords().cite;
  if (state.kind === "finding") return words.findingAncestors;
  if (state.kind === "reading") return words.reading(state.progress.done, state.progress.of);
  const { citations, missing, stopped, truncated } = state;
  const without = citations.filter(({ revision }) => revision === undefined).length;
  return [
    words.ready(citations.length),
    stopped ? words.stopped(without) : "",
    missing > 0 ? words.missing(missing) : "",
    truncated ? words.truncated(citations.length) : "",
  ]
    .filter((part) => part !== "")
    .join(" · ");
};

interface CiteListProps {
  readonly citing: Citing;
  readonly root: string | undefined;
}

const CiteList = ({ citing, root }: CiteListProps): JSX.Element | null => {
  const text = citing.text.value;
  const words = exportWords().cite;
  if (text === undefined) return null;
  const save = (): void => {
    const isBibtex = citing.format.peek() === "bibtex";
    const type = isBibtex ? "application/x-bibtex" : "text/plain";
    saveFile(
      new Blob([text], { type: `${type};charset=utf-8` }),
      toFileName(root, isBibtex ? "bib" : "references.txt"),
    );
  };
  return (
    <>
      <textarea class="mono sharing-text" readOnly rows={12} aria-label={words.list} value={text} />
      <div class="sharing-buttons">
        <CopyButton text={() => text} label={words.copy} showsLabel />
        <button type="button" class="button" onClick={save}>
          {words.save}
        </button>
      </div>
    </>
  );
};
