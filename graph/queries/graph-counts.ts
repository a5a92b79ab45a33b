const countNodes = (label: string): string => `MATCH (n:${label}) RETURN count(n) AS count`;
const countEdges = (type: string): string => `MATCH ()-[r:${type}]->() RETURN count(r) AS count`;

export const GRAPH_COUNTS = {
  datasets: countNodes("Dataset"),
  documents: countNodes("Document"),
  accepted: countEdges("DERIVED_FROM"),
  flagged: countEdges("MAY_DERIVE_FROM"),
} as const;
