import type { BenchmarkList } from "../graph/contamination/create-benchmark-list.ts";
import type { Database } from "../graph/database.ts";
import { addEdge } from "../graph/store/edges/add-edge.ts";
import type { AddEdge } from "../graph/store/edges/add-edge.ts";
import { decideEdge } from "../graph/store/edges/decide-edge.ts";
import type { EdgeDecided } from "../graph/store/edges/decide-edge.ts";
import type { DocumentStore } from "../graph/store/documents.ts";
import type { LineageStore } from "../graph/store/lineage.ts";
import type { DecisionReport } from "../schema/contamination.ts";
import type { EdgeAddition, EdgeChange } from "../schema/decision.ts";
import { AppError } from "../schema/errors.ts";
import type { EdgeId } from "../schema/ids.ts";

/** A person's word on edges. `by` is who decides. */
export interface EdgeDecisions {
  /** Fails with NOT_FOUND, INPUT_INVALID or CONFLICT. */
  decide(id: EdgeId, change: EdgeChange, by: string): Promise<DecisionReport>;
  /** Fails with INPUT_INVALID when the quote is not in its document, NOT_FOUND when that was never read, CONFLICT. */
  add(addition: EdgeAddition, by: string): Promise<DecisionReport>;
}

interface DecisionDependencies {
  readonly database: Database;
  readonly store: Pick<LineageStore, "edge" | "places">;
  readonly documents: Pick<DocumentStore, "find" | "text">;
  readonly list: BenchmarkList;
  readonly now: () => Date;
}

export const createEdgeDecisions = (dependencies: DecisionDependencies): EdgeDecisions => {
  const { database, store, documents, list, now } = dependencies;
  const report = async ({ edge, contamination }: EdgeDecided): Promise<DecisionReport> => {
    const detail = await store.edge(edge);
    if (detail === undefined) throw new AppError(`there is no edge ${edge}`, { code: "NOT_FOUND" });
    return { ...detail, contamination };
  };
  return {
    decide: async (id, change, by) =>
      report(await decideEdge(database, { id, change, by, list, now: now(), places: store.places })),
    add: async (addition, by) => {
      const proof = await findQuote(documents, addition);
      const request = { addition, by, list, now: now(), ...(proof === undefined ? {} : { proof }) };
      return report(await addEdge(database, request));
    },
  };
};

/** A quote counts when it stands in its document word for word. */
const findQuote = async (
  documents: DecisionDependencies["documents"],
  { quote }: EdgeAddition,
): Promise<AddEdge["proof"]> => {
  if (quote === undefined) return undefined;
  const document = await documents.find(quote.document);
  if (document === undefined) {
    throw new AppError(`no document ${quote.document} was ever read`, { code: "NOT_FOUND" });
  }
  const start = (await documents.text(quote.document)).indexOf(quote.text);
  if (start < 0) {
    throw new AppError(`the quote does not stand in ${document.url} word for word`, {
      code: "INPUT_INVALID",
      context: { document: quote.document },
    });
  }
  return { document, quote: quote.text, span: { start, end: start + quote.text.length } };
};
