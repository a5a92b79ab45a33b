/** How often a trace came to a dataset, or is to come. */
export const COUNT_VISITS = `
MATCH (:Trace)-[v:VISITED|QUEUED]->(:Dataset {id: $id})
RETURN count(v) AS count`;

/** Derivations at a dataset that a publication states. */
export const COUNT_PUBLISHED = `
MATCH (:Dataset {id: $id})-[r:DERIVED_FROM|MAY_DERIVE_FROM]-(:Dataset)
WHERE r.origin CONTAINS '"kind":"published"'
RETURN count(r) AS count`;
