import { registryOf } from "../../../schema/id-text.ts";
import { DatasetId } from "../../../schema/ids.ts";

const OWNED = ["huggingface", "github", "kaggle"];

/** An id as a reader wants it: without the prefix that tells its registry, which the mark beside it shows. */
export const readableId = (id: string): string => {
  const parsed = DatasetId.safeParse(id);
  const isTyped = parsed.success && registryOf(parsed.data) !== "huggingface";
  return isTyped ? id.slice(id.indexOf(":") + 1) : id;
};

/** What a dataset is called where nothing but its id is known: without registry and owner; a web address stays whole. */
export const nameOfId = (id: string): string => {
  const parsed = DatasetId.safeParse(id);
  const text = readableId(id);
  if (parsed.success && !OWNED.includes(registryOf(parsed.data))) return text;
  return text.split("/").findLast((part) => part !== "") ?? text;
};
