import type { DocumentStore } from "../graph/store/documents.ts";
import type { LineageStore } from "../graph/store/lineage.ts";
import { AppError } from "../schema/errors.ts";
import type { DatasetId } from "../schema/ids.ts";
import { canonicalId } from "./canonical-id.ts";
import type { LineageReader } from "./ports.ts";

/** Of a way; lineages of more levels have not been met. */
const MAX_PATH_STEPS = 30;

interface ReaderDependencies {
  readonly store: LineageStore;
  readonly documents: DocumentStore;
}

/** Joins the stores into what commands and routes read: absence becomes NOT_FOUND, a former id leads to today's. */
export const createLineageReader = ({ store, documents }: ReaderDependencies): LineageReader => {
  const canonical = (id: DatasetId): Promise<DatasetId> => canonicalId(store, id);
  return {
    search: (query) => store.search(query),
    dataset: async (id) => {
      const known = await canonical(id);
      return found(await store.detail(known), `dataset ${known}`);
    },
    lineage: async (id, { status, ...query }) => {
      const root = await canonical(id);
      return found(await store.lineage(root, { ...query, statuses: status }), `dataset ${root}`);
    },
    lineages: async ({ target, status, ...query }) => {
      const [root, ...others] = await Promise.all(target.map(canonical));
      const asked = found(root, "dataset without an id");
      return found(await store.lineage(asked, { ...query, others, statuses: status }), `dataset ${asked}`);
    },
    commonAncestors: async ({ target, status, limit }) =>
      store.commonAncestors({ targets: await Promise.all(target.map(canonical)), statuses: status, limit }),
    rejected: async (id) => store.rejected(await canonical(id)),
    paths: async ({ from, to, kind, limit }) =>
      store.paths({
        from: await canonical(from),
        to: await canonical(to),
        kind,
        limit,
        depth: MAX_PATH_STEPS,
        statuses: ["accepted", "flagged"],
      }),
    edge: async (id) => found(await store.edge(id), `edge ${id}`),
    document: async (sha256) => {
      const document = found(await documents.find(sha256), `document ${sha256}`);
      const [text, supports] = await Promise.all([documents.text(sha256), store.supports(sha256)]);
      return { document, text, supports: [...supports] };
    },
  };
};

const found = <Value>(value: Value | undefined, what: string): Value => {
  if (value !== undefined) return value;
  throw new AppError(`there is no ${what}`, { code: "NOT_FOUND", context: { what } });
};
