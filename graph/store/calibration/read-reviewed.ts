import type { Derivation } from "../../../schema/edge.ts";
import type { ReviewEntry } from "../../../schema/review.ts";
import type { Transaction } from "../../database.ts";
import { TRACED_OR_DECIDED } from "../../queries/calibration.ts";
import { toEdge } from "../../rows.ts";
import { readLog } from "../review/read-log.ts";

/** What there is to learn from. */
export interface Reviewed {
  /** Derivations that a trace found or a person decided on, as they are now. */
  readonly edges: readonly Derivation[];
  /** Decisions of the log, the earliest first, with whether they count at present. */
  readonly decisions: readonly ReviewEntry[];
}

/** Entries of one page of the log. */
const PAGE = 500;

export const readReviewed = async (reader: Pick<Transaction, "run">): Promise<Reviewed> => {
  const edges = (await reader.run(TRACED_OR_DECIDED)).map(toEdge);
  const decisions: ReviewEntry[] = [];
  for (let after: number | undefined = 0; after !== undefined;) {
    const page = await readLog(reader, { kind: "decided", after, limit: PAGE });
    decisions.push(...page.items);
    after = page.next;
  }
  return { edges: edges.filter((edge) => edge.kind === "derivation"), decisions };
};
