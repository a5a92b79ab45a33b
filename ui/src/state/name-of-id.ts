import { isDatasetId, registryOf } from "../../../schema/id-text.ts";

const OWNED = ["huggingface", "github", "kaggle"];

/** An id as a reader wants it: without the prefix that tells its registry, which the mark beside it shows. */
export const readableId = (id: string): string => {
  const isTyped = isDatasetId(id) && registryOf(id) !== "huggingface";
  return isTyped ? id.slice(id.indexOf(":") + 1) : id;
};

/** What a dataset is called where nothing but its id is known: without registry and owner; a web address stays whole. */
export const nameOfId = (id: string): string => {
  const text = readableId(id);
  if (isDatasetId(id) && !OWNED.includes(registryOf(id))) return text;
  return text.split("/").findLast((part) => part !== "") ?? text;
};
