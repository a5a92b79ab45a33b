/** The server's own clock decides, so that the clocks of the processes need not agree. */
export const TAKE_LEASE = `
MERGE (l:Lease {id: $id})
WITH l
WHERE l.owner IS NULL OR l.owner = $owner OR l.owner IN $gone OR l.until < timestamp()
SET l.owner = $owner, l.until = timestamp() + $durationMs
RETURN l.id AS id`;

export const RENEW_LEASES = `
MATCH (l:Lease)
WHERE l.id IN $ids AND l.owner = $owner
SET l.until = timestamp() + $durationMs`;

export const RELEASE_LEASE = `MATCH (l:Lease {id: $id}) WHERE l.owner = $owner DELETE l`;

export const LIVE_LEASES = `MATCH (l:Lease) WHERE l.until >= timestamp() RETURN l.id AS id, l.owner AS owner`;
