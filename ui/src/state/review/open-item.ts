import type { DocumentDetail } from "../../../../schema/api.ts";
import { AppError } from "../../../../schema/errors.ts";
import type { EdgeId, Sha256 } from "../../../../schema/ids.ts";
import type { Role } from "../../../../schema/roles.ts";
import type { QueueDetail } from "../../../../schema/review-queue.ts";
import { rankEvidence } from "../rank-evidence.ts";
import { toAppError } from "../resource.ts";
import type { ReviewClient } from "./review-client.ts";

export type Proof = QueueDetail["evidence"][number];

/** An item with everything that is looked at to decide on it. */
export interface OpenItem {
  readonly detail: QueueDetail;
  /** What says so before what hints, the surest first. */
  readonly proofs: readonly Proof[];
  /** The documents of the proofs, as they were read. */
  readonly documents: ReadonlyMap<Sha256, DocumentDetail>;
  /** Who else has it open, until when: it is theirs to decide. */
  readonly heldBy?: { readonly by: string; readonly until: string };
}

export interface ItemLoader {
  /** Fetches it once, and holds it where its reader may decide. */
  load(edge: EdgeId): Promise<OpenItem>;
  /** It may be otherwise by now. */
  forget(edge: EdgeId): void;
  /** Edges that are held here, or are being fetched. */
  readonly held: () => readonly EdgeId[];
}

export interface LoaderDependencies {
  readonly client: Pick<ReviewClient, "take" | "item" | "document">;
  readonly role: () => Promise<Role>;
  /** Once everything is saved that was decided on the edge: what is fetched before is old. */
  readonly settled: (edge: EdgeId) => Promise<void>;
}

export const createItemLoader = (dependencies: LoaderDependencies): ItemLoader => {
  const loading = new Map<EdgeId, Promise<OpenItem>>();
  return {
    load: (edge) => {
      const known = loading.get(edge);
      if (known !== undefined) return known;
      const item = loadItem(edge, dependencies);
      loading.set(edge, item);
      // What failed is asked for again; whoever waits for it gets the failure.
      item.catch(() => loading.get(edge) === item && loading.delete(edge));
      return item;
    },
    forget: (edge) => void loading.delete(edge),
    held: () => [...loading.keys()],
  };
};

const loadItem = async (edge: EdgeId, dependencies: LoaderDependencies): Promise<OpenItem> => {
  const { client, role, settled } = dependencies;
  await settled(edge);
  const detail = (await role()) === "viewer" ? await client.item(edge) : await take(edge, client);
  const proofs = rankEvidence(detail.evidence);
  const hashes = [...new Set(proofs.map(({ document }) => document))];
  const documents = await Promise.all(hashes.map((hash) => client.document(hash)));
  const { held } = detail.item;
  return {
    detail,
    proofs,
    documents: new Map(documents.map((document) => [document.document.sha256, document])),
    ...(held !== undefined && !held.mine && { heldBy: held }),
  };
};

const take = async (edge: EdgeId, client: Pick<ReviewClient, "take" | "item">): Promise<QueueDetail> => {
  try {
    const { taken } = await client.take(edge);
    if (taken !== undefined) return taken;
    throw new AppError("the queue has no such edge", { code: "NOT_FOUND" });
  } catch (error) {
    // Somebody has it open: it can be looked at all the same.
    if (toAppError(error).code === "CONFLICT") return client.item(edge);
    throw error;
  }
};
