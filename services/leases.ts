import { randomUUID } from "node:crypto";
import type { Logger } from "pino";
import type { Database } from "../graph/database.ts";
import { SHARED_BY_PROCESSES } from "../graph/engines/engine-differences.ts";
import { createLeaseStore, type LeaseStore } from "../graph/store/leases.ts";
import { isGone, thisProcess, toOwnerText } from "./lease-owner.ts";

/** What this process holds, so that others that share its graph leave it alone. */
export interface Leases {
  /** Whether it is ours now; may be taken several times, and then is released as often. */
  take(id: string): Promise<boolean>;
  release(id: string): Promise<void>;
  /** What other living processes hold. */
  heldElsewhere(): Promise<ReadonlySet<string>>;
  close(): Promise<void>;
}

/** A process that ends without a word holds its leases for so long; on this machine it is known to have ended at once. */
const DURATION_MS = 60_000;
const RENEWAL_MS = 15_000;

/** For an engine whose file belongs to one process: everything is ours. */
export const NO_LEASES: Leases = {
  take: async () => true,
  release: async () => undefined,
  heldElsewhere: async () => new Set(),
  close: async () => undefined,
};

export const openLeases = (database: Database, log: Pick<Logger, "warn">): Leases =>
  SHARED_BY_PROCESSES[database.engine] ? keepLeases(createLeaseStore(database, DURATION_MS), log) : NO_LEASES;

const keepLeases = (store: LeaseStore, log: Pick<Logger, "warn">): Leases => {
  const asker = thisProcess();
  const owner = toOwnerText(asker, randomUUID());
  const held = new Map<string, number>();
  const foreign = async () => (await store.live()).filter((lease) => lease.owner !== owner);

  const renew = async (): Promise<void> => {
    if (held.size > 0) await store.renew([...held.keys()], owner);
  };
  const timer = setInterval(() => {
    renew().catch((error: unknown) => log.warn({ err: error }, "leases could not be renewed"));
  }, RENEWAL_MS).unref();

  return {
    take: async (id) => {
      const gone = (await foreign()).map((lease) => lease.owner).filter((other) => isGone(other, asker));
      if (!(await store.take({ id, owner }, gone))) return false;
      held.set(id, (held.get(id) ?? 0) + 1);
      return true;
    },
    release: async (id) => {
      const times = held.get(id) ?? 0;
      if (times > 1) held.set(id, times - 1);
      else if (held.delete(id)) await store.release({ id, owner });
    },
    heldElsewhere: async () => {
      const alive = (await foreign()).filter((lease) => !isGone(lease.owner, asker));
      return new Set(alive.map((lease) => lease.id));
    },
    close: async () => {
      clearInterval(timer);
    },
  };
};
