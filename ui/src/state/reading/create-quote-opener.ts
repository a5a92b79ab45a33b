import { signal, type ReadonlySignal } from "@preact/signals";
import type { EdgeId } from "../../../../schema/ids.ts";
import type { ApiClient } from "../api-client.ts";
import type { Navigation } from "../navigation.ts";
import { rankEvidence } from "../rank-evidence.ts";
import { toAppError } from "../resource.ts";

/** Why no quote was opened: there is none, or it could not be read. */
export type QuoteProblem =
  | { readonly edge: EdgeId; readonly kind: "none" }
  | { readonly edge: EdgeId; readonly kind: "failed"; readonly why: string };

export interface QuoteOpener {
  /** Shows the quote that proves an edge best, in its document; the selection stays. */
  open(edge: EdgeId): Promise<void>;
  readonly problem: ReadonlySignal<QuoteProblem | undefined>;
}

export const createQuoteOpener = (
  api: Pick<ApiClient, "edge">,
  navigation: Pick<Navigation, "navigate">,
): QuoteOpener => {
  const problem = signal<QuoteProblem | undefined>(undefined);
  let asked: EdgeId | undefined;
  return {
    problem,
    open: async (edge) => {
      asked = edge;
      problem.value = undefined;
      try {
        const detail = await api.edge(edge);
        // Somebody has pressed another one meanwhile.
        if (asked !== edge) return;
        const [best] = rankEvidence(detail.evidence);
        if (best === undefined) problem.value = { edge, kind: "none" };
        else navigation.navigate({ document: { sha256: best.document, evidence: best.id } });
      } catch (error) {
        if (asked === edge) problem.value = { edge, kind: "failed", why: toAppError(error).message };
      }
    },
  };
};
