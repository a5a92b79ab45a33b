/** A relationship's type cannot be a parameter: `types` comes from DERIVATION_TYPES alone. */
export const arcsOf = (types: readonly string[]): string => `
MATCH (d:Dataset)-[r:${types.join("|")}]->(s:Dataset)
RETURN d.id AS from, s.id AS to`;

export const DOMAINS_OF_DATASETS = `
MATCH (d:Dataset)
WHERE d.domains IS NOT NULL
RETURN d.id AS id, d.domains AS domains`;
