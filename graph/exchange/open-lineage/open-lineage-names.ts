import type { DatasetId, ModelId } from "../../../schema/ids.ts";
import { registryOf } from "../../../schema/id-text.ts";
import { isHubModel } from "../addresses.ts";

/** OpenLineage, "Naming conventions": the source's address, and what is unique under it. */
export interface OpenLineageName {
  readonly namespace: string;
  readonly name: string;
}

const HUB = "https://huggingface.co";

export const nameOfDataset = (id: DatasetId, baseUrl: string): OpenLineageName => {
  const registry = registryOf(id);
  const bare = registry === "huggingface" ? id : id.slice(registry.length + 1);
  switch (registry) {
    case "huggingface":
      return { namespace: HUB, name: `datasets/${bare}` };
    case "github":
      return { namespace: "https://github.com", name: bare };
    case "paper":
      return { namespace: "https://arxiv.org", name: `abs/${bare}` };
    case "kaggle":
      return { namespace: "https://www.kaggle.com", name: `datasets/${bare}` };
    case "website":
      return nameOfPage(bare);
    default:
      return { namespace: `${baseUrl}names`, name: bare };
  }
};

const nameOfPage = (page: string): OpenLineageName => {
  const slash = page.indexOf("/");
  return slash === -1
    ? { namespace: `https://${page}`, name: "/" }
    : { namespace: `https://${page.slice(0, slash)}`, name: page.slice(slash + 1) };
};

export const nameOfModel = (id: ModelId, baseUrl: string): OpenLineageName =>
  isHubModel(id) ? { namespace: HUB, name: id } : { namespace: `${baseUrl}models`, name: id };
