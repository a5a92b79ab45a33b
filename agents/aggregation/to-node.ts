import type { Dataset } from "../../schema/dataset.ts";
import type { DatasetId } from "../../schema/ids.ts";
import { registryOf } from "../../schema/id-text.ts";
import type { NodeState } from "../../schema/vocabulary.ts";
import type { HubDataset } from "../ports.ts";

/** A node of which only the id is known. */
export const toNode = (id: DatasetId, state: NodeState, stateReason?: string): Dataset => {
  const registry = registryOf(id);
  const bare = registry === "huggingface" ? id : id.slice(registry.length + 1);
  const slash = bare.indexOf("/");
  const hasOwner = slash !== -1 && registry !== "website" && registry !== "name";
  return {
    id,
    ...(hasOwner && { owner: bare.slice(0, slash) }),
    name: hasOwner ? bare.slice(slash + 1) : bare,
    registry,
    state,
    ...(stateReason !== undefined && { stateReason: stateReason.slice(0, MAX_REASON) }),
    ...withUrl(registry, bare),
    isBenchmark: false,
    isFamily: false,
  };
};

/** A node with what the Hub says of it. */
export const toHubNode = (hub: HubDataset, state: NodeState, stateReason?: string): Dataset => {
  const [licence] = tagValues(hub.tags, "license");
  const languages = tagValues(hub.tags, "language");
  const tasks = tagValues(hub.tags, "task_categories");
  return {
    ...toNode(hub.id, state, stateReason),
    ...(hub.createdAt !== undefined && { createdAt: hub.createdAt }),
    ...(hub.downloads !== undefined && { downloads: hub.downloads }),
    ...(hub.likes !== undefined && { likes: hub.likes }),
    ...(licence !== undefined && { licence }),
    ...(languages.length > 0 && { languages }),
    ...(tasks.length > 0 && { tasks }),
  };
};

/** The values of the Hub's tags of one kind: `tagValues(["license:mit"], "license")` is `["mit"]`. */
export const tagValues = (tags: readonly string[], kind: string): string[] =>
  tags.filter((tag) => tag.startsWith(`${kind}:`)).map((tag) => tag.slice(kind.length + 1));

const MAX_REASON = 500;

const withUrl = (registry: Dataset["registry"], bare: string): { url?: string } => {
  const url = URLS[registry]?.(bare);
  return url === undefined ? {} : { url };
};

const URLS: Readonly<Record<Dataset["registry"], ((bare: string) => string) | undefined>> = {
  huggingface: (bare) => `https://huggingface.co/datasets/${bare}`,
  github: (bare) => `https://github.com/${bare}`,
  website: (bare) => `https://${bare}`,
  paper: (bare) => `https://arxiv.org/abs/${bare}`,
  kaggle: (bare) => `https://www.kaggle.com/datasets/${bare}`,
  name: undefined,
};
