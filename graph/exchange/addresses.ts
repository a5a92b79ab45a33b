import type { Dataset } from "../../schema/dataset.ts";
import type { DatasetId, ModelId } from "../../schema/ids.ts";
import { isHubId } from "../../schema/id-text.ts";
import { toWebAddress } from "./web-address.ts";

const HUB = "https://huggingface.co";

/** Where a dataset is on the web; undefined for a name that nobody resolved, and for an address that is none. */
export const webAddressOf = ({ id, registry, url }: Dataset): string | undefined =>
  toWebAddress(url) ?? (registry === "huggingface" ? `${HUB}/datasets/${id}` : undefined);

/** Where a model is on the Hub; undefined for a model that has only a name ("GPT-4"). */
export const webAddressOfModel = (id: ModelId): string | undefined =>
  isHubModel(id) ? `${HUB}/${id}` : undefined;

/** Whether a model's id is one of the Hub's, with its owner. */
export const isHubModel = (id: ModelId): boolean => id.includes("/") && isHubId(id);

/** The page of whoever owns a Hub dataset. */
export const ownerAddressOf = ({ owner, registry }: Dataset): string | undefined =>
  owner !== undefined && registry === "huggingface" ? `${HUB}/${encodeURIComponent(owner)}` : undefined;

/** Addresses of this graph's own things, under the address that the export is made for. */
export interface Addresses {
  dataset(id: DatasetId): string;
  model(id: ModelId): string;
  /** Of an edge, a document, a trace and the like. */
  of(kind: "edges" | "documents" | "traces", id: string): string;
}

export const createAddresses = (baseUrl: string): Addresses => ({
  dataset: (id) => `${baseUrl}datasets/${encodeURIComponent(id)}`,
  model: (id) => `${baseUrl}models/${encodeSafely(id)}`,
  of: (kind, id) => `${baseUrl}${kind}/${encodeURIComponent(id)}`,
});

/** A model's id is any text, half surrogate pairs too, at which `encodeURIComponent` throws. */
export const encodeSafely = (text: string): string =>
  encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, "\uFFFD"));
