import type { Edge } from "../../../schema/edge.ts";
import { AppError } from "../../../schema/errors.ts";
import type { EdgeFilter } from "../../../schema/review-batch.ts";
import type { Transaction } from "../../database.ts";
import { edgesMatching } from "../../queries/reviews.ts";
import { DERIVATION_TYPES, toEdge } from "../../rows.ts";
import { matchesFilter } from "./matches-filter.ts";

/** Edges that are looked through for one filter; 50,000 are some 40 MB. */
const MAX_READ = 50_000;

/** The edges that have what a filter asks for, by their ends. Fails with INPUT_INVALID when it leaves too many to look through. */
export const findEdges = async (
  reader: Pick<Transaction, "run">,
  filter: EdgeFilter,
): Promise<readonly Edge[]> => {
  const { from, to, decided, contradicted, least = 0, most = 1 } = filter;
  const types = typesOf(filter);
  if (types.length === 0) return [];
  const conditions = { from: from !== undefined, to: to !== undefined, decided, contradicted };
  const rows = await reader.run(edgesMatching(types, conditions), {
    least,
    most,
    limit: MAX_READ + 1,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  });
  if (rows.length > MAX_READ) {
    throw new AppError(`the filter leaves more than ${MAX_READ} edges to look through; narrow it`, {
      code: "INPUT_INVALID",
    });
  }
  return rows.map(toEdge).filter((edge) => matchesFilter(edge, filter));
};

const typesOf = ({ statuses, kinds }: EdgeFilter): readonly string[] => {
  const has = (kind: Edge["kind"]): boolean => kinds === undefined || kinds.includes(kind);
  return [
    ...(has("derivation") ? statuses.map((status) => DERIVATION_TYPES[status]) : []),
    ...(has("model-use") ? ["MADE_WITH"] : []),
    ...(has("clearing") ? ["CLEARED_AGAINST"] : []),
  ];
};
