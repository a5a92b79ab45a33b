import { DOMAINS } from "../../schema/vocabulary.ts";
import type { GroupDomain } from "../../schema/graph-group.ts";
import type { WholeGraph } from "./whole-graph.ts";

/** Which datasets are asked for; what is absent asks for all. */
export interface NodeFilter {
  /** About it, whatever else they are about. */
  readonly domain?: (typeof DOMAINS)[number] | undefined;
  /** Of this group alone. */
  readonly within?: GroupDomain | undefined;
  readonly owner?: string | undefined;
}

/** The positions of the nodes that pass, in their order. */
export const pickNodes = ({ nodes, owners }: WholeGraph, filter: NodeFilter): readonly number[] => {
  const owner = filter.owner === undefined ? undefined : owners.indexOf(filter.owner);
  const bit = filter.domain === undefined ? undefined : 2 ** DOMAINS.indexOf(filter.domain);
  const picked: number[] = [];
  for (let node = 0; node < nodes.id.length; node += 1) {
    const domains = nodes.domains[node] ?? 0;
    if (owner !== undefined && nodes.owner[node] !== owner) continue;
    if (bit !== undefined && (domains & bit) === 0) continue;
    if (filter.within !== undefined && groupDomainOf(domains) !== filter.within) continue;
    picked.push(node);
  }
  return picked;
};

/** The group of a dataset with these domains, a sum as WholeGraph has it. */
export const groupDomainOf = (domains: number): GroupDomain => {
  if (domains === 0) return "unknown";
  const isOne = (domains & (domains - 1)) === 0;
  return isOne ? (DOMAINS[Math.log2(domains)] ?? "unknown") : "mixed";
};
