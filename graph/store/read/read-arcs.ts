import { z } from "zod";
import { DOMAINS } from "../../../schema/vocabulary.ts";
import type { Domain, Status } from "../../../schema/vocabulary.ts";
import type { Database } from "../../database.ts";
import { DOMAINS_OF_DATASETS, arcsOf } from "../../queries/statistics.ts";
import { DERIVATION_TYPES, toText } from "../../rows.ts";

/** Every derivation of some statuses, without anything but its ends, and what the datasets are about. */
export interface LineageArcs {
  readonly arcs: readonly { readonly from: string; readonly to: string }[];
  readonly domains: ReadonlyMap<string, readonly Domain[]>;
}

const Domains = z.array(z.enum(DOMAINS));

/** Reads the shape of the whole graph: some 40 MB for 300,000 edges. */
export const readArcs = async (database: Database, statuses: readonly Status[]): Promise<LineageArcs> => {
  const types = [...new Set(statuses)].map((status) => DERIVATION_TYPES[status]);
  const [arcs, domains] = await Promise.all([
    database.read(arcsOf(types)),
    database.read(DOMAINS_OF_DATASETS),
  ]);
  return {
    arcs: arcs.map((row) => ({ from: toText(row["from"]), to: toText(row["to"]) })),
    domains: new Map(domains.map((row) => [toText(row["id"]), Domains.parse(row["domains"])])),
  };
};
