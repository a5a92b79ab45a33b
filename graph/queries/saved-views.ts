/** Newest change first. */
export const SAVED_VIEWS = `
MATCH (v:SavedView)
RETURN properties(v) AS properties
ORDER BY v.updatedAt DESC, v.id
LIMIT $limit`;

export const SAVED_VIEW = `MATCH (v:SavedView {id: $id}) RETURN properties(v) AS properties`;

export const COUNT_SAVED_VIEWS = `MATCH (v:SavedView) RETURN count(v) AS count`;

export const MERGE_SAVED_VIEW = `MERGE (v:SavedView {id: $id}) SET v += $properties`;

export const DELETE_SAVED_VIEW = `MATCH (v:SavedView {id: $id}) DELETE v`;
