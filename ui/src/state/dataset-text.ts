import { isDatasetId, isHubId } from "../../../schema/id-text.ts";
import type { DatasetId } from "../../../schema/ids.ts";

const HUB_ADDRESS =
  /^(?:https?:\/\/)?(?:www\.)?(?:huggingface\.co|hf\.co)\/datasets\/([^\s?#]+?)(?:\/(?:tree|blob|resolve|viewer|discussions)\b.*)?\/?(?:[?#].*)?$/i;

/** The dataset id in what somebody typed or pasted: an id with an owner, or the Hub address of one. */
export const toTraceableId = (text: string): DatasetId | undefined => {
  const trimmed = text.trim();
  const candidate = HUB_ADDRESS.exec(trimmed)?.[1] ?? trimmed;
  return candidate.includes("/") && isHubId(candidate) && isDatasetId(candidate) ? candidate : undefined;
};
