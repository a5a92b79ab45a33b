import { z } from "zod";
import type { HubDataset } from "../../agents/ports.ts";
import { isHubId } from "../../schema/id-text.ts";
import { DatasetId } from "../../schema/ids.ts";

const Count = z.int().min(0).optional().catch(undefined);

/** The Hub's JSON for a dataset, as far as it concerns us. Odd optional fields count as unknown; a bad id is no answer. */
const HubAnswer = z.object({
  name: DatasetId.refine(isHubId),
  sha: z
    .string()
    .regex(/^[0-9a-f]{7,64}$/)
    .optional()
    .catch(undefined),
  createdAt: z.coerce.date().optional().catch(undefined),
  downloads: Count,
  likes: Count,
  gated: z.union([z.boolean(), z.string()]).optional().catch(undefined),
  tags: z.array(z.string()).catch([]),
});

/** Undefined when the answer is not a dataset of the Hub. */
export const toHubDataset = (answer: unknown): HubDataset | undefined => {
  const parsed = HubAnswer.safeParse(answer);
  if (!parsed.success) return undefined;
  const { name, sha, createdAt, downloads, likes, gated, tags } = parsed.data;
  return {
    id: name,
    gated: gated !== undefined && gated !== false,
    tags,
    ...(sha === undefined ? {} : { revision: sha }),
    ...(createdAt === undefined ? {} : { createdAt: createdAt.toISOString() }),
    ...(downloads === undefined ? {} : { downloads }),
    ...(likes === undefined ? {} : { likes }),
  };
};
