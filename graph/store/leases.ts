import type { Database } from "../database.ts";
import { LIVE_LEASES, RELEASE_LEASE, RENEW_LEASES, TAKE_LEASE } from "../queries/leases.ts";
import { toText } from "../rows.ts";

export interface Lease {
  /** What is held, for example "trace:…" or "dataset:…". */
  readonly id: string;
  readonly owner: string;
}

/** What processes that share a graph hold for a while, so that no two of them do the same work at a time. */
export interface LeaseStore {
  /** Whether it is the owner's now: it was free, over, the owner's already, or of one of `gone`, who are known to have ended. */
  take(lease: Lease, gone: readonly string[]): Promise<boolean>;
  /** Makes what the owner still holds of these last for its whole duration again. */
  renew(ids: readonly string[], owner: string): Promise<void>;
  release(lease: Lease): Promise<void>;
  /** All that are not over. */
  live(): Promise<readonly Lease[]>;
}

export const createLeaseStore = (database: Database, durationMs: number): LeaseStore => ({
  take: async ({ id, owner }, gone) => {
    const parameters = { id, owner, gone, durationMs };
    const rows = await database.write((transaction) => transaction.run(TAKE_LEASE, parameters));
    return rows.length > 0;
  },
  renew: async (ids, owner) => {
    await database.write((transaction) => transaction.run(RENEW_LEASES, { ids, owner, durationMs }));
  },
  release: async ({ id, owner }) => {
    await database.write((transaction) => transaction.run(RELEASE_LEASE, { id, owner }));
  },
  live: async () => {
    const rows = await database.read(LIVE_LEASES);
    return rows.map((row) => ({ id: toText(row["id"]), owner: toText(row["owner"]) }));
  },
});
