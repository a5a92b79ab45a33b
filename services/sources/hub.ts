import { datasetInfo, listDatasets } from "@huggingface/hub";
import { z } from "zod";
import type { HubDataset, HubPort, Lookup } from "../../agents/ports.ts";
import type { FrozenDocument } from "../../schema/document.ts";
import { isHubId } from "../../schema/id-text.ts";
import { DatasetId } from "../../schema/ids.ts";
import { decodeText } from "./decode-text.ts";
import type { FetchFailure } from "./fetch-outcome.ts";
import { freezeDocument } from "./freeze-document.ts";
import { toHubDataset } from "./hub-answer.ts";
import { createHubFetch, HubRequestFailed } from "./hub-fetch.ts";
import type { PoliteFetch } from "./polite-fetch.ts";
import { toRevision } from "./to-revision.ts";

export interface HubDeps {
  readonly politeFetch: PoliteFetch;
  /** Base address without a slash at its end. */
  readonly hub: string;
  /** Whether requests carry a token, so that the Hub tells apart what it hides from strangers. */
  readonly hasToken: boolean;
}

/** Downloads and revisions move; an hour keeps one trace consistent. */
const INFO_MAX_AGE_MS = 3_600_000;
const MAX_INFO_BYTES = 5_000_000;
const MAX_CARD_BYTES = 10_000_000;
const CARD_TYPES = ["text/plain", "text/markdown", "text/x-markdown", "application/octet-stream"];
const MAX_RESULTS = 20;
const FIELDS = ["createdAt", "sha", "tags"] as const;
const LIST_FIELDS = { additionalFields: [...FIELDS] };

/**
 * The Hugging Face Hub. Renamed and legacy ids are followed by the Hub's own redirects; the id that comes back is today's.
 * To strangers the Hub gives the same answer for what is private and for what does not exist: both are "not-found" here,
 * and the reason says so. What is gated it shows to everybody; only the card is closed.
 */
export const createHub = ({ politeFetch, hub, hasToken }: HubDeps): HubPort => ({
  dataset: async (id, signal) => {
    if (!isHubId(id)) return { kind: "not-found", reason: `${id} is not an id of the Hub` };
    const fetch = createHubFetch({ politeFetch, ...INFO_LIMITS, shape: InfoShape }, signal);
    const lookup = await asLookup(async () =>
      toHubDataset(await datasetInfo({ name: id, hubUrl: hub, additionalFields: [...FIELDS], fetch })),
    );
    return lookup.kind === "found" ? lookup : explainRefusal(lookup, hasToken);
  },
  card: (dataset, signal) => readCard({ politeFetch, hub, hasToken }, dataset, signal),
  search: (query, signal) => {
    const fetch = createHubFetch({ politeFetch, ...INFO_LIMITS, shape: ListShape }, signal);
    const options = { search: { query }, sort: "downloads", limit: MAX_RESULTS } as const;
    return asLookup(() => collect(listDatasets({ ...options, ...LIST_FIELDS, hubUrl: hub, fetch })));
  },
});

type Answer<Value> = { readonly kind: "found"; readonly value: Value } | FetchFailure;

const INFO_LIMITS = { maxAgeMs: INFO_MAX_AGE_MS, maxBytes: MAX_INFO_BYTES } as const;
const InfoShape = z.looseObject({ id: DatasetId });
const ListShape = z.array(z.looseObject({}));

/** Entries that make no sense are left out: a list may hold ids of forms that we do not know. */
const collect = async (answers: AsyncIterable<unknown>): Promise<readonly HubDataset[]> => {
  const found: HubDataset[] = [];
  for await (const answer of answers) {
    const dataset = toHubDataset(answer);
    if (dataset !== undefined) found.push(dataset);
  }
  return found;
};

/** A 401 that names no gate: the token is bad, or nobody has told the Hub who asks. */
const explainRefusal = (failure: FetchFailure, hasToken: boolean): FetchFailure => {
  if (failure.status !== 401 || failure.errorCode === "GatedRepo") return failure;
  return hasToken
    ? { ...failure, kind: "unreachable", reason: `${failure.reason}; it does not accept the token` }
    : { ...failure, kind: "not-found", reason: `${failure.reason}; it is missing, or private` };
};

const asLookup = async <Value>(ask: () => Promise<Value | undefined>): Promise<Answer<Value>> => {
  try {
    const value = await ask();
    return value === undefined
      ? { kind: "unreachable", reason: "the Hub's answer is no dataset" }
      : { kind: "found", value };
  } catch (error) {
    if (error instanceof HubRequestFailed) return error.failure;
    throw error;
  }
};

const readCard = async (
  { politeFetch, hub }: HubDeps,
  dataset: HubDataset,
  signal: AbortSignal,
): Promise<Lookup<FrozenDocument>> => {
  const revision = dataset.revision ?? "main";
  const outcome = await politeFetch(
    {
      url: `${hub}/datasets/${dataset.id}/resolve/${revision}/README.md`,
      trust: "configured",
      accept: CARD_TYPES,
      maxBytes: MAX_CARD_BYTES,
      ...(dataset.revision === undefined ? { maxAgeMs: INFO_MAX_AGE_MS } : { revision }),
    },
    signal,
  );
  if (outcome.kind !== "found") return outcome;
  const readRevision = dataset.revision ?? toRevision(outcome.value.etag);
  const card = freezeDocument({
    kind: "card",
    url: `https://huggingface.co/datasets/${dataset.id}/blob/${revision}/README.md`,
    text: decodeText(outcome.value),
    title: dataset.id,
    retrievedAt: outcome.value.retrievedAt,
    ...(readRevision === undefined ? {} : { revision: readRevision }),
  });
  return { kind: "found", value: card };
};
