import type { Dataset } from "../../../schema/dataset.ts";
import { registryOf } from "../../../schema/id-text.ts";
import type { DatasetId } from "../../../schema/ids.ts";

/** The node of a dataset of which nothing is known but its id. */
export const datasetNamed = (id: DatasetId, state: Dataset["state"]): Dataset => {
  const registry = registryOf(id);
  const local = registry === "huggingface" ? id : id.slice(id.indexOf(":") + 1);
  const slash = registry === "website" || registry === "name" ? -1 : local.indexOf("/");
  const owner = slash < 0 ? {} : { owner: local.slice(0, slash) };
  return { id, ...owner, name: local.slice(slash + 1), registry, state, isBenchmark: false, isFamily: false };
};
