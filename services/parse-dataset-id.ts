import { AppError } from "../schema/errors.ts";
import { DatasetId } from "../schema/ids.ts";

const HUB_ADDRESS = /^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/datasets\/([^/?#]+(?:\/[^/?#]+)?)/i;

/**
 * Reads a dataset id as people write it: an id, or the address of its page on the Hub.
 *
 * @throws AppError INPUT_INVALID
 */
export const parseDatasetId = (text: string): DatasetId => {
  const written = text.trim();
  const parsed = DatasetId.safeParse(HUB_ADDRESS.exec(written)?.[1] ?? written);
  if (parsed.success) return parsed.data;
  throw new AppError(
    `${JSON.stringify(text)} is no dataset id: expected owner/name, or a typed id such as github:owner/repo`,
    { code: "INPUT_INVALID", context: { id: text } },
  );
};
