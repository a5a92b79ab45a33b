/** Counts a commit. A slot is one of several nodes, so that writers of several processes seldom wait for the same one. */
export const COUNT_COMMIT = `
MERGE (v:GraphVersion {slot: $slot})
ON CREATE SET v.commits = 1
ON MATCH SET v.commits = v.commits + 1`;

/** All commits ever counted: grows with each, whichever process made it. */
export const COMMITS = `MATCH (v:GraphVersion) RETURN coalesce(sum(v.commits), 0) AS commits`;
