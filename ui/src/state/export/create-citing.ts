import { computed, effect, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import type { DatasetDetail, DatasetSummary } from "../../../../schema/api.ts";
import type { AppError } from "../../../../schema/errors.ts";
import type { DatasetId } from "../../../../schema/ids.ts";
import { toAppError } from "../resource.ts";
import { type CitationProgress, readCitations, type ReadCitations } from "./read-citations.ts";
import { toBibtex } from "./to-bibtex.ts";
import { toCitationText } from "./to-citation-text.ts";

export type CitingScope = "shown" | "ancestry";
export type CitingFormat = "bibtex" | "text";

export type CitingState =
  | { readonly kind: "finding" }
  | { readonly kind: "reading"; readonly progress: CitationProgress }
  /** `truncated`: the ancestry is larger than one answer. */
  | ({ readonly kind: "ready"; readonly truncated: boolean } & ReadCitations)
  | { readonly kind: "failed"; readonly error: AppError };

export interface CitingDependencies {
  readonly shown: () => readonly DatasetSummary[];
  readonly ancestry: (
    abort: AbortSignal,
  ) => Promise<{ readonly nodes: readonly DatasetSummary[]; readonly truncated: boolean }>;
  readonly detail: (id: DatasetId, abort: AbortSignal) => Promise<Pick<DatasetDetail, "documents">>;
}

export interface Citing {
  readonly scope: Signal<CitingScope>;
  readonly format: Signal<CitingFormat>;
  readonly state: ReadonlySignal<CitingState>;
  /** The list; undefined until it is ready. */
  readonly text: ReadonlySignal<string | undefined>;
  /** Ends the reading; what was read by then is kept. */
  stop(): void;
  retry(): void;
  close(): void;
}

/** A list of references for the time that its dialog is open; another scope is read anew. */
export const createCiting = ({ shown, ancestry, detail }: CitingDependencies): Citing => {
  const scope = signal<CitingScope>("ancestry");
  const format = signal<CitingFormat>("bibtex");
  const state = signal<CitingState>({ kind: "finding" });
  let running = new AbortController();
  let stopping = new AbortController();

  const run = async (wanted: CitingScope): Promise<void> => {
    running.abort();
    stopping.abort();
    const current = new AbortController();
    const stop = new AbortController();
    [running, stopping] = [current, stop];
    const show = (next: CitingState): void => {
      if (!current.signal.aborted) state.value = next;
    };
    show({ kind: "finding" });
    try {
      const { nodes, truncated } =
        wanted === "shown" ? { nodes: shown(), truncated: false } : await ancestry(current.signal);
      const read = await readCitations(nodes, {
        detail,
        onProgress: (progress) => show({ kind: "reading", progress }),
        signal: stop.signal,
      });
      show({ kind: "ready", truncated, ...read });
    } catch (error) {
      show({ kind: "failed", error: toAppError(error) });
    }
  };
  const stopEffect = effect(() => void run(scope.value));
  return {
    scope,
    format,
    state,
    text: computed(() => {
      if (state.value.kind !== "ready") return undefined;
      const { citations } = state.value;
      return format.value === "bibtex" ? toBibtex(citations) : toCitationText(citations);
    }),
    stop: () => stopping.abort(),
    retry: () => void run(scope.peek()),
    close: () => {
      stopEffect();
      running.abort();
      stopping.abort();
    },
  };
};
